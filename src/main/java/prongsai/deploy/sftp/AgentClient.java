package prongsai.deploy.sftp;

import java.io.EOFException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import org.apache.sshd.agent.common.AbstractAgentProxy;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;
import org.apache.sshd.common.util.threads.ThreadUtils;

/**
 * Talks to an agent over its socket (draft-ietf-sshm-ssh-agent). MINA's own way to it needs native code of Tomcat, the
 * platform's needs none.
 */
final class AgentClient extends AbstractAgentProxy {

    /** As in OpenSSH's agent. */
    private static final int LONGEST_MESSAGE = 256 * 1024;

    private final SocketChannel socket;

    AgentClient(Path socket) throws IOException {
        super(ThreadUtils.newSingleThreadExecutor("agent"));
        this.socket = SocketChannel.open(StandardProtocolFamily.UNIX);
        this.socket.connect(UnixDomainSocketAddress.of(socket));
    }

    @Override
    protected synchronized Buffer request(Buffer message) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(message.array(), message.rpos(), message.available());
        while (bytes.hasRemaining()) {
            socket.write(bytes);
        }
        int length = read(Integer.BYTES).getInt();
        if (length < 1 || length > LONGEST_MESSAGE) {
            throw new IOException("an agent's answer of " + length + " bytes");
        }
        return new ByteArrayBuffer(read(length).array());
    }

    private ByteBuffer read(int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (socket.read(bytes) < 0) {
                throw new EOFException("the agent has gone");
            }
        }
        return bytes.flip();
    }

    @Override
    public boolean isOpen() {
        return socket.isOpen();
    }

    @Override
    public void close() throws IOException {
        getExecutorService().shutdownNow();
        socket.close();
    }
}
