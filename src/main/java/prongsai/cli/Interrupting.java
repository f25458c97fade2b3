package prongsai.cli;

import java.time.Duration;
import prongsai.deploy.Interruption;

/** Ends a publication that is told to stop, by Ctrl-C or by the system, so that others need not wait for it. */
final class Interrupting {

    /** What a slow line may still have to say; a server that says nothing is not waited for. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Surroundings.Life life;
    private final Console console;
    private final ProgressLine line;

    Interrupting(Surroundings.Life life, Console console, ProgressLine line) {
        this.life = life;
        this.console = console;
        this.line = line;
    }

    void listen(Interruption interruption) {
        life.atEnd(() -> end(interruption));
    }

    private void end(Interruption interruption) {
        if (interruption.isOver()) {
            // The program ends by itself.
            return;
        }
        life.hurryIfToldAgain();
        if (interruption.request()) {
            line.end();
            console.remark(console.text("interrupting"));
        }
        try {
            tell(interruption.await(PATIENCE));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(Interruption.Outcome outcome) {
        if (outcome == Interruption.Outcome.OVER) {
            return;
        }
        line.end();
        console.remark(
                switch (outcome) {
                    case NOTHING_BEGUN -> console.text("interrupted-before");
                    case LEFT -> console.text("interrupted");
                    case LOCKED -> console.text("interrupted-locked");
                    case DONE -> console.text("interrupted-after");
                    case OVER -> throw new IllegalStateException("told already");
                });
    }
}
