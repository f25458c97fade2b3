package prongsai.deploy;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import prongsai.deploy.DeploymentFailure.Reason;
import prongsai.deploy.sftp.SshSignature;
import prongsai.publish.HeldSite;
import prongsai.publish.Patience;
import prongsai.publish.PublishFailure;
import prongsai.site.Fingerprint;
import prongsai.site.Manifest;
import prongsai.site.OutputPath;

/**
 * The finished site as one file, for agencies that hand files to somebody else: a ZIP with the manifest, its SHA-256
 * beside it, and a signature where a key is given. The same site gives the same bytes on any computer, for which the files
 * are stored as they are: how small a file is packed depends on the computer's library.
 *
 * @param zip the package
 * @param sha256 of it, in lower-case hex
 * @param size in bytes
 * @param files how many are in it
 * @param signature where it stands
 */
public record SitePackage(Path zip, String sha256, long size, int files, Optional<Path> signature) {

    /** The earliest time that a ZIP can tell. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final Duration BUILD_PATIENCE = Duration.ofMinutes(1);

    /**
     * Writes the package, its checksum ({@code .sha256}, as {@code sha256sum -c} reads it) and its signature ({@code .sig})
     * in place of older ones.
     *
     * @param key private SSH key to sign with
     * @throws DeploymentFailure {@link Reason#NO_SITE}, {@link Reason#SITE_DAMAGED}, or a key that cannot be read
     */
    public static SitePackage write(Path site, Path zip, Optional<Path> key, Secrets secrets)
            throws DeploymentFailure, PublishFailure, IOException {
        Path half = zip.resolveSibling(zip.getFileName() + ".half");
        MessageDigest sha256 = Fingerprint.digest();
        MessageDigest sha512 = sha512();
        int files;
        try (HeldSite held = HeldSite.hold(site, new Patience(BUILD_PATIENCE, () -> {}))) {
            Manifest manifest = held.manifest()
                    .filter(found -> !found.files().isEmpty())
                    .orElseThrow(() -> new DeploymentFailure(Reason.NO_SITE, List.of(site.toString())));
            files = manifest.files().size();
            try (OutputStream out = new DigestOutputStream(
                    new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(half)), sha256), sha512)) {
                pack(held, manifest, out);
            }
            Optional<String> signature = sign(sha512.digest(), key, secrets);
            return complete(zip, half, HexFormat.of().formatHex(sha256.digest()), files, signature);
        } catch (RemoteFailure e) {
            throw new DeploymentFailure(e);
        } finally {
            Files.deleteIfExists(half);
        }
    }

    private static Optional<String> sign(byte[] sha512, Optional<Path> key, Secrets secrets) throws RemoteFailure {
        return key.isEmpty() ? Optional.empty() : Optional.of(SshSignature.of(sha512, key.get(), secrets));
    }

    private static SitePackage complete(Path zip, Path half, String sha256, int files, Optional<String> signature)
            throws IOException {
        Path signed = zip.resolveSibling(zip.getFileName() + ".sig");
        // An old signature beside a new package would be a wrong one.
        Files.deleteIfExists(signed);
        Files.move(half, zip, REPLACE_EXISTING);
        Files.writeString(zip.resolveSibling(zip.getFileName() + ".sha256"), sha256 + "  " + zip.getFileName() + "\n");
        if (signature.isPresent()) {
            Files.writeString(signed, signature.get());
        }
        return new SitePackage(zip, sha256, Files.size(zip), files, signature.map(text -> signed));
    }

    private static MessageDigest sha512() {
        try {
            return MessageDigest.getInstance("SHA-512");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-512", e);
        }
    }

    private static void pack(HeldSite site, Manifest manifest, OutputStream out) throws IOException, DeploymentFailure {
        List<String> damaged = new ArrayList<>();
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        zip.setMethod(ZipOutputStream.STORED);
        add(zip, Bookkeeping.MANIFEST, Deployment.bytes(manifest));
        for (Map.Entry<OutputPath, Fingerprint> file : manifest.files().entrySet()) {
            Path source = site.locate(file.getKey());
            byte[] bytes = Files.isRegularFile(source) ? Files.readAllBytes(source) : new byte[0];
            if (Fingerprint.of(bytes).equals(file.getValue())) {
                add(zip, file.getKey().text(), bytes);
            } else {
                damaged.add(file.getKey().text());
            }
        }
        if (!damaged.isEmpty()) {
            throw new DeploymentFailure(Reason.SITE_DAMAGED, damaged);
        }
        zip.finish();
        out.flush();
    }

    private static void add(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        CRC32 checksum = new CRC32();
        checksum.update(bytes);
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        entry.setSize(bytes.length);
        entry.setCompressedSize(bytes.length);
        entry.setCrc(checksum.getValue());
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }
}
