package prongsai.render;

import freemarker.cache.ClassTemplateLoader;
import freemarker.cache.FileTemplateLoader;
import freemarker.cache.MultiTemplateLoader;
import freemarker.cache.StrongCacheStorage;
import freemarker.cache.TemplateLoader;
import freemarker.cache.TemplateNameFormat;
import freemarker.core.ParseException;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.MalformedTemplateNameException;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateNotFoundException;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;

/**
 * Fills templates with views.
 *
 * <pre>{@code
 * var engine = TemplateEngine.of(TemplateFiles.bundled());
 * engine.render("pages/item.ftlh", new PageModel(frame, item), out);
 * }</pre>
 *
 * <p>Everything a template prints is escaped as HTML, except {@link Html}. A template reads a record's components
 * by name, calls no method, loads no class and opens no file outside the template folder. The result depends on the
 * template and the view alone: not on the machine's locale, time zone or encoding. Safe for use by many threads.
 */
public final class TemplateEngine {
    private static final List<String> SHARED = List.of("layouts/base.ftlh", "components/index.ftlh");

    private final Configuration configuration;
    private final JoinedLoader loader;

    private TemplateEngine(Configuration configuration, JoinedLoader loader) {
        this.configuration = configuration;
        this.loader = loader;
    }

    /** The bundled templates never change while the program runs: parsed once, they serve every build. */
    private static final class Bundled {
        static final TemplateEngine ENGINE = over(bundled());
    }

    /**
     * An engine over a template folder.
     *
     * @throws IOException if a municipality's own folder cannot be read
     */
    public static TemplateEngine of(TemplateFiles files) throws IOException {
        return files.own().isPresent() ? over(loaderOf(files.own().get())) : Bundled.ENGINE;
    }

    private static TemplateEngine over(TemplateLoader templates) {
        Configuration c = new Configuration(Configuration.VERSION_2_3_34);
        JoinedLoader loader = new JoinedLoader(templates);
        c.setTemplateLoader(loader);
        c.setTemplateNameFormat(TemplateNameFormat.DEFAULT_2_4_0);
        c.setLocalizedLookup(false);
        c.setRecognizeStandardFileExtensions(true);
        c.setInterpolationSyntax(Configuration.DOLLAR_INTERPOLATION_SYNTAX);
        c.setDefaultEncoding("UTF-8");
        c.setOutputEncoding("UTF-8");
        c.setLocale(Locale.ROOT);
        c.setTimeZone(TimeZone.getTimeZone("Asia/Bangkok"));
        c.setSQLDateAndTimeTimeZone(TimeZone.getTimeZone("Asia/Bangkok"));
        c.setNumberFormat("computer");
        c.setBooleanFormat("c");
        c.setObjectWrapper(new ViewWrapper());
        c.setAPIBuiltinEnabled(false);
        c.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        c.setFallbackOnNullLoopVariable(false);
        c.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        c.setLogTemplateExceptions(false);
        c.setWrapUncheckedExceptions(true);
        // One engine serves one build: a template that changes meanwhile must not give two looks to one site.
        c.setCacheStorage(new StrongCacheStorage());
        c.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
        return new TemplateEngine(c, loader);
    }

    /**
     * Writes one page.
     *
     * @param template path below the template folder, such as {@code pages/home.ftlh}
     * @param view a record, whose components the template reads by name
     * @throws RenderException if the template is missing, cannot be parsed, or asks for what the view has not
     * @throws IOException if the writer fails
     */
    public void render(String template, Object view, Writer out) throws RenderException, IOException {
        try {
            configuration.getTemplate(template).process(view, out);
        } catch (ParseException e) {
            throw failure(e, template);
        } catch (TemplateNotFoundException e) {
            throw failure(e.getTemplateName(), template, 1, 1, "There is no such template", e);
        } catch (MalformedTemplateNameException e) {
            throw failure(e.getTemplateName(), template, 1, 1, "Not a path of a template", e);
        } catch (TemplateException e) {
            // An included template that does not parse is reported at its own place, not at that of the include.
            Optional<ParseException> parse = parseException(e);
            throw parse.isPresent() ? failure(parse.get(), template) : failure(e, template);
        } catch (SecurityException e) {
            throw failure(template, template, 1, 1, "The template lies outside the template folder", e);
        }
    }

    /** Parses what every page includes, if it can be: what is wrong with it is told where it is needed. */
    public void parseShared() {
        try {
            for (String template : SHARED) {
                configuration.getTemplate(template);
            }
        } catch (IOException | SecurityException e) {
            // Met again by the first page.
        }
    }

    private RenderException failure(
            String source, String template, Integer line, Integer column, String reason, Throwable cause) {
        // FreeMarker knows no place for a few errors; the page asked for is then the best place to begin.
        JoinedLoader.Place place =
                loader.place(source == null ? template : source, line == null ? 1 : Math.max(1, line));
        return new RenderException(
                place.template(),
                place.line(),
                column == null ? 1 : Math.max(1, column),
                firstParagraph(reason),
                cause);
    }

    /** FreeMarker remembers what went wrong with a template, and wraps it for whoever asks for that once more. */
    private static Optional<ParseException> parseException(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ParseException parse) {
                return Optional.of(parse);
            }
        }
        return Optional.empty();
    }

    private RenderException failure(ParseException e, String template) {
        return failure(e.getTemplateName(), template, e.getLineNumber(), e.getColumnNumber(), e.getEditorMessage(), e);
    }

    private RenderException failure(TemplateException e, String template) {
        return failure(
                e.getTemplateSourceName(),
                template,
                e.getLineNumber(),
                e.getColumnNumber(),
                e.getMessageWithoutStackTop(),
                e);
    }

    /** FreeMarker adds tips and a dump of the failed expression after the first paragraph. */
    private static String firstParagraph(String message) {
        String text = message == null ? "" : message;
        int end = text.indexOf("\n\n");
        int tips = text.indexOf("\n----");
        int cut = Math.min(end < 0 ? text.length() : end, tips < 0 ? text.length() : tips);
        return text.substring(0, cut).replaceAll("\\s+", " ").strip();
    }

    private static TemplateLoader loaderOf(Path own) throws IOException {
        FileTemplateLoader loader = new FileTemplateLoader(own.toFile());
        // A name that differs in case only works on Windows and breaks on the server.
        loader.setEmulateCaseSensitiveFileSystem(true);
        MultiTemplateLoader chain = new MultiTemplateLoader(new TemplateLoader[] {loader, bundled()});
        chain.setSticky(false);
        return chain;
    }

    private static TemplateLoader bundled() {
        return new ClassTemplateLoader(TemplateEngine.class.getClassLoader(), "templates");
    }
}
