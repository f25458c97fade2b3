package prongsai.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import prongsai.build.Viewers;
import prongsai.serve.LiveSite.State;
import prongsai.site.OutputPath;
import prongsai.source.Severity;

class LiveSiteTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Notice WRONG = new Notice(Severity.ERROR, Optional.empty(), "wrong", "mend it");
    private static final Notice OLD = new Notice(Severity.WARNING, Optional.empty(), "old", "look");
    private static final Outcome CHANGED = new Outcome.Published("/", true, List.of());
    private static final Outcome SAME = new Outcome.Published("/", false, List.of());
    private static final Outcome REFUSED = new Outcome.Refused(List.of(WRONG));

    private final BlockingQueue<Outcome> outcomes = new LinkedBlockingQueue<>();
    private final Semaphore begun = new Semaphore(0);
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger builds = new AtomicInteger();
    private LiveSite live = site(CHANGED);

    private LiveSite site(Outcome first) {
        return new LiveSite(Path.of("site"), first, this::build);
    }

    /** A build that takes as long as the test wants. */
    private Outcome build(Viewers viewers) {
        assertThat(atOnce.incrementAndGet()).isEqualTo(1);
        builds.incrementAndGet();
        begun.release();
        try {
            return take(outcomes);
        } finally {
            atOnce.decrementAndGet();
        }
    }

    @AfterEach
    void tearDown() {
        live.close();
    }

    private State after(Outcome outcome) throws InterruptedException {
        State before = live.state();
        outcomes.add(outcome);
        live.rebuild();
        return live.awaitOther(before, PATIENCE);
    }

    private void awaitBuild() throws InterruptedException {
        assertThat(begun.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aChangedSiteHasAnotherVersion() throws InterruptedException {
        State first = live.state();
        State second = after(CHANGED);
        assertThat(second.version()).isNotEqualTo(first.version());
        assertThat(second.told()).isEqualTo(first.told());
    }

    /** A site of which some pages are shown before the rest. */
    private static LiveSite inTwo(Outcome first, BlockingQueue<Outcome> rest) {
        return new LiveSite(Path.of("site"), first, viewers -> {
            viewers.see("/");
            return take(rest);
        });
    }

    @Test
    void whatComesFirstIsAVersionOfItsOwn() throws InterruptedException {
        BlockingQueue<Outcome> rest = new LinkedBlockingQueue<>();
        try (LiveSite inTwo = inTwo(CHANGED, rest)) {
            State first = inTwo.state();
            inTwo.rebuild();
            State second = inTwo.awaitOther(first, PATIENCE);
            assertThat(second.version()).isNotEqualTo(first.version());
            rest.add(CHANGED);
            assertThat(inTwo.awaitOther(second, PATIENCE).version()).isNotIn(first.version(), second.version());
        }
    }

    @Test
    void whatComesFirstComesWithoutTheErrorsOfTheLastBuild() throws InterruptedException {
        BlockingQueue<Outcome> rest = new LinkedBlockingQueue<>();
        try (LiveSite inTwo = inTwo(new Outcome.Refused(List.of(WRONG, OLD)), rest)) {
            State first = inTwo.state();
            inTwo.rebuild();
            State second = inTwo.awaitOther(first, PATIENCE);
            assertThat(second.notices()).containsExactly(OLD);
            assertThat(second.told()).isEqualTo(first.told() + 1);
            rest.add(SAME);
        }
    }

    @Test
    void theLastPagesThatWereOpenedAreOpen() {
        for (String page : List.of("a.html", "b.html", "c.html", "a.html", "d.html", "e.html")) {
            live.opened(new OutputPath(page));
        }
        assertThat(live.open())
                .extracting(OutputPath::text)
                .containsExactlyInAnyOrder("a.html", "c.html", "d.html", "e.html");
    }

    @Test
    void whatIsOutdatedTellsNothingAndIsMadeOnceMore() throws InterruptedException {
        BlockingQueue<Boolean> outdated = new LinkedBlockingQueue<>();
        try (LiveSite hurried = new LiveSite(Path.of("site"), CHANGED, viewers -> {
            outdated.add(viewers.isOutdated());
            Outcome outcome = take(outcomes);
            outdated.add(viewers.isOutdated());
            return outcome;
        })) {
            State first = hurried.state();
            hurried.rebuild();
            assertThat(outdated.poll(30, TimeUnit.SECONDS)).isFalse();
            hurried.rebuild();
            outcomes.add(new Outcome.Outdated());
            assertThat(outdated.poll(30, TimeUnit.SECONDS)).isTrue();
            assertThat(outdated.poll(30, TimeUnit.SECONDS)).isFalse();
            assertThat(hurried.state()).isEqualTo(first);
            outcomes.add(CHANGED);
            assertThat(hurried.awaitOther(first, PATIENCE).version()).isNotEqualTo(first.version());
        }
    }

    private static Outcome take(BlockingQueue<Outcome> outcomes) {
        try {
            return outcomes.take();
        } catch (InterruptedException e) {
            return SAME;
        }
    }

    @Test
    void errorsKeepTheVersionAndAreTold() throws InterruptedException {
        State first = live.state();
        State refused = after(REFUSED);
        assertThat(refused).isEqualTo(new State(first.version(), 1, Optional.of("/"), List.of(WRONG)));
        assertThat(after(SAME)).isEqualTo(new State(first.version(), 2, Optional.of("/"), List.of()));
    }

    @Test
    void nothingNewIsNothingToTell() throws InterruptedException {
        State first = live.state();
        outcomes.add(SAME);
        live.rebuild();
        awaitBuild();
        assertThat(live.awaitOther(first, Duration.ofMillis(200))).isEqualTo(first);
    }

    @Test
    void theFirstGoodVersionAfterErrorsIsAnother() throws InterruptedException {
        live.close();
        live = site(REFUSED);
        State first = live.state();
        assertThat(first.basePath()).isEmpty();
        State good = after(SAME);
        assertThat(good.basePath()).contains("/");
        assertThat(good.version()).isNotEqualTo(first.version());
    }

    @Test
    void theSameSiteAfterAnotherStartIsAnotherVersion() {
        try (LiveSite again = site(CHANGED)) {
            assertThat(again.state().version()).isNotEqualTo(live.state().version());
        }
    }

    @Test
    void whatIsAskedForDuringABuildIsDoneByOneMore() throws InterruptedException {
        live.rebuild();
        awaitBuild();
        for (int i = 0; i < 50; i++) {
            live.rebuild();
        }
        State before = live.state();
        outcomes.add(CHANGED);
        State first = live.awaitOther(before, PATIENCE);
        outcomes.add(CHANGED);
        live.awaitOther(first, PATIENCE);
        outcomes.add(CHANGED);
        assertThat(begun.tryAcquire(2, 300, TimeUnit.MILLISECONDS)).isFalse();
        assertThat(builds).hasValue(2);
    }

    @Test
    void afterTheEndNothingIsBuilt() {
        live.close();
        live.rebuild();
        assertThat(builds).hasValue(0);
    }
}
