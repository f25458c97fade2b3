package prongsai.build;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import prongsai.site.Fingerprint;
import prongsai.source.Digest;
import prongsai.source.Problem;
import prongsai.source.ProblemCode;
import prongsai.source.SourcePosition;

/** How the values of the cache's files are written, and read again. */
final class CacheBytes {

    private static final int SHA256 = 32;

    private static final int GROUP = 7;
    private static final int MORE = 1 << GROUP;

    private CacheBytes() {}

    /** A number from 0, mostly a small one: seven bits in each byte, the lowest first, and a bit that says if more come. */
    static void writeCount(int count, DataOutputStream out) throws IOException {
        int rest = count;
        for (; rest >= MORE; rest >>>= GROUP) {
            out.write(rest | MORE);
        }
        out.write(rest);
    }

    static int count(ByteBuffer in) {
        int count = 0;
        for (int shift = 0; ; shift += GROUP) {
            int group = in.get();
            count |= (group & (MORE - 1)) << shift;
            if (group >= 0) {
                return count;
            }
        }
    }

    static void write(String text, DataOutputStream out) throws IOException {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(encoded.length);
        out.write(encoded);
    }

    static String text(ByteBuffer in) {
        int length = in.getInt();
        String text = new String(in.array(), in.arrayOffset() + in.position(), length, StandardCharsets.UTF_8);
        in.position(in.position() + length);
        return text;
    }

    static void write(Digest digest, DataOutputStream out) throws IOException {
        out.writeLong(digest.first());
        out.writeLong(digest.second());
    }

    static Digest digest(ByteBuffer in) {
        return new Digest(in.getLong(), in.getLong());
    }

    static void write(Fingerprint fingerprint, DataOutputStream out) throws IOException {
        out.write(fingerprint.sha256Bytes());
        out.writeLong(fingerprint.size());
    }

    static Fingerprint fingerprint(ByteBuffer in) {
        byte[] sha256 = new byte[SHA256];
        in.get(sha256);
        return Fingerprint.of(sha256, in.getLong());
    }

    static void write(List<Problem> problems, DataOutputStream out) throws IOException {
        out.writeInt(problems.size());
        for (Problem problem : problems) {
            write(problem.code().name(), out);
            write(problem.position().file(), out);
            out.writeInt(problem.position().line());
            out.writeInt(problem.position().column());
            out.writeInt(problem.arguments().size());
            for (String argument : problem.arguments()) {
                write(argument, out);
            }
        }
    }

    static List<Problem> problems(ByteBuffer in) {
        List<Problem> problems = new ArrayList<>();
        for (int i = in.getInt(); i > 0; i--) {
            ProblemCode code = ProblemCode.valueOf(text(in));
            SourcePosition position = new SourcePosition(text(in), in.getInt(), in.getInt());
            List<String> arguments = new ArrayList<>();
            for (int k = in.getInt(); k > 0; k--) {
                arguments.add(text(in));
            }
            problems.add(new Problem(code, position, arguments));
        }
        return problems;
    }
}
