package prongsai.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateEngineTest {
    @TempDir
    Path own;

    record Person(String name, Optional<String> phone, List<String> units) {}

    record View(String title, Html body, BigDecimal score, int count, boolean shown, Person person, Size size) {}

    enum Size {
        SMALL("เล็ก");

        private final String word;

        Size(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    private static final View VIEW = new View(
            "<b>&\"'",
            new Html("<p>ก</p>"),
            new BigDecimal("75.40"),
            1234567,
            true,
            new Person("นายนุกูล งานดี", Optional.empty(), List.of("กองคลัง")),
            Size.SMALL);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "${title}                              | &lt;b&gt;&amp;&quot;&#39;",
                "${body}                               | <p>ก</p>",
                "${score}                              | 75.4",
                "${count}                              | 1234567",
                "${shown}                              | true",
                "${person.name}                        | นายนุกูล งานดี",
                "<#if person.phone??>yes<#else>no</#if> | no",
                "<#list person.units as u>${u}</#list> | กองคลัง",
                "${size}                               | เล็ก",
                "#{count}                              | #{count}",
            })
    void readsARecordByItsComponents(String template, String expected) throws Exception {
        assertThat(rendered(template)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${person.name()}",
                "${person.class}",
                "${person.getClass()}",
                "${title?api.length()}",
                "${person.hashCode()}",
                "<#assign x='freemarker.template.utility.Execute'?new()>${x('id')}",
                "<#assign x='freemarker.template.utility.ObjectConstructor'?new()>",
                "<#include '../../../../etc/passwd'>",
                "<#include '/../secret.txt'>",
                "<#include 'file:///etc/passwd'>",
            })
    void aTemplateCanCallNothingAndReadNothingOutsideItsFolder(String template) throws Exception {
        Files.writeString(own.getParent().resolve("secret.txt"), "secret");
        assertThat(catchThrowableOfType(RenderException.class, () -> rendered(template)))
                .isNotNull();
    }

    @Test
    void aLinkThatLeadsOutOfTheFolderIsRefused() throws Exception {
        Path outside = Files.writeString(Files.createTempFile("outside", ".ftlh"), "secret");
        try {
            Files.createSymbolicLink(own.resolve("page.ftlh"), outside);
            assertThat(catchThrowableOfType(RenderException.class, () -> render("page.ftlh")))
                    .isNotNull();
        } finally {
            Files.delete(outside);
        }
    }

    @Test
    void anUnknownNameIsAProblemWithItsPlace() throws Exception {
        Files.writeString(own.resolve("page.ftlh"), "<p>\n  ${person.titel}</p>");
        assertThat(failure())
                .extracting(
                        RenderException::template,
                        RenderException::line,
                        RenderException::column,
                        RenderException::getMessage)
                .containsExactly(
                        "page.ftlh",
                        2,
                        5,
                        "page.ftlh:2:5: The following has evaluated to null or missing: ==> person.titel "
                                + "[in template \"page.ftlh\" at line 2, column 5]");
    }

    @Test
    void aTemplateThatDoesNotParseIsAProblemWithItsPlace() throws Exception {
        Files.writeString(own.resolve("page.ftlh"), "<#if shown>\n<#lst x as y>");
        assertThat(failure().getMessage()).startsWith("page.ftlh:2:2: Unknown directive: #lst. Help");
    }

    @Test
    void aMistakeInAnIncludedTemplateNamesThatTemplate() throws Exception {
        Files.writeString(own.resolve("part.ftlh"), "a\nb ${");
        Files.writeString(own.resolve("page.ftlh"), "<#include 'part.ftlh'>");
        assertThat(failure()).extracting(RenderException::template).isEqualTo("part.ftlh");
    }

    @Test
    void aMissingTemplateIsAProblem() {
        assertThat(failure().getMessage()).isEqualTo("page.ftlh:1:1: There is no such template");
    }

    @Test
    void theReasonIsOneLineWithoutAStackTrace() throws Exception {
        Files.writeString(own.resolve("page.ftlh"), "<#macro m>${nothing}</#macro><@m/>");
        assertThat(failure().reason()).doesNotContain("\n", "FTL stack trace", "----");
    }

    @Test
    void anOwnTemplateStandsBeforeTheBundledOne() throws Exception {
        Files.createDirectories(own.resolve("components/gap"));
        Files.writeString(own.resolve("components/gap/template.ftlh"), "<#macro gap what>own: ${what}</#macro>");
        Files.writeString(
                own.resolve("page.ftlh"),
                "<#import '/components/index.ftlh' as c><@c.gap what='x'/><@c.number text='1'/>");
        assertThat(render("page.ftlh")).isEqualTo("own: x1");
    }

    @Test
    void theMachinesLocaleAndTimeZoneChangeNothing() throws Exception {
        String template = "${score} ${count} ${(score * 3)?string['0.00']} ${'I'?lower_case} ${title?upper_case}";
        String expected = rendered(template);
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            for (String tag : List.of("tr-TR", "th-TH-u-ca-buddhist-nu-thai", "de-DE", "ar-EG")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
                assertThat(rendered(template)).as(tag).isEqualTo(expected);
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void aViewThatHoldsSomethingElseThanTextIsAMistake() throws Exception {
        Files.writeString(own.resolve("page.ftlh"), "${thing}");
        var failure = catchThrowableOfType(
                RenderException.class,
                () -> TemplateEngine.of(TemplateFiles.withOwn(own))
                        .render("page.ftlh", Map.of("thing", Thread.currentThread()), new StringWriter()));
        assertThat(failure.reason()).contains("A view may not hold a java.lang.Thread");
    }

    @Test
    void whatDoesNotParseIsToldAtItsOwnPlaceAlsoWhenItWasTriedBefore() throws Exception {
        Files.writeString(Files.createDirectories(own.resolve("layouts")).resolve("base.ftlh"), "\n  <#if>");
        Files.writeString(own.resolve("page.ftlh"), "<#import \"/layouts/base.ftlh\" as layout>");
        RenderException first = failure();
        TemplateEngine engine = TemplateEngine.of(TemplateFiles.withOwn(own));
        engine.parseShared();
        RenderException again =
                catchThrowableOfType(RenderException.class, () -> engine.render("page.ftlh", VIEW, new StringWriter()));
        assertThat(first.template()).isEqualTo("layouts/base.ftlh");
        assertThat(again)
                .usingRecursiveComparison()
                .comparingOnlyFields("template", "line", "column", "reason")
                .isEqualTo(first);
    }

    @Test
    void aWriterThatFailsIsAnIoProblemAndNotATemplates() throws Exception {
        Files.writeString(own.resolve("page.ftlh"), "x");
        Writer full = new Writer() {
            @Override
            public void write(char[] chars, int from, int length) throws IOException {
                throw new IOException("disk full");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        assertThat(catchThrowableOfType(
                        IOException.class,
                        () -> TemplateEngine.of(TemplateFiles.withOwn(own)).render("page.ftlh", VIEW, full)))
                .hasMessage("disk full");
    }

    private String rendered(String template) throws Exception {
        Files.writeString(own.resolve("page.ftlh"), template);
        return render("page.ftlh");
    }

    private String render(String name) throws IOException, RenderException {
        StringWriter out = new StringWriter();
        TemplateEngine.of(TemplateFiles.withOwn(own)).render(name, VIEW, out);
        return out.toString();
    }

    private RenderException failure() {
        return catchThrowableOfType(RenderException.class, () -> render("page.ftlh"));
    }
}
