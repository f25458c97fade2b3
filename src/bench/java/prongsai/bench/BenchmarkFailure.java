package prongsai.bench;

/** A build failed, or did not do the work that it was timed for: there is nothing to report then. */
final class BenchmarkFailure extends Exception {
    private static final long serialVersionUID = 1;

    BenchmarkFailure(String message) {
        super(message);
    }
}
