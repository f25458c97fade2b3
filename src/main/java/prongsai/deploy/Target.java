package prongsai.deploy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where and how to publish, without secrets. */
public sealed interface Target {

    /**
     * A folder of this computer or of a network drive.
     *
     * @param folder must be there
     */
    record Folder(Path folder) implements Target {}

    /**
     * A folder reached by SFTP.
     *
     * @param folder path on the server; relative to where the account begins unless it starts with {@code /}
     * @param key private key in OpenSSH's or PEM form; without, those offered by the agent, then a password
     * @param agent socket of a running SSH agent
     * @param knownHosts list of hosts with their keys, in OpenSSH's form; need not exist
     * @param connections how many at once, at most
     * @param patience how long the server may say nothing
     */
    record Sftp(
            Account account,
            String folder,
            Optional<Path> key,
            Optional<Path> agent,
            Path knownHosts,
            int connections,
            Duration patience)
            implements Target {}

    /**
     * A folder reached by FTP.
     *
     * @param certificate SHA-256 of the server's own certificate in lower-case hex, which is trusted then although nobody
     *     vouches for it
     */
    record Ftp(
            Account account,
            String folder,
            Encryption encryption,
            Optional<String> certificate,
            int connections,
            Duration patience)
            implements Target {}

    /**
     * A bucket of an object store with the interface of Amazon S3, or what is in it under a prefix.
     *
     * @param account the access key's id as the user; the secret key is its password
     * @param prefix with which every name begins, without {@code /} at either end; may be empty
     * @param region for which requests are signed, such as {@code ap-southeast-1}
     * @param isEncrypted whether by HTTPS; else whoever is on the way reads all but the secret key. Only where the officer
     *     says so
     * @param certificate as for FTP
     */
    record Bucket(
            Account account,
            String name,
            String prefix,
            String region,
            boolean isEncrypted,
            Optional<String> certificate,
            int connections,
            Duration patience)
            implements Target {}

    /** Who logs in where. */
    record Account(String user, String host, int port) {

        /** {@code user@host}, as in a prompt. */
        public String name() {
            return user + "@" + host;
        }

        /** {@code host:port}. */
        public String server() {
            return host + ":" + port;
        }
    }

    /** How FTP is kept from being read on its way. */
    enum Encryption {
        /** TLS from the first command on (RFC 4217, AUTH TLS); commands and files. */
        EXPLICIT,
        /** TLS from the first byte on, usually at port 990. */
        IMPLICIT,
        /** None: whoever is on the way reads the password. Only where the officer says so. */
        NONE
    }
}
