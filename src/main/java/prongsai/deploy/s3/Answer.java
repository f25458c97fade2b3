package prongsai.deploy.s3;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import prongsai.deploy.RemoteFile;

/** What an object store answered. */
final class Answer {

    private static final int OK = 200;
    private static final int REDIRECT = 300;
    static final int NOT_FOUND = 404;

    /** Another tag than one that can be kept in a line of text is as good as none. */
    private static final Pattern TAG = Pattern.compile("[!-~]{1,200}");

    private final int status;
    private final HttpHeaders headers;
    private final byte[] body;

    Answer(int status, HttpHeaders headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    int status() {
        return status;
    }

    /** Not to be changed. */
    byte[] body() {
        return body;
    }

    boolean isDone() {
        return status >= OK && status < REDIRECT;
    }

    Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** The object that the headers tell of. */
    RemoteFile file() {
        return new RemoteFile(
                RemoteFile.Type.FILE,
                headers.firstValueAsLong("Content-Length").orElse(0),
                header("Last-Modified").flatMap(Answer::time),
                header("ETag").flatMap(Answer::tag));
    }

    private static Optional<Instant> time(String written) {
        try {
            return Optional.of(ZonedDateTime.parse(written, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** An ETag without its quotes, which some listings leave out. */
    static Optional<String> tag(String written) {
        return Optional.of(written.replace("\"", "")).filter(TAG.asMatchPredicate());
    }
}
