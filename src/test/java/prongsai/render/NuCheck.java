package prongsai.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nu.validator.validation.SimpleDocumentValidator;
import nu.validator.xml.SystemErrErrorHandler;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The Nu HTML checker, run in this process. */
final class NuCheck {
    private final SimpleDocumentValidator validator = new SimpleDocumentValidator(true);

    NuCheck() throws Exception {
        validator.setUpMainSchema("http://s.validator.nu/html5-rdfalite.rnc", new SystemErrErrorHandler());
    }

    /** Errors and warnings of one page, a line each; empty when there is none. */
    List<String> messagesOf(Path page) throws IOException, SAXException {
        List<String> messages = new ArrayList<>();
        validator.setUpValidatorAndParsers(new Collector(page.getFileName().toString(), messages), false, false);
        // The checker's parser of security policies is left out of this build: the policy is checked in a browser.
        String html = Files.readString(page).replaceFirst("<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "");
        validator.checkHtmlInputSource(new InputSource(new ByteArrayInputStream(html.getBytes(UTF_8))));
        return messages;
    }

    private record Collector(String page, List<String> messages) implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) {
            error(e);
        }

        @Override
        public void error(SAXParseException e) {
            messages.add(page + ":" + e.getLineNumber() + ":" + e.getColumnNumber() + ": " + e.getMessage());
        }

        @Override
        public void fatalError(SAXParseException e) {
            error(e);
        }
    }
}
