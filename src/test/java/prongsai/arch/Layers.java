package prongsai.arch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.io.Console;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/**
 * The rules of the architecture under a base package, so that they can be tried on classes made to break them.
 *
 * @param base such as {@code prongsai}
 */
record Layers(String base) {

    /** From the top down: a package uses those after it, never those before it. */
    static final List<String> ORDER = List.of(
            "cli",
            "serve",
            "build",
            "deploy",
            "publish",
            "check",
            "feeds",
            "render",
            "site",
            "disclosure",
            "content",
            "source",
            "model");

    /** Libraries that one or two packages alone may know. */
    private static final Map<List<String>, Set<String>> CONFINED = confined();

    private static Map<List<String>, Set<String>> confined() {
        Map<List<String>, Set<String>> confined = new LinkedHashMap<>();
        confined.put(List.of("freemarker.."), Set.of("render"));
        confined.put(List.of("com.vladsch.flexmark.."), Set.of("render"));
        confined.put(List.of("com.google.zxing.."), Set.of("render"));
        confined.put(List.of("com.fasterxml..", "tools.jackson..", "com.networknt..", "org.yaml.."), Set.of("source"));
        confined.put(List.of("org.jsoup.."), Set.of("check", "render"));
        confined.put(
                List.of("org.apache.pdfbox..", "org.apache.fontbox..", "org.apache.poi..", "com.drew.."),
                Set.of("check.attachment"));
        confined.put(List.of("java.net.http.."), Set.of("check.external", "deploy.s3", "deploy.web"));
        confined.put(List.of("java.awt..", "javax.imageio.."), Set.of("feeds.picture"));
        confined.put(List.of("org.apache.sshd.."), Set.of("deploy.sftp"));
        confined.put(List.of("org.apache.commons.net.."), Set.of("deploy.ftp"));
        confined.put(List.of("software.amazon.."), Set.of("deploy.s3"));
        confined.put(List.of("picocli.."), Set.of("cli"));
        confined.put(List.of("com.sun.net.httpserver.."), Set.of("serve"));
        return confined;
    }

    /** What depends on the computer or the moment: only the command line may ask for it. */
    private static final Set<String> OUTSIDE_WORLD = Set.of(
            "java.lang.System.getenv",
            "java.lang.System.getProperty",
            "java.lang.System.getProperties",
            "java.lang.System.lineSeparator",
            "java.lang.System.currentTimeMillis",
            "java.lang.System.exit",
            "java.lang.System.console",
            "java.lang.Boolean.getBoolean",
            "java.lang.Integer.getInteger",
            "java.lang.Runtime.exit",
            "java.lang.Runtime.halt",
            "java.nio.charset.Charset.defaultCharset",
            "java.util.Locale.getDefault",
            "java.util.Locale.setDefault",
            "java.util.TimeZone.getDefault",
            "java.util.TimeZone.setDefault",
            "java.util.UUID.randomUUID",
            "java.lang.Math.random");

    private static final Set<String> CLOCKED_TYPES =
            Set.of(Clock.class.getName(), Calendar.class.getName(), Console.class.getName());

    List<ArchRule> all() {
        List<ArchRule> rules = new ArrayList<>(importsGoDown());
        rules.add(knownPackages());
        rules.add(noCycles());
        rules.addAll(librariesAreConfined());
        rules.add(outsideWorld());
        rules.add(consoles());
        rules.add(nullMarked());
        return rules;
    }

    private String in(String layer) {
        return base + "." + layer + "..";
    }

    private String[] in(List<String> layers) {
        return layers.stream().map(this::in).toArray(String[]::new);
    }

    ArchRule knownPackages() {
        return ArchRuleDefinition.classes()
                .that()
                .resideInAPackage(base + "..")
                .should()
                .resideInAnyPackage(in(ORDER))
                .because("a new package needs its place in the order");
    }

    List<ArchRule> importsGoDown() {
        List<ArchRule> rules = new ArrayList<>();
        for (int i = 1; i < ORDER.size(); i++) {
            rules.add(noClasses()
                    .that()
                    .resideInAPackage(in(ORDER.get(i)))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(in(ORDER.subList(0, i)))
                    .allowEmptyShould(true));
        }
        return rules;
    }

    ArchRule noCycles() {
        return slices().matching(base + ".(*)..").should().beFreeOfCycles();
    }

    List<ArchRule> librariesAreConfined() {
        List<ArchRule> rules = new ArrayList<>();
        CONFINED.forEach((libraries, layers) -> rules.add(noClasses()
                .that()
                .resideInAPackage(base + "..")
                .and()
                .resideOutsideOfPackages(in(List.copyOf(layers)))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries.toArray(String[]::new))));
        return rules;
    }

    ArchRule outsideWorld() {
        return ArchRuleDefinition.classes()
                .that()
                .resideInAPackage(base + "..")
                .and()
                .resideOutsideOfPackages(in("cli"), in("serve"))
                .should(ArchConditions.never(ArchConditions.callCodeUnitWhere(asksTheWorld())));
    }

    private static DescribedPredicate<JavaCall<?>> asksTheWorld() {
        return DescribedPredicate.describe("asks for the time, the environment or the computer's settings", call -> {
            JavaClass owner = call.getTargetOwner();
            String name = call.getTarget().getName();
            boolean isNow = owner.getPackageName().equals("java.time")
                    && (name.equals("now") || owner.isEquivalentTo(ZoneId.class) && name.equals("systemDefault"));
            boolean isNewDate = owner.isEquivalentTo(Date.class)
                    && name.equals("<init>")
                    && call.getTarget().getRawParameterTypes().isEmpty();
            return isNow
                    || isNewDate
                    || CLOCKED_TYPES.contains(owner.getName())
                    || OUTSIDE_WORLD.contains(owner.getName() + "." + name)
                    || usesDefaultLocale(call);
        });
    }

    /** Case and formats without a {@link Locale}: {@code "TITLE".toLowerCase()} is another word in Turkey. */
    private static boolean usesDefaultLocale(JavaCall<?> call) {
        String name = call.getTarget().getName();
        boolean isString = call.getTargetOwner().isEquivalentTo(String.class);
        boolean takesLocale =
                call.getTarget().getRawParameterTypes().stream().anyMatch(t -> t.isEquivalentTo(Locale.class));
        boolean depends =
                Set.of("toLowerCase", "toUpperCase", "format", "formatted").contains(name);
        return isString && depends && !takesLocale;
    }

    ArchRule consoles() {
        return ArchRuleDefinition.classes()
                .that()
                .resideInAPackage(base + "..")
                .and()
                .resideOutsideOfPackage(in("cli"))
                .should(ArchConditions.never(
                        ArchConditions.accessFieldWhere(DescribedPredicate.<JavaFieldAccess>describe(
                                "speaks on the console",
                                access -> access.getTargetOwner().isEquivalentTo(System.class)))));
    }

    ArchRule nullMarked() {
        return ArchRuleDefinition.classes().that().resideInAPackage(base + "..").should(liveInANullMarkedPackage());
    }

    private static ArchCondition<JavaClass> liveInANullMarkedPackage() {
        return new ArchCondition<>("live in a package whose package-info says @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(
                        type, marked, type.getPackageName() + " is " + (marked ? "" : "not ") + "@NullMarked"));
            }
        };
    }
}
