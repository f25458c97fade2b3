package prongsai.build;

import java.util.Optional;
import prongsai.publish.PublishFailure;
import prongsai.site.OutputFile;
import prongsai.site.Page;

/** Where a rendered page goes. Called by many threads. */
interface PageSink {

    /** Pages are rendered for what is wrong in them, and go nowhere. */
    PageSink NONE = (page, html) -> Optional.empty();

    Optional<OutputFile> take(Page page, String html) throws PublishFailure;
}
