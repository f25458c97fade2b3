package prongsai.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The examples of Amazon's description, so that what checks our signatures is itself checked. */
final class SignatureCheckTest {

    private static final String EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private final SignatureCheck check =
            new SignatureCheck("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "us-east-1");

    private static SignatureCheck.Request request(
            String method, String path, String query, String signature, Map<String, String> more) {
        Map<String, String> headers = new TreeMap<>(more);
        headers.put("host", "examplebucket.s3.amazonaws.com");
        headers.put("x-amz-date", "20130524T000000Z");
        headers.putIfAbsent("x-amz-content-sha256", EMPTY);
        headers.put(
                "authorization",
                "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,SignedHeaders="
                        + String.join(";", headers.keySet()) + ",Signature=" + signature);
        return new SignatureCheck.Request(method, path, query, SignatureCheck.headers(headers));
    }

    @Test
    void takesThePublishedExamples() {
        assertThat(check.error(request(
                        "GET",
                        "/test.txt",
                        "",
                        "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41",
                        Map.of("range", "bytes=0-9"))))
                .isEmpty();
        assertThat(check.error(request(
                        "PUT",
                        "/test%24file.text",
                        "",
                        "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd",
                        Map.of(
                                "date",
                                "Fri, 24 May 2013 00:00:00 GMT",
                                "x-amz-storage-class",
                                "REDUCED_REDUNDANCY",
                                "x-amz-content-sha256",
                                "44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072"))))
                .isEmpty();
        assertThat(check.error(request(
                        "GET",
                        "/",
                        "lifecycle",
                        "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543",
                        Map.of())))
                .isEmpty();
        assertThat(check.error(request(
                        "GET",
                        "/",
                        "max-keys=2&prefix=J",
                        "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7",
                        Map.of())))
                .isEmpty();
    }

    @Test
    void refusesAnyOther() {
        assertThat(check.error(request(
                        "GET",
                        "/test.tx",
                        "",
                        "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41",
                        Map.of("range", "bytes=0-9"))))
                .contains("SignatureDoesNotMatch");
    }
}
