package prongsai.deploy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * A bad line to a server on this computer: cuts, slows or swallows what goes over it. Has the server's port numbers at
 * another address, so that an FTP client's connections for files come this way too.
 */
public final class CuttingProxy implements AutoCloseable {

    /** Where the line begins. */
    public static final String HOST = "127.0.0.2";

    private static final int PORTION = 4096;

    private final List<ServerSocket> doors = new ArrayList<>();
    private final List<Socket> sockets = new ArrayList<>();
    private long left = Long.MAX_VALUE;
    private long passed;
    private volatile long rate;
    private volatile boolean isFrozen;
    private volatile boolean isClosed;

    private CuttingProxy() {}

    /** A good line, to ports of 127.0.0.1. */
    public static CuttingProxy before(List<Integer> ports) {
        CuttingProxy proxy = new CuttingProxy();
        try {
            for (int port : ports) {
                ServerSocket door = new ServerSocket();
                door.setReuseAddress(true);
                door.setReceiveBufferSize(4 * PORTION);
                door.bind(new InetSocketAddress(HOST, port));
                proxy.doors.add(door);
                proxy.run(() -> proxy.serve(door));
            }
        } catch (IOException e) {
            proxy.close();
            throw new UncheckedIOException(e);
        }
        return proxy;
    }

    public static CuttingProxy before(int port) {
        return before(List.of(port));
    }

    /** Free ports of this computer, a moment ago. */
    public static List<Integer> freePorts(int number) {
        List<ServerSocket> taken = new ArrayList<>();
        try {
            for (int i = 0; i < number; i++) {
                taken.add(new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1")));
            }
            List<Integer> ports = taken.stream().map(ServerSocket::getLocalPort).toList();
            for (ServerSocket socket : taken) {
                socket.close();
            }
            return ports;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Cuts all connections when so many more bytes have passed, either way, and lets in no others until healed. */
    public synchronized void cutAfter(long bytes) {
        left = bytes;
    }

    /** Passes so many bytes a second, each way. */
    public void slow(long bytesPerSecond) {
        rate = bytesPerSecond;
    }

    /** Passes nothing more, and closes nothing. */
    public void freeze() {
        isFrozen = true;
    }

    /** A good line again, for new connections. */
    public synchronized void heal() {
        cut();
        left = Long.MAX_VALUE;
        rate = 0;
        isFrozen = false;
    }

    /** How many bytes have passed, both ways together. */
    public synchronized long passed() {
        return passed;
    }

    private synchronized void cut() {
        for (Socket socket : sockets) {
            try {
                // Not a goodbye but a reset.
                socket.setSoLinger(true, 0);
                socket.close();
            } catch (IOException e) {
                continue;
            }
        }
        sockets.clear();
    }

    private void run(Runnable task) {
        Thread thread = new Thread(task, "bad-line");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve(ServerSocket door) {
        while (!isClosed) {
            try {
                Socket here = door.accept();
                Socket there = new Socket("127.0.0.1", door.getLocalPort());
                if (open(here, there)) {
                    run(() -> pump(here, there));
                    run(() -> pump(there, here));
                }
            } catch (IOException e) {
                // The server behind has stopped, or we have.
                continue;
            }
        }
    }

    private synchronized boolean open(Socket here, Socket there) throws IOException {
        if (left <= 0 || isClosed) {
            here.close();
            there.close();
            return false;
        }
        here.setTcpNoDelay(true);
        there.setTcpNoDelay(true);
        sockets.add(here);
        sockets.add(there);
        return true;
    }

    private void pump(Socket from, Socket to) {
        byte[] portion = new byte[PORTION];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int n = in.read(portion); n >= 0; n = in.read(portion)) {
                pause(n);
                int whole = take(n);
                out.write(portion, 0, whole);
                if (whole < n) {
                    cut();
                    return;
                }
            }
            to.shutdownOutput();
            // The other way may still have something to say; the other thread closes.
            while (!to.isClosed() && !from.isClosed() && !isClosed) {
                LockSupport.parkNanos(5_000_000);
            }
        } catch (IOException e) {
            // Either side has gone, and with this both have.
            return;
        }
    }

    private void pause(int bytes) {
        while (isFrozen && !isClosed) {
            LockSupport.parkNanos(5_000_000);
        }
        if (rate > 0) {
            LockSupport.parkNanos(bytes * 1_000_000_000L / rate);
        }
    }

    private synchronized int take(int bytes) {
        int taken = (int) Math.min(bytes, left);
        left -= taken;
        passed += taken;
        return taken;
    }

    @Override
    public void close() {
        isClosed = true;
        for (ServerSocket door : doors) {
            try {
                door.close();
            } catch (IOException e) {
                continue;
            }
        }
        cut();
    }
}
