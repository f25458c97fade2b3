package prongsai.deploy.web;

import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Optional;
import prongsai.check.external.RequestFailure;
import prongsai.site.Fingerprint;

/** What came of one request. */
sealed interface WebAnswer {

    /**
     * The server answered.
     *
     * @param body the unpacked body, up to one byte more than was wanted
     * @param whole whether that is all of it
     */
    record Response(int status, HttpHeaders headers, Fingerprint body, boolean whole) implements WebAnswer {

        /** Longer than a line of a console can hold, or not fit for one, nothing of a server is passed on. */
        private static final int LONGEST = 200;

        Optional<String> header(String name) {
            List<String> values = headers.allValues(name);
            return values.isEmpty() ? Optional.empty() : Optional.of(shown(String.join(", ", values)));
        }

        private static String shown(String text) {
            String clean = text.replaceAll("\\p{Cntrl}", " ").strip();
            return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST) + "…";
        }

        /** All of a header, however long. */
        String fullHeader(String name) {
            return String.join(", ", headers.allValues(name));
        }

        boolean isFound() {
            return status == 200;
        }

        boolean isRedirect() {
            return status >= 300 && status < 400 && status != 304;
        }

        /** Whether the trouble may pass. */
        boolean isPassing() {
            return status == 429 || status >= 500;
        }
    }

    /** No answer came, or none that could be read. */
    record Failure(RequestFailure reason) implements WebAnswer {

        /** The finding that says why. */
        WebFinding.Kind kind() {
            return WebFinding.Kind.valueOf(reason.name());
        }

        /** Whether any other file of the server would fare the same. */
        boolean isOfServer() {
            return switch (reason) {
                case TIMED_OUT, CONNECTION_LOST, BAD_ANSWER -> false;
                default -> true;
            };
        }
    }
}
