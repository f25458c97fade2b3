package prongsai.deploy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The other side of a signature, written from Amazon's description of it ("Signature Calculations for the Authorization Header",
 * Amazon S3 API Reference) and not from the library that signs.
 */
record SignatureCheck(String keyId, String secret, String region) {

    private static final Pattern AUTHORIZATION = Pattern.compile(
            "AWS4-HMAC-SHA256 Credential=([^/,]+)/([0-9]{8})/([^/,]+)/s3/aws4_request, ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})");

    /** A request as it came. */
    record Request(String method, String rawPath, String rawQuery, Function<String, Optional<String>> headers) {}

    /** The code of the error, and nothing where there is none. */
    Optional<String> error(Request request) {
        String text = request.headers().apply("authorization").orElse("");
        Matcher parts = AUTHORIZATION.matcher(text);
        if (!parts.matches()) {
            return Optional.of("AccessDenied");
        }
        if (!parts.group(1).equals(keyId)) {
            return Optional.of("InvalidAccessKeyId");
        }
        if (!parts.group(3).equals(region)) {
            return Optional.of("AuthorizationHeaderMalformed");
        }
        List<String> signed = List.of(parts.group(4).split(";"));
        String date = request.headers().apply("x-amz-date").orElse("");
        if (!signed.contains("host") || !signed.contains("x-amz-content-sha256") || !date.startsWith(parts.group(2))) {
            return Optional.of("AccessDenied");
        }
        String scope = parts.group(2) + "/" + region + "/s3/aws4_request";
        String toSign = "AWS4-HMAC-SHA256\n" + date + "\n" + scope + "\n" + sha256(canonical(request, signed));
        byte[] key = hmac(("AWS4" + secret).getBytes(StandardCharsets.UTF_8), parts.group(2));
        for (String step : List.of(region, "s3", "aws4_request")) {
            key = hmac(key, step);
        }
        String right = HexFormat.of().formatHex(hmac(key, toSign));
        return right.equals(parts.group(5)) ? Optional.empty() : Optional.of("SignatureDoesNotMatch");
    }

    private static String canonical(Request request, List<String> signed) {
        List<String> lines = new ArrayList<>(List.of(request.method(), request.rawPath(), query(request.rawQuery())));
        for (String name : signed) {
            lines.add(name + ":"
                    + request.headers().apply(name).orElse("").strip().replaceAll(" +", " "));
        }
        lines.add("");
        lines.add(String.join(";", signed));
        lines.add(request.headers().apply("x-amz-content-sha256").orElse(""));
        return String.join("\n", lines);
    }

    private static String query(String raw) {
        if (raw.isEmpty()) {
            return "";
        }
        return Arrays.stream(raw.split("&"))
                .map(pair -> pair.contains("=") ? pair : pair + "=")
                .sorted()
                .collect(Collectors.joining("&"));
    }

    static String sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Headers by their names in lower case. */
    static Function<String, Optional<String>> headers(java.util.Map<String, String> headers) {
        return name -> Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }
}
