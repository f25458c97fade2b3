package prongsai.cli;

import prongsai.build.BuildFailure;
import prongsai.build.BuildOptions;
import prongsai.build.BuildReport;
import prongsai.build.Progress;

/** What builds a site: {@link prongsai.build.SiteBuild#run}, or something simpler in a test of the console. */
@FunctionalInterface
interface Builder {
    BuildReport build(BuildOptions options, Progress progress) throws BuildFailure;
}
