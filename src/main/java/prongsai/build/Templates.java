package prongsai.build;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import prongsai.render.TemplateEngine;
import prongsai.render.TemplateFiles;

/** The templates of one build: the municipality's own above the bundled ones. */
record Templates(TemplateFiles files, TemplateEngine engine) {

    /**
     * The templates of a build.
     *
     * @throws BuildFailure if the municipality's folder cannot be read
     */
    static Templates of(Inputs inputs) throws BuildFailure {
        Optional<Path> own = inputs.templates();
        try {
            TemplateFiles files = own.isPresent() ? TemplateFiles.withOwn(own.get()) : TemplateFiles.bundled();
            return new Templates(files, TemplateEngine.of(files));
        } catch (IOException e) {
            throw BuildFailure.of(
                    BuildFailure.Reason.FILE_UNREADABLE, own.map(Path::toString).orElse("templates"), e);
        }
    }

    /** Has what every page needs parsed beside the reading of the content, which leaves a processor free. */
    Templates parsedBeside() {
        ForkJoinPool.commonPool().execute(engine::parseShared);
        return this;
    }
}
