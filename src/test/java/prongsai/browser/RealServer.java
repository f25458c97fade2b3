package prongsai.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import prongsai.deploy.web.TestKeys;
import prongsai.feeds.ServerFile;
import prongsai.model.WebServer;
import prongsai.render.PagePolicy;
import prongsai.render.TemplateFiles;

/**
 * A web server of this computer that serves a copy of a site by the file that we make for it, and by nothing else: what
 * stands around the file only says where the site is and on which ports of the loopback to listen.
 */
final class RealServer implements AutoCloseable {

    private static final String HINT = "On Debian: run ./verify, or name it in ";
    private static final long PATIENCE_SECONDS = 30;

    private final WebServer kind;
    private final Path folder;
    private final Path top;
    private final TestSite site;
    private final int plain;
    private final int secure;
    private final Process process;

    private RealServer(WebServer kind, TestSite site, Path program) throws IOException, InterruptedException {
        this.kind = kind;
        this.site = site;
        // The server may give up being root, and the folders of this project may be for their owner alone.
        this.folder = Files.createTempDirectory("prongsai-server");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        this.top = folder.resolve("www");
        this.plain = freePort();
        this.secure = freePort();
        copySite();
        Files.writeString(folder.resolve("key.pem"), TestKeys.pem());
        this.process = start(program);
        await(plain);
        await(secure);
    }

    /** Where there is no such server, the test is passed over or fails. */
    static RealServer start(WebServer kind, TestSite site) {
        String variable = kind.name() + "_BIN";
        Path program = Needs.program(
                variable,
                switch (kind) {
                    case NGINX -> List.of("/usr/sbin/nginx", "target/servers/usr/sbin/nginx");
                    case APACHE -> List.of("/usr/sbin/apache2");
                    case CADDY -> List.of("/usr/bin/caddy", "target/servers/usr/bin/caddy");
                    case IIS -> throw new IllegalArgumentException("Windows alone has it");
                },
                HINT + variable + ".");
        try {
            return new RealServer(kind, site, program);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The site's folder on the server. */
    Path root() {
        return top.resolve(site.base().substring(1));
    }

    URI http() {
        return URI.create("http://127.0.0.1:" + plain + site.base());
    }

    URI https() {
        return URI.create("https://localhost:" + secure + site.base());
    }

    static Optional<String> policy() {
        try {
            return PagePolicy.of(TemplateFiles.bundled());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void copySite() throws IOException {
        Path root = Files.createDirectories(root());
        try (Stream<Path> files = Files.walk(site.root())) {
            for (Path file : files.toList()) {
                Path copy = root.resolve(site.root().relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
        Files.createDirectories(root.resolve(".prongsai-upload"));
        Files.writeString(root.resolve(".prongsai-upload/1"), "half of a file");
        String text = new ServerFile(URI.create("https://www.example.go.th" + site.base()), policy()).text(kind);
        Files.writeString(root.resolve(kind.file()), text);
        readable();
    }

    /** By others too, whatever mask this process has. */
    private void readable() throws IOException {
        try (Stream<Path> files = Files.walk(top)) {
            for (Path file : files.toList()) {
                Files.setPosixFilePermissions(
                        file, PosixFilePermissions.fromString(Files.isDirectory(file) ? "rwxr-xr-x" : "rw-r--r--"));
            }
        }
    }

    private Process start(Path program) throws IOException {
        Path settings = folder.resolve("settings");
        Files.writeString(
                settings,
                switch (kind) {
                    case NGINX -> nginx();
                    case APACHE -> apache();
                    case CADDY, IIS -> caddy();
                });
        String binary = program.toAbsolutePath().toString();
        String file = settings.toString();
        List<String> command = switch (kind) {
            case NGINX -> List.of(binary, "-e", "stderr", "-p", folder.toString(), "-c", file);
            case APACHE -> List.of(binary, "-DFOREGROUND", "-f", file);
            case CADDY, IIS -> List.of(binary, "run", "--config", file, "--adapter", "caddyfile");
        };
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("XDG_DATA_HOME", folder.toString());
        builder.environment().put("XDG_CONFIG_HOME", folder.toString());
        return builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
    }

    private String nginx() {
        String server = """
                    root %s;
                    include %s;
                """.formatted(top, root().resolve(kind.file()));
        return """
                daemon off;
                pid pid;
                error_log stderr;
                worker_processes 1;
                events {}
                http {
                    access_log off;
                    client_body_temp_path t1; proxy_temp_path t2; fastcgi_temp_path t3; uwsgi_temp_path t4; scgi_temp_path t5;
                    server {
                        listen 127.0.0.1:%d;
                %s    }
                    server {
                        listen 127.0.0.1:%d ssl;
                        ssl_certificate %s;
                        ssl_certificate_key %s;
                %s    }
                }
                """.formatted(plain, server, secure, folder.resolve("key.pem"), folder.resolve("key.pem"), server);
    }

    private String apache() {
        String modules = Stream.of(
                        "mpm_event",
                        "authz_core",
                        "alias",
                        "autoindex",
                        "brotli",
                        "deflate",
                        "dir",
                        "expires",
                        "filter",
                        "headers",
                        "mime",
                        "rewrite",
                        "setenvif",
                        "ssl")
                .map(m -> "LoadModule " + m + "_module /usr/lib/apache2/modules/mod_" + m + ".so")
                .collect(Collectors.joining("\n"));
        // The settings around are those of rented hosting: folders are listed, unless .htaccess says otherwise.
        return """
                ServerRoot %1$s
                ServerName localhost
                Listen 127.0.0.1:%2$d
                Listen 127.0.0.1:%3$d
                PidFile pid
                ErrorLog error
                User www-data
                Group www-data
                Mutex posixsem
                %4$s
                TypesConfig /dev/null
                SSLSessionCache none
                DocumentRoot %5$s
                <Directory %5$s>
                    AllowOverride All
                    Options Indexes FollowSymLinks
                    Require all granted
                </Directory>
                <VirtualHost 127.0.0.1:%3$d>
                    SSLEngine on
                    SSLCertificateFile %1$s/key.pem
                </VirtualHost>
                """.formatted(folder, plain, secure, modules, top);
    }

    private String caddy() {
        String site = """
                    bind 127.0.0.1
                    root * %s
                    import %s
                """.formatted(top, root().resolve(kind.file()));
        return """
                {
                    admin off
                    auto_https off
                }
                http://127.0.0.1:%d {
                %s}
                https://localhost:%d {
                    tls %s %s
                %s}
                """.formatted(plain, site, secure, folder.resolve("key.pem"), folder.resolve("key.pem"), site);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private void await(int port) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (true) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress("127.0.0.1", port), 1000);
                return;
            } catch (IOException e) {
                if (!process.isAlive() || System.nanoTime() > end) {
                    process.destroy();
                    throw new IOException(kind + " does not start: " + Files.readString(folder.resolve("log")), e);
                }
                Thread.sleep(20);
            }
        }
    }

    @Override
    public void close() {
        try {
            process.destroy();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path emptied, IOException failure) throws IOException {
                    Files.delete(emptied);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
