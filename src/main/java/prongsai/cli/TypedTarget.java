package prongsai.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import prongsai.deploy.PublishSettings;
import prongsai.deploy.Target;

/** Turns an address and what is written about it into a target. */
final class TypedTarget {

    private static final int LARGEST_PORT = 65_535;
    private static final int SFTP_PORT = 22;
    private static final int FTP_PORT = 21;
    private static final int IMPLICIT_PORT = 990;
    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;
    private static final int BUCKET_CONNECTIONS = 8;
    private static final int SFTP_CONNECTIONS = 4;
    private static final int FTP_CONNECTIONS = 2;
    private static final int PATIENCE = 30;

    /** Part of a host's name by which most object stores tell their region, such as {@code ap-southeast-1}. */
    private static final Pattern REGION = Pattern.compile("[a-z]{2}(-[a-z]+){1,2}-[0-9]{1,3}");

    /** What stores expect that have but one. */
    private static final String ONLY_REGION = "us-east-1";

    private final PublishSettings.Entry entry;
    private final Officer officer;
    private final Path folder;

    /** @param folder from which paths in the settings begin */
    TypedTarget(PublishSettings.Entry entry, Officer officer, Path folder) {
        this.entry = entry;
        this.officer = officer;
        this.folder = folder;
    }

    Target target() throws Stopped {
        String url = entry.url();
        if (url.toLowerCase(Locale.ROOT).startsWith("file:")) {
            return new Target.Folder(path(url.substring("file:".length()).replaceFirst("^//(?=/)", "")));
        }
        URI uri = parse(url);
        String scheme = Objects.requireNonNullElse(uri.getScheme(), "").toLowerCase(Locale.ROOT);
        return switch (scheme) {
            case "sftp" -> sftp(uri);
            case "ftps" -> ftp(uri, encryption().orElse(Target.Encryption.EXPLICIT));
            case "ftp" -> ftp(uri, encryption().orElseThrow(() -> Stopped.byUsage("plain-ftp", url)));
            case "s3" -> bucket(uri);
            default -> throw Stopped.byUsage("bad-target", PublishSettings.masked(url));
        };
    }

    private static URI parse(String url) throws Stopped {
        try {
            URI uri = new URI(url);
            String user = Objects.requireNonNullElse(uri.getUserInfo(), "");
            if (user.contains(":")) {
                // What was typed is not repeated: it holds a password.
                throw Stopped.byUsage("secret-in-url");
            }
            if (uri.getHost() == null || user.isEmpty() || uri.getPort() == 0 || uri.getPort() > LARGEST_PORT) {
                throw Stopped.byUsage("bad-target", PublishSettings.masked(url));
            }
            return uri;
        } catch (URISyntaxException e) {
            throw Stopped.byUsage("bad-target", PublishSettings.masked(url));
        }
    }

    private Target.Account account(URI uri, int port) {
        return new Target.Account(uri.getUserInfo(), uri.getHost(), uri.getPort() < 0 ? port : uri.getPort());
    }

    /** {@code /~/} is where the account begins. */
    private static String folderOf(URI uri) {
        String path = Objects.requireNonNullElse(uri.getPath(), "");
        String plain = path.length() > 1 ? path.replaceFirst("/+$", "") : path;
        if (plain.isEmpty() || plain.equals("/~")) {
            return ".";
        }
        return plain.startsWith("/~/") ? plain.substring("/~/".length()) : plain;
    }

    private Target.Sftp sftp(URI uri) throws Stopped {
        Optional<Path> key =
                entry.key().isPresent() ? Optional.of(path(entry.key().get())) : Optional.empty();
        Optional<Path> agent = officer.variable("SSH_AUTH_SOCK").map(Path::of);
        return new Target.Sftp(
                account(uri, SFTP_PORT),
                folderOf(uri),
                key,
                agent,
                path(entry.knownHosts().orElse("~/.ssh/known_hosts")),
                entry.connections().orElse(SFTP_CONNECTIONS),
                patience());
    }

    private Target.Ftp ftp(URI uri, Target.Encryption encryption) {
        return new Target.Ftp(
                account(uri, encryption == Target.Encryption.IMPLICIT ? IMPLICIT_PORT : FTP_PORT),
                folderOf(uri),
                encryption,
                entry.certificate(),
                entry.connections().orElse(FTP_CONNECTIONS),
                patience());
    }

    /** {@code s3://key@store/bucket/prefix}. */
    private Target.Bucket bucket(URI uri) throws Stopped {
        List<String> names = Arrays.stream(
                        Objects.requireNonNullElse(uri.getPath(), "").split("/"))
                .filter(name -> !name.isEmpty())
                .toList();
        if (names.isEmpty()) {
            throw Stopped.byUsage("no-bucket", entry.url());
        }
        boolean isEncrypted =
                encryption().filter(Target.Encryption.NONE::equals).isEmpty();
        return new Target.Bucket(
                account(uri, isEncrypted ? HTTPS_PORT : HTTP_PORT),
                names.get(0),
                String.join("/", names.subList(1, names.size())),
                entry.region().orElseGet(() -> region(uri.getHost())),
                isEncrypted,
                entry.certificate(),
                entry.connections().orElse(BUCKET_CONNECTIONS),
                patience());
    }

    private static String region(String host) {
        return Arrays.stream(host.toLowerCase(Locale.ROOT).split("\\.", -1))
                .filter(REGION.asMatchPredicate())
                .findFirst()
                .orElse(ONLY_REGION);
    }

    private Optional<Target.Encryption> encryption() {
        return entry.encryption().map(written -> Target.Encryption.valueOf(written.toUpperCase(Locale.ROOT)));
    }

    private Duration patience() {
        return Duration.ofSeconds(entry.timeout().orElse(PATIENCE));
    }

    private Path path(String written) throws Stopped {
        try {
            return written.startsWith("~/") ? officer.home().resolve(written.substring(2)) : folder.resolve(written);
        } catch (InvalidPathException e) {
            throw Stopped.byUsage("bad-path", written);
        }
    }
}
