package prongsai.build;

import java.util.Set;
import prongsai.site.OutputPath;

/** Those who look at a preview while it is made again. Asked by several threads. */
public interface Viewers {

    /** There are none. */
    Viewers NONE = new Viewers() {
        @Override
        public Set<OutputPath> open() {
            return Set.of();
        }

        @Override
        public void see(String basePath) {}

        @Override
        public boolean isOutdated() {
            return false;
        }
    };

    /** The pages that they look at. These come before all others. */
    Set<OutputPath> open();

    /**
     * Pages that are open, or whose records have changed, are there; all else that follows from the changes comes later.
     *
     * @param basePath the path that the site lives under
     */
    void see(String basePath);

    /** Whether what is being made is out of date already, so that it need not be finished. */
    boolean isOutdated();
}
