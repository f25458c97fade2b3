package prongsai.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import nu.validator.validation.SimpleDocumentValidator;
import nu.validator.xml.SystemErrErrorHandler;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;

/** The Nu HTML checker over every page, run in this process. */
class ValidHtmlTest {

    @ParameterizedTest
    @MethodSource("prongsai.browser.TestSite#all")
    void everyPageIsValid(TestSite site) throws Exception {
        SimpleDocumentValidator validator = new SimpleDocumentValidator(true);
        validator.setUpMainSchema("http://s.validator.nu/html5-rdfalite.rnc", new SystemErrErrorHandler());
        List<String> messages = new ArrayList<>();
        for (String page : site.pages()) {
            validator.setUpValidatorAndParsers(new Collector(page, messages), false, false);
            // The checker's parser of security policies is left out of the build: a browser judges the policy.
            String html = site.html(page).replaceFirst("<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "");
            validator.checkHtmlInputSource(new InputSource(new ByteArrayInputStream(html.getBytes(UTF_8))));
        }
        assertThat(messages).isEmpty();
    }

    private record Collector(String page, List<String> messages) implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) {
            messages.add("/" + page + ":" + e.getLineNumber() + ":" + e.getColumnNumber() + ": " + e.getMessage());
        }

        @Override
        public void error(SAXParseException e) {
            warning(e);
        }

        @Override
        public void fatalError(SAXParseException e) {
            warning(e);
        }
    }
}
