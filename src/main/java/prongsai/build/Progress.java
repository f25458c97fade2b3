package prongsai.build;

/** Hears how far a build has come. May be called from several threads. */
public interface Progress {

    /** Stages of a build, in order. */
    enum Stage {
        READING,
        CHECKING,
        RENDERING,
        GUARDING,
        ASKING,
        COMPARING,
        PUBLISHING
    }

    /** Hears nothing. */
    Progress NONE = new Progress() {
        @Override
        public void stage(Stage stage) {}

        @Override
        public void page(int done, int of) {}
    };

    /** A stage begins. */
    void stage(Stage stage);

    /** A page has been rendered. */
    void page(int done, int of);

    /** Another website has been asked. */
    default void link(int done, int of) {}

    /** Those who look at the site while it is made, in a preview. */
    default Viewers viewers() {
        return Viewers.NONE;
    }

    /** Another build holds the site and this one waits for it. */
    default void waiting() {}
}
