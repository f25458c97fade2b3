package prongsai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import prongsai.build.BuildFailure;
import prongsai.build.Progress;
import prongsai.deploy.DeploymentFailure;
import prongsai.deploy.DeploymentProgress;
import prongsai.deploy.RemoteFailure;
import prongsai.deploy.web.WebFinding;
import prongsai.publish.PublishFailure;
import prongsai.render.ShareTexts;
import prongsai.source.Severity;
import prongsai.source.StableName;

class ConsoleTextsTest {

    private static final Pattern SAID = Pattern.compile("(?:say|text)\\(\\s*\"([a-z-]+)\"");
    private static final Pattern STOPPED = Pattern.compile("(?:by[A-Z][a-z]+|complain)\\(\\s*\"([a-z-]+)\"");

    /** By the reason of the failure itself; by what an interruption came to. */
    private static final EnumSet<DeploymentFailure.Reason> SPOKEN_OF_OTHERWISE =
            EnumSet.of(DeploymentFailure.Reason.REMOTE, DeploymentFailure.Reason.INTERRUPTED);

    @ParameterizedTest
    @EnumSource
    void everyTextThatTheProgramSaysIsThereAndNoOther(Language language) throws IOException {
        Set<String> needed = new TreeSet<>(found(SAID));
        for (String key : found(STOPPED)) {
            needed.add(key);
            needed.add(key + ".hint");
        }
        for (PublishFailure.Reason reason : PublishFailure.Reason.values()) {
            needed.add("publish-" + StableName.of(reason));
            needed.add("publish-" + StableName.of(reason) + ".hint");
        }
        // What could not be published has a reason of its own.
        for (BuildFailure.Reason reason : EnumSet.complementOf(EnumSet.of(BuildFailure.Reason.NOT_PUBLISHED))) {
            needed.add(StableName.of(reason));
            needed.add(StableName.of(reason) + ".hint");
        }
        for (DeploymentFailure.Reason reason : EnumSet.complementOf(SPOKEN_OF_OTHERWISE)) {
            needed.add("deploy-" + StableName.of(reason));
            needed.add("deploy-" + StableName.of(reason) + ".hint");
        }
        for (RemoteFailure.Reason reason : RemoteFailure.Reason.values()) {
            needed.add("remote-" + StableName.of(reason));
            needed.add("remote-" + StableName.of(reason) + ".hint");
        }
        for (WebFinding.Kind kind : WebFinding.Kind.values()) {
            needed.add("web-" + StableName.of(kind));
            needed.add("web-" + StableName.of(kind) + ".hint");
        }
        for (DeploymentProgress.Phase phase : DeploymentProgress.Phase.values()) {
            needed.add("deploying." + StableName.of(phase));
        }
        needed.add("deploying.retrying");
        for (ShareTexts.Kind kind : ShareTexts.Kind.values()) {
            needed.add("share." + StableName.of(kind));
        }
        for (String kind : List.of("changed", "added", "removed", "pages", "files")) {
            needed.add("changes." + kind);
        }
        for (String noun : List.of("pages", "files")) {
            needed.add("changes." + noun + ".one");
            needed.add("changes." + noun + ".more");
        }
        for (Severity severity : Severity.values()) {
            needed.add("findings." + severity.name().toLowerCase(java.util.Locale.ROOT));
        }
        for (Progress.Stage stage : Progress.Stage.values()) {
            needed.add("stage." + stage.name().toLowerCase(java.util.Locale.ROOT));
        }
        assertThat(Messages.load("console", language).keys().stream().filter(key -> !key.endsWith(".none")))
                .containsExactlyInAnyOrderElementsOf(needed);
    }

    @Test
    void bothLanguagesSpeakOfTheSame() {
        Messages thai = Messages.load("console", Language.TH);
        Messages english = Messages.load("console", Language.EN);
        assertThat(thai.keys()).isEqualTo(english.keys());
        for (String key : thai.keys()) {
            assertThat(placeholders(thai.raw(key))).as(key).isEqualTo(placeholders(english.raw(key)));
        }
    }

    private static Set<String> placeholders(String text) {
        return Messages.PLACEHOLDER
                .matcher(text)
                .results()
                .map(m -> m.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> found(Pattern pattern) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/java/prongsai/cli"))) {
            Set<String> keys = new TreeSet<>();
            for (Path file : files.toList()) {
                pattern.matcher(Files.readString(file)).results().forEach(m -> keys.add(m.group(1)));
            }
            return keys;
        }
    }
}
