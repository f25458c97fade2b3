package prongsai.deploy.ftp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import javax.net.SocketFactory;

/**
 * The plain sockets of one client, below any encryption, so that all can be closed from another thread: a write to a
 * server that has gone silent ends in no other way, and closing the encryption above would wait for that write.
 */
final class Sockets extends SocketFactory {

    /**
     * A socket that can say that it leads to another port than it does. The platform remembers what was agreed on with a
     * server under its host and the port that the socket tells, whatever port it is given when it is to wrap one.
     */
    static final class PlainSocket extends Socket {
        private volatile int told;

        void tellPort(int port) {
            told = port;
        }

        @Override
        public int getPort() {
            return told == 0 ? super.getPort() : told;
        }
    }

    private final List<Socket> open = new ArrayList<>();

    @Override
    public synchronized Socket createSocket() {
        open.removeIf(Socket::isClosed);
        Socket socket = new PlainSocket();
        open.add(socket);
        return socket;
    }

    synchronized void close() {
        for (Socket socket : open) {
            try {
                socket.close();
            } catch (IOException e) {
                // It is closed all the same.
            }
        }
        open.clear();
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
        throw new UnsupportedOperationException();
    }
}
