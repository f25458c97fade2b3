package prongsai.deploy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import prongsai.deploy.DeploymentFailure.Reason;
import prongsai.deploy.DeploymentProgress.Phase;
import prongsai.deploy.Interruption.Outcome;
import prongsai.deploy.Publications.Publication;
import prongsai.publish.HeldSite;
import prongsai.publish.Patience;
import prongsai.publish.PublishFailure;
import prongsai.site.Fingerprint;
import prongsai.site.Manifest;
import prongsai.site.OutputPath;

/**
 * Makes a folder on a server hold the new site in place of the old one, so that whoever reads it meanwhile, and after the
 * connection was cut at any moment, finds whole pages whose assets are there.
 *
 * <h2>Why</h2>
 *
 * <p>A file is sent under a number into a folder of its own and takes its place by one rename; in an object store, where it is
 * whole or not there at all, it is sent under its own name. The order is that of
 * {@link prongsai.publish.SitePublisher}, with the same argument: <b>additions</b> first, to which nothing leads;
 * then <b>replacements</b>, in whatever order, since every path of both sites is there; then <b>deletions</b>; and at
 * last the <b>manifest</b>.
 *
 * <p>A publication that was cut short is not undone but gone on with, towards whatever is to be published then. For that
 * {@link Bookkeeping#BEGUN} notes, before the first change, what will be ours besides what the manifest says; it goes when
 * the manifest is in place. The mixture that a cut leaves is closed as far as it can be reached from {@code /}: cut while
 * adding, it is the old site; cut while replacing, every path of both is there; cut while deleting, it is the new site. But
 * what cannot be reached may lead to what was not added yet, or is deleted already, and must not come to be reached as it
 * stands: {@link Bookkeeping#UNREACHED} notes its paths, and the next publication writes them with its additions. When
 * these are there, so is every path of both sites, and all of it is closed; and so on with the same order.
 *
 * <p>Nothing is overwritten or deleted that is not as we left it ({@link Inspection}), unless that is asked for.
 */
public final class Deployment {

    /** A site of at most so many files is looked at as a whole each time, a larger one only where it is about to change. */
    private static final int FEW = 1_000;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration BUILD_PATIENCE = Duration.ofMinutes(1);
    private static final long LARGEST_MANIFEST = 256L << 20;

    private final DeploymentOptions options;
    private final DeploymentProgress progress;
    private final Workspace workspace;
    private final Interruption interruption;
    private final Crew crew;

    private Deployment(
            Remote remote,
            DeploymentOptions options,
            DeploymentProgress progress,
            Interruption interruption,
            Workspace workspace,
            Duration pause) {
        this.options = options;
        this.progress = progress;
        this.workspace = workspace;
        this.interruption = interruption;
        this.crew = new Crew(remote, pause, progress::retrying, interruption);
    }

    /**
     * Publishes, or finds out what publishing would do.
     *
     * @param interruption by which another thread may stop it; what is on the server then is whole, and free for others if
     *     the server could still be reached
     * @throws DeploymentFailure where the site could not be published; what visitors see is whole all the same
     * @throws PublishFailure where the finished site on this computer cannot be read
     * @throws IOException where this computer cannot remember what it publishes
     */
    public static DeploymentReport run(
            Remote remote, DeploymentOptions options, DeploymentProgress progress, Interruption interruption)
            throws DeploymentFailure, PublishFailure, IOException {
        return run(remote, options, progress, interruption, FIRST_PAUSE);
    }

    static DeploymentReport run(
            Remote remote,
            DeploymentOptions options,
            DeploymentProgress progress,
            Interruption interruption,
            Duration firstPause)
            throws DeploymentFailure, PublishFailure, IOException {
        try (Workspace workspace = Workspace.open(options.memory(), options.target())) {
            Deployment deployment = new Deployment(remote, options, progress, interruption, workspace, firstPause);
            try (Crew crew = deployment.crew) {
                return deployment.run(crew);
            }
        } catch (RemoteFailure e) {
            throw new DeploymentFailure(e);
        }
    }

    private DeploymentReport run(Crew crew) throws RemoteFailure, DeploymentFailure, PublishFailure, IOException {
        Optional<Manifest> built =
                options.from() == DeploymentOptions.From.BUILD ? Optional.of(keepBuilt()) : Optional.empty();
        progress.phase(Phase.CONNECTING);
        if (options.dryRun()) {
            return compare(built).report(0);
        }
        RemoteLock lock = acquire();
        try {
            DeploymentReport report = publish(compare(built), lock);
            crew.ask(connection -> {
                lock.release(connection);
                return report;
            });
            interruption.letGo(Outcome.DONE);
            return report;
        } catch (RemoteFailure | DeploymentFailure | IOException | RuntimeException e) {
            interruption.letGo(isLetGo(lock) ? Outcome.LEFT : Outcome.LOCKED);
            throw e;
        }
    }

    private RemoteLock acquire() throws RemoteFailure, DeploymentFailure, IOException {
        try {
            return crew.ask(connection -> {
                interruption.hold();
                return RemoteLock.acquire(
                        connection,
                        workspace.lockNote(),
                        options.token(),
                        options.person(),
                        options.now(),
                        options.force());
            });
        } catch (DeploymentFailure e) {
            // Stopped between two tries, it cannot tell whether the first took the lock.
            boolean isUnsure = e.reason() == Reason.INTERRUPTED && interruption.isHolding();
            interruption.letGo(isUnsure ? Outcome.LOCKED : Outcome.NOTHING_BEGUN);
            throw e;
        } catch (RemoteFailure | IOException | RuntimeException e) {
            interruption.letGo(Outcome.LOCKED);
            throw e;
        }
    }

    /** What was found on the server, and what follows from it. */
    private record Comparison(
            Owned owned, Manifest next, DeploymentPlan plan, boolean elsewhere, Optional<Publication> earlier) {

        DeploymentReport report(long bytes) {
            return new DeploymentReport(
                    plan.report(),
                    next,
                    bytes,
                    texts(plan.healed()),
                    texts(plan.foreign()),
                    elsewhere,
                    earlier.map(publication -> publication.time().toString()));
        }

        boolean changesNothing() {
            return plan.changesNothing()
                    && owned.published().equals(next)
                    && owned.begun().paths().isEmpty();
        }
    }

    private Manifest keepBuilt() throws DeploymentFailure, PublishFailure, IOException {
        progress.phase(Phase.KEEPING);
        try (HeldSite site = HeldSite.hold(options.site(), new Patience(BUILD_PATIENCE, () -> {}))) {
            Manifest manifest = site.manifest()
                    .filter(found -> !found.files().isEmpty())
                    .orElseThrow(() -> new DeploymentFailure(
                            Reason.NO_SITE, List.of(options.site().toString())));
            List<OutputPath> damaged =
                    options.dryRun() ? List.of() : workspace.kept().keep(site, manifest);
            if (!damaged.isEmpty()) {
                throw new DeploymentFailure(Reason.SITE_DAMAGED, texts(damaged));
            }
            return manifest;
        }
    }

    private Comparison compare(Optional<Manifest> built) throws RemoteFailure, DeploymentFailure, IOException {
        progress.phase(Phase.COMPARING);
        Owned owned = crew.ask(this::owned);
        workspace.publications().catchUp(owned.published(), options.now());
        List<Publication> history = workspace.publications().all();
        boolean published = !owned.published().files().isEmpty();
        boolean ours =
                !history.isEmpty() && history.get(history.size() - 1).manifest().equals(owned.published());
        boolean elsewhere = published && !ours;
        Optional<Publication> earlier = built.isPresent()
                ? Optional.empty()
                : Optional.of(earlier(history, elsewhere, owned.begun().latest()));
        Manifest next = built.or(() -> earlier.map(Publication::manifest)).orElseThrow();
        return new Comparison(owned, next, plan(owned, next), elsewhere, earlier);
    }

    private Publication earlier(List<Publication> history, boolean elsewhere, Manifest begun) throws DeploymentFailure {
        if (elsewhere && !options.force()) {
            throw new DeploymentFailure(Reason.PUBLISHED_ELSEWHERE, List.of());
        }
        // What others published since is not in our history, nor what was cut short: then our last one is the one
        // before.
        boolean last = elsewhere || isBegunTowardsAnother(begun, history);
        int index = history.size() - (last ? 1 : 2);
        if (index < 0) {
            throw new DeploymentFailure(Reason.NOTHING_EARLIER, List.of());
        }
        return history.get(index);
    }

    /** Whether something was cut short that was neither as good as ended nor a rollback, which is to be gone on with. */
    private static boolean isBegunTowardsAnother(Manifest begun, List<Publication> history) {
        return history.subList(Math.max(0, history.size() - 2), history.size()).stream()
                .noneMatch(publication -> publication
                        .manifest()
                        .files()
                        .entrySet()
                        .containsAll(begun.files().entrySet()));
    }

    private Owned owned(Connection connection) throws RemoteFailure, IOException {
        Optional<byte[]> begun = connection.read(Bookkeeping.BEGUN, LARGEST_MANIFEST);
        Optional<byte[]> unreached =
                begun.isPresent() ? connection.read(Bookkeeping.UNREACHED, LARGEST_MANIFEST) : Optional.empty();
        List<Publication> history = workspace.publications().all();
        if (!history.isEmpty()) {
            byte[] ours = bytes(history.get(history.size() - 1).manifest());
            Optional<RemoteFile> now = connection.look(Bookkeeping.MANIFEST);
            Optional<Fingerprint> known = now.flatMap(file -> workspace.seen().find(Bookkeeping.MANIFEST, file));
            if (known.filter(Fingerprint.of(ours)::equals).isPresent()) {
                return Owned.of(Optional.of(ours), begun, unreached);
            }
        }
        return Owned.of(connection.read(Bookkeeping.MANIFEST, LARGEST_MANIFEST), begun, unreached);
    }

    private DeploymentPlan plan(Owned owned, Manifest next) throws RemoteFailure, DeploymentFailure, IOException {
        Inspection inspection = new Inspection(crew, owned, next, workspace.seen());
        Collection<OutputPath> changing = DeploymentPlan.changing(owned, next);
        Map<OutputPath, Standing> standing = new TreeMap<>(inspection.ofChanging(changing));
        if (next.files().size() <= FEW) {
            List<OutputPath> staying = next.files().keySet().stream()
                    .filter(path -> !changing.contains(path))
                    .toList();
            standing.putAll(inspection.ofStaying(staying));
        }
        return DeploymentPlan.of(owned, next, standing);
    }

    private DeploymentReport publish(Comparison comparison, RemoteLock lock)
            throws RemoteFailure, DeploymentFailure, IOException {
        DeploymentPlan plan = comparison.plan();
        if (!plan.foreign().isEmpty() && !options.force()) {
            throw new DeploymentFailure(Reason.FOREIGN_CHANGES, texts(plan.foreign()));
        }
        List<OutputPath> lost = plan.sent().stream()
                .filter(path -> comparison
                        .next()
                        .find(path)
                        .filter(workspace.kept()::has)
                        .isEmpty())
                .toList();
        if (!lost.isEmpty()) {
            throw new DeploymentFailure(Reason.NO_LONGER_KEPT, texts(lost));
        }
        long sent = 0;
        if (comparison.changesNothing()) {
            crew.ask(connection -> {
                Shipment.sweep(connection);
                return plan;
            });
        } else {
            workspace.publications().begin(comparison.next());
            Shipment shipment =
                    new Shipment(crew, workspace, comparison.owned(), comparison.next(), lock, progress, interruption);
            sent = shipment.carryOut(plan);
        }
        remember(comparison);
        return comparison.report(sent);
    }

    private void remember(Comparison comparison) throws IOException {
        Publications publications = workspace.publications();
        List<Publication> history = publications.all();
        if (comparison.earlier().isPresent()) {
            int number = comparison.earlier().get().number();
            for (Publication later : history) {
                if (later.number() > number) {
                    publications.forget(later);
                }
            }
        } else if (history.isEmpty()
                || !history.get(history.size() - 1).manifest().equals(comparison.next())) {
            publications.add(comparison.next(), options.now());
        }
        workspace
                .seen()
                .settle(new TreeSet<>(Stream.concat(
                                Stream.of(Bookkeeping.MANIFEST),
                                comparison.next().files().keySet().stream().map(OutputPath::text))
                        .toList()));
        workspace.tidy();
    }

    /** If the server cannot be reached now, the lock stays there, and we know it again the next time. */
    private boolean isLetGo(RemoteLock lock) throws IOException {
        try {
            crew.once(connection -> {
                lock.release(connection);
                return lock;
            });
            return true;
        } catch (RemoteFailure | DeploymentFailure e) {
            // Noted in the workspace.
            return false;
        }
    }

    /**
     * A text file of the site that was published last.
     *
     * @param memory as in {@link DeploymentOptions#memory()}
     * @throws IOException if it is not kept
     */
    public static String kept(Path memory, Fingerprint bytes) throws IOException {
        return Files.readString(Workspace.kept(memory).locate(bytes));
    }

    static byte[] bytes(Manifest manifest) {
        return manifest.toJson().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static List<String> texts(Collection<OutputPath> paths) {
        List<String> texts = new ArrayList<>();
        paths.forEach(path -> texts.add(path.text()));
        return texts;
    }
}
