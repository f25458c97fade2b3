package prongsai.deploy.sftp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongConsumer;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;
import org.apache.sshd.sftp.client.FullAccessSftpClient;
import org.apache.sshd.sftp.client.impl.SftpResponse;
import org.apache.sshd.sftp.client.impl.SftpStatus;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import prongsai.deploy.Portions;

/**
 * Sends a file without waiting for each portion to be acknowledged, and tells of each as it is: the library's own stream
 * does the first but not the second. Syncing and closing wait for nothing either, so that a small file takes one way
 * there and back.
 */
final class Upload {

    /** With its header it must fit into a packet, of which every server takes 32 KiB. */
    private static final int PORTION = 31 * 1024;

    /** At most 2 MB on the way: enough for 50 Mbit/s to the other side of the earth. */
    private static final int UNDERWAY = 64;

    private static final String SYNC = "fsync@openssh.com";

    /** A request that awaits its answer, with the bytes that it carried. */
    private record Request(int id, int command, int bytes) {}

    private final FullAccessSftpClient sftp;
    private final byte[] handle;
    private final LongConsumer written;
    private final Deque<Request> underway = new ArrayDeque<>();

    Upload(FullAccessSftpClient sftp, byte[] handle, LongConsumer written) {
        this.sftp = sftp;
        this.handle = handle;
        this.written = written;
    }

    /**
     * All bytes, to the server's disk where it can say so; the file is closed then, whatever happened.
     *
     * @throws UncheckedIOException if the bytes cannot be read
     */
    void send(InputStream bytes) throws IOException {
        try {
            write(bytes);
        } catch (UncheckedIOException | SftpException e) {
            close();
            hearTheRest();
            throw e;
        }
        if (sftp.getServerExtensions().containsKey(SYNC)) {
            Buffer sync = new ByteArrayBuffer();
            sync.putString(SYNC);
            sync.putBytes(handle);
            request(SftpConstants.SSH_FXP_EXTENDED, sync, 0);
        }
        close();
        try {
            acknowledge(0);
        } catch (SftpException e) {
            hearTheRest();
            throw e;
        }
    }

    private void write(InputStream bytes) throws IOException {
        byte[] portion = new byte[PORTION];
        long offset = 0;
        for (int n = Portions.fill(bytes, portion); n > 0; n = Portions.fill(bytes, portion)) {
            Buffer write = new ByteArrayBuffer(n + handle.length + Long.SIZE, false);
            write.putBytes(handle);
            write.putLong(offset);
            write.putBytes(portion, 0, n);
            request(SftpConstants.SSH_FXP_WRITE, write, n);
            offset += n;
            acknowledge(UNDERWAY);
        }
    }

    private void close() throws IOException {
        Buffer close = new ByteArrayBuffer();
        close.putBytes(handle);
        request(SftpConstants.SSH_FXP_CLOSE, close, 0);
    }

    private void request(int command, Buffer request, int bytes) throws IOException {
        underway.add(new Request(sftp.send(command, request), command, bytes));
    }

    /** Hears all answers but the latest few; an error says so, once all that are still to come have been heard. */
    private void acknowledge(int butFor) throws IOException {
        while (underway.size() > butFor) {
            Request request = underway.remove();
            int status = answer(request);
            boolean isUnknown =
                    request.command == SftpConstants.SSH_FXP_EXTENDED && status == SftpConstants.SSH_FX_OP_UNSUPPORTED;
            if (status != SftpConstants.SSH_FX_OK && !isUnknown) {
                throw new SftpException(status, SftpConstants.getStatusName(status));
            }
            if (request.bytes > 0) {
                written.accept(request.bytes);
            }
        }
    }

    private int answer(Request request) throws IOException {
        SftpResponse response = SftpResponse.parse(request.command, sftp.receive(request.id));
        return SftpStatus.parse(response).getStatusCode();
    }

    private void hearTheRest() throws IOException {
        while (!underway.isEmpty()) {
            answer(underway.remove());
        }
    }
}
