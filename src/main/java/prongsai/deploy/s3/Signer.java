package prongsai.deploy.s3;

import java.net.URI;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.utils.http.SdkHttpUtils;

/**
 * Signs requests, with their bodies, by a secret key (AWS Signature Version 4), so that the store sees who asks and that nothing
 * was changed on the way.
 */
final class Signer {

    private static final String SERVICE = "s3";

    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
    private final AwsCredentialsIdentity key;
    private final String region;
    private final InstantSource clock;

    Signer(String keyId, String secretKey, String region, InstantSource clock) {
        this.key = AwsCredentialsIdentity.create(keyId, secretKey);
        this.region = region;
        this.clock = clock;
    }

    /** Where a request goes, and its headers. */
    record Signed(URI address, Map<String, List<String>> headers) {}

    /** @param store scheme, host and port, the usual port left out */
    Signed sign(URI store, Ask ask) {
        SdkHttpRequest.Builder request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.fromValue(ask.method()))
                .uri(store)
                .encodedPath(encoded(ask.path()));
        ask.query().forEach(request::putRawQueryParameter);
        ask.headers().forEach(request::putHeader);
        Optional<ContentStreamProvider> body =
                ask.body().map(bytes -> ContentStreamProvider.fromInputStreamSupplier(bytes::open));
        SignedRequest signed = signer.sign(with -> with.identity(key)
                .request(request.build())
                .payload(body.orElse(null))
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, SERVICE)
                .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                // The signature covers a key as it is sent (S3 alone among Amazon's services).
                .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
                .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, false)
                .putProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, true)
                .putProperty(AwsV4HttpSigner.CHUNK_ENCODING_ENABLED, false)
                .putProperty(
                        HttpSigner.SIGNING_CLOCK,
                        InstantSource.fixed(clock.instant()).withZone(ZoneOffset.UTC)));
        return new Signed(signed.request().getUri(), signed.request().headers());
    }

    /** A path with everything encoded but unreserved characters (RFC 3986, 2.3) and slashes, as UTF-8. */
    static String encoded(String path) {
        return SdkHttpUtils.urlEncodeIgnoreSlashes(path);
    }

    /** What a store encoded in the same way. */
    static String decoded(String text) {
        return SdkHttpUtils.urlDecode(text);
    }
}
