package prongsai.deploy.web;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import prongsai.deploy.web.WebAnswer.Response;
import prongsai.deploy.web.WebFinding.Kind;
import prongsai.deploy.web.WebFinding.Severity;
import prongsai.feeds.ServerFile;
import prongsai.site.Fingerprint;
import prongsai.site.OutputPath;
import prongsai.site.Page;

/** What is to be seen of how a server serves: compression, encryption, headers, and what is not a file of the site. */
final class ServingChecks {

    private static final OutputPath HOME = new OutputPath("index.html");
    private static final OutputPath NOT_FOUND =
            new OutputPath(new Page.Own(Page.Own.Kind.NOT_FOUND).route().file());

    /** A name that no page has. */
    private static final String NOWHERE = "no-such-page-0b5d4e7a";

    /** What lies beside the files of the site. */
    private static final List<String> BOOKKEEPING = List.of(".prongsai-manifest.json");

    /** Shorter texts may come as they are. */
    private static final int WORTH_PACKING = 1_000;

    private static final int DEFAULT_SIZE = 1 << 16;

    private final WebCheckOptions options;
    private final WebClient client;
    private final Map<OutputPath, Response> answers;
    private final List<WebFinding> findings = new ArrayList<>();

    /** @param answers what came of the files that were asked for and are there */
    ServingChecks(WebCheckOptions options, WebClient client, Map<OutputPath, Response> answers) {
        this.options = options;
        this.client = client;
        this.answers = answers;
    }

    List<WebFinding> findings() throws InterruptedException {
        missingPage();
        folderWithoutSlash();
        folderWithoutPage();
        hidden();
        encryption();
        Optional<Response> home = Optional.ofNullable(answers.get(HOME));
        if (home.isPresent()) {
            compression();
            findings.addAll(ServingHeaders.ofPage(options, home.get()));
        }
        answers.entrySet().stream()
                .filter(answer -> WebSample.isKept(answer.getKey()))
                .findFirst()
                .flatMap(answer -> ServingHeaders.ofAsset(answer.getKey(), answer.getValue()))
                .ifPresent(findings::add);
        return findings;
    }

    private Optional<Response> ask(String path, long wanted) throws InterruptedException {
        return ask(URI.create(options.base().toASCIIString() + path), wanted);
    }

    /** What is not answered here has been found before, or cannot be told. */
    private Optional<Response> ask(URI address, long wanted) throws InterruptedException {
        return client.askTwice(address, wanted) instanceof Response response ? Optional.of(response) : Optional.empty();
    }

    private void missingPage() throws InterruptedException {
        Optional<Fingerprint> ours = options.site().find(NOT_FOUND);
        Optional<Response> answer = ask(NOWHERE, ours.map(Fingerprint::size).orElse(0L));
        if (answer.isEmpty()) {
            return;
        }
        if (answer.get().status() != 404) {
            add(Kind.MISSING_FOUND, answer.get().status() + "");
        }
        if (ours.isPresent() && !answer.get().body().equals(ours.get())) {
            add(Kind.FOREIGN_NOT_FOUND);
        }
    }

    private void folderWithoutSlash() throws InterruptedException {
        Optional<OutputPath> page = answers.keySet().stream()
                .filter(path -> path.text().endsWith("/index.html"))
                .findFirst();
        if (page.isEmpty()) {
            return;
        }
        String folder = page.get().folder();
        Optional<Response> answer = ask(folder, 0);
        if (answer.isPresent() && !leadsTo(answer.get(), folder)) {
            add(Kind.NO_SLASH, folder, answer.get().status() + "");
        }
    }

    private boolean leadsTo(Response response, String folder) {
        URI from = URI.create(options.base().toASCIIString() + folder);
        return response.isRedirect()
                && resolved(from, response)
                        .filter((from.toASCIIString() + "/")::equals)
                        .isPresent();
    }

    private static Optional<String> resolved(URI from, Response response) {
        try {
            return response.header("Location").map(to -> from.resolve(to).toASCIIString());
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    /** The first folder of the site that has no page. */
    private void folderWithoutPage() throws InterruptedException {
        Set<String> folders = new TreeSet<>();
        options.site().files().keySet().forEach(path -> folders.addAll(path.folders()));
        Optional<String> bare = folders.stream()
                .filter(folder -> !folder.startsWith("."))
                .filter(folder -> !options.site().owns(new OutputPath(folder + "/index.html")))
                .findFirst();
        if (bare.isPresent() && isShown(bare.get() + "/")) {
            add(Kind.LISTED, bare.get() + "/");
        }
    }

    private void hidden() throws InterruptedException {
        List<String> paths = new ArrayList<>(BOOKKEEPING);
        options.site().files().keySet().stream()
                .filter(ServerFile::isOne)
                .map(OutputPath::text)
                .forEach(paths::add);
        for (String path : paths) {
            if (isShown(path)) {
                add(Kind.READABLE, path);
            }
        }
    }

    /** Whether something comes that is not the page for what is missing, whatever the server calls that. */
    private boolean isShown(String path) throws InterruptedException {
        Optional<Fingerprint> missing = options.site().find(NOT_FOUND);
        return ask(path, DEFAULT_SIZE)
                .filter(Response::isFound)
                .filter(response -> missing.isEmpty() || !response.body().equals(missing.get()))
                .isPresent();
    }

    private void encryption() throws InterruptedException {
        if (options.isSecure()) {
            if (options.other().isPresent()) {
                httpLeadsToHttps(options.other().get());
            }
            return;
        }
        boolean answers = options.other().isPresent()
                && client.ask(options.other().get(), WebClient.Packing.GZIP, DEFAULT_SIZE) instanceof Response;
        if (answers) {
            add(Kind.HTTPS_UNUSED, options.other().orElseThrow().toASCIIString());
        } else if (options.isLoopback()) {
            findings.add(new WebFinding(Kind.NO_HTTPS, Severity.SHOULD, List.of()));
        } else {
            add(Kind.NO_HTTPS);
        }
    }

    /** A server that does not answer by http at all is as good. */
    private void httpLeadsToHttps(URI http) throws InterruptedException {
        Optional<Response> answer = client.ask(http, WebClient.Packing.GZIP, DEFAULT_SIZE) instanceof Response response
                ? Optional.of(response)
                : Optional.empty();
        boolean stays = answer.isPresent()
                && !(answer.get().isRedirect()
                        && resolved(http, answer.get())
                                .filter(to -> to.startsWith("https://"))
                                .isPresent());
        if (stays) {
            add(Kind.HTTP_STAYS, http.toASCIIString());
        }
    }

    private void compression() throws InterruptedException {
        long size = options.site().find(HOME).map(Fingerprint::size).orElse(0L);
        boolean packed = ServingHeaders.isPacked(Optional.ofNullable(answers.get(HOME)));
        if (packed || size < WORTH_PACKING) {
            return;
        }
        WebAnswer brotli = client.ask(options.base(), WebClient.Packing.BROTLI, size);
        if (!(brotli instanceof Response response && ServingHeaders.isPacked(Optional.of(response)))) {
            add(Kind.NOT_COMPRESSED, "");
        }
    }

    private void add(Kind kind, String... arguments) {
        findings.add(WebFinding.of(kind, arguments));
    }
}
