package prongsai.cli;

import java.io.PrintStream;
import prongsai.build.Progress;
import prongsai.build.Viewers;
import prongsai.source.StableName;

/** One line of a terminal that says how far a build has come, written over again and again, and wiped at the end. */
final class ProgressLine implements Progress, AutoCloseable {

    private static final int PER_CENT = 100;

    private final PrintStream err;
    private final Messages messages;
    private final boolean shown;
    private Viewers viewers = Viewers.NONE;
    private int width;
    private int lastPerCent = -1;
    private boolean isOver;

    /**
     * @param shown nothing is written if not
     */
    ProgressLine(PrintStream err, Messages messages, boolean shown) {
        this.err = err;
        this.messages = messages;
        this.shown = shown;
    }

    @Override
    public void stage(Stage stage) {
        write(messages.text("stage." + StableName.of(stage)));
    }

    @Override
    public synchronized void page(int done, int of) {
        int perCent = of == 0 ? PER_CENT : done * PER_CENT / of;
        // Pages come in any order from several threads: the line never goes back.
        if (perCent > lastPerCent) {
            lastPerCent = perCent;
            write(messages.text("page", done, of));
        }
    }

    @Override
    public void link(int done, int of) {
        write(messages.text("link", done, of));
    }

    @Override
    public void waiting() {
        write(messages.text("waiting"));
    }

    /** Has somebody look at the site while it is made. */
    ProgressLine before(Viewers audience) {
        viewers = audience;
        return this;
    }

    @Override
    public Viewers viewers() {
        return viewers;
    }

    /** Any other text. */
    void show(String text) {
        write(text);
    }

    /** Wipes the line. */
    @Override
    public void close() {
        write("");
    }

    /** Wipes the line and writes no other, whoever is still at work. */
    synchronized void end() {
        close();
        isOver = true;
    }

    private synchronized void write(String text) {
        if (!shown || isOver) {
            return;
        }
        // Marks above and below a letter take no room, so this covers at least what was written before.
        err.print("\r" + text + " ".repeat(Math.max(0, width - text.length())) + (text.isEmpty() ? "\r" : ""));
        err.flush();
        width = text.length();
    }
}
