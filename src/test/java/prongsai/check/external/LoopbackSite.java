package prongsai.check.external;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;

/** A website on this computer that answers as it is told, byte by byte; one request a connection. */
final class LoopbackSite implements AutoCloseable {

    /** Answers a request. */
    interface Page {
        void answer(Socket connection, String method, int time) throws IOException, InterruptedException;
    }

    private final ServerSocket socket;
    private final ExecutorService pool = Executors.newCachedThreadPool();
    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> times = new ConcurrentHashMap<>();
    private final AtomicInteger open = new AtomicInteger();
    final List<String> requests = new CopyOnWriteArrayList<>();
    final List<String> headers = new CopyOnWriteArrayList<>();
    final List<Long> nanos = new CopyOnWriteArrayList<>();
    final AtomicInteger mostOpen = new AtomicInteger();

    LoopbackSite(ServerSocketFactory factory) throws IOException {
        socket = factory.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        pool.submit(this::accept);
    }

    LoopbackSite() throws IOException {
        this(ServerSocketFactory.getDefault());
    }

    int port() {
        return socket.getLocalPort();
    }

    String address(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    void page(String path, Page page) {
        pages.put(path, page);
    }

    /** A page that always answers with a status and headers. */
    void page(String path, int status, String... headers) {
        page(path, (connection, method, time) -> send(connection, status, headers));
    }

    static void send(Socket connection, int status, String... headers) throws IOException {
        String head = "HTTP/1.1 " + status + " x\r\nConnection: close\r\nContent-Length: 0\r\n";
        String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        connection.getOutputStream().write((head + more + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Sends nothing more until the other side hangs up. */
    static void awaitHangUp(Socket connection) throws IOException {
        while (connection.getInputStream().read() >= 0) {
            // Nothing is expected.
        }
    }

    static void drip(Socket connection, String first) throws IOException, InterruptedException {
        OutputStream out = connection.getOutputStream();
        out.write(first.getBytes(StandardCharsets.UTF_8));
        while (true) {
            out.write('x');
            out.flush();
            Thread.sleep(20);
        }
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                pool.submit(() -> serve(connection));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
            String line = in.readLine();
            if (line == null) {
                return;
            }
            nanos.add(System.nanoTime());
            for (String header = in.readLine(); header != null && !header.isEmpty(); header = in.readLine()) {
                headers.add(header);
            }
            String[] words = line.split(" ");
            requests.add(words[0] + " " + words[1]);
            mostOpen.accumulateAndGet(open.incrementAndGet(), Math::max);
            try {
                int time = times.computeIfAbsent(words[1], p -> new AtomicInteger())
                        .incrementAndGet();
                pages.getOrDefault(words[1], (c, m, t) -> send(c, 404)).answer(connection, words[0], time);
            } finally {
                open.decrementAndGet();
            }
        } catch (IOException | InterruptedException e) {
            // The other side has hung up, or the test is over.
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        pool.shutdownNow();
    }
}
