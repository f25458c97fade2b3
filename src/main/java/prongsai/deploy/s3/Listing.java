package prongsai.deploy.s3;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import prongsai.deploy.RemoteFailure;
import prongsai.deploy.RemoteFailure.Reason;
import prongsai.deploy.RemoteFile;
import prongsai.deploy.ServerText;
import prongsai.deploy.Target;

/** Asks an object store for names, a thousand at a time (ListObjectsV2). */
record Listing(Target.Bucket target, Store store) {

    /** Name of what stands in a folder that was made, so that it is there while nothing else is in it. */
    static final String MADE = ".prongsai-folder";

    private static final String DELIMITER = "/";
    private static final int SOME = 3;

    /** Lets nothing pass but a store that lets us list the bucket. */
    void require() throws RemoteFailure {
        page("", false, Optional.of(1), Optional.empty());
    }

    /** Whether any name begins so. */
    boolean hasBelow(String prefix) throws RemoteFailure {
        return !page(prefix, false, Optional.of(1), Optional.empty())
                .parts("Contents")
                .isEmpty();
    }

    /** A few of the names that begin so. */
    List<String> someBelow(String prefix) throws RemoteFailure {
        return page(prefix, false, Optional.of(SOME), Optional.empty()).parts("Contents").stream()
                .map(object -> Signer.decoded(object.getOrDefault("Key", "")))
                .toList();
    }

    /**
     * What there is under a prefix, by the rest of its name.
     *
     * @param isDeep whether what is in folders is told too; otherwise the folders are
     */
    NavigableMap<String, RemoteFile> under(String prefix, boolean isDeep) throws RemoteFailure {
        NavigableMap<String, RemoteFile> found = new TreeMap<>();
        Optional<String> next = Optional.empty();
        do {
            Document page = page(prefix, !isDeep, Optional.empty(), next);
            for (Map<String, String> folder : page.parts("CommonPrefixes")) {
                rest(folder.getOrDefault("Prefix", ""), prefix)
                        .map(rest -> rest.substring(0, rest.length() - 1))
                        .filter(ServerText::isName)
                        .ifPresent(name ->
                                found.putIfAbsent(name, new RemoteFile(RemoteFile.Type.FOLDER, 0, Optional.empty())));
            }
            for (Map<String, String> object : page.parts("Contents")) {
                rest(object.getOrDefault("Key", ""), prefix)
                        .filter(rest -> isPath(rest, isDeep))
                        .ifPresent(rest -> found.put(rest, file(object)));
            }
            next = following(page, next);
        } while (next.isPresent());
        return found;
    }

    private Optional<String> following(Document page, Optional<String> last) throws RemoteFailure {
        if (!page.text("IsTruncated").filter("true"::equals).isPresent()) {
            return Optional.empty();
        }
        Optional<String> next = page.text("NextContinuationToken");
        if (next.isEmpty() || next.equals(last)) {
            // Half a listing would make files of ours look as if somebody had deleted them.
            throw new RemoteFailure(Reason.REFUSED, target.name(), "listing without an end");
        }
        return next;
    }

    private static boolean isPath(String rest, boolean isDeep) {
        List<String> names = isDeep ? List.of(rest.split(DELIMITER, -1)) : List.of(rest);
        return names.stream().allMatch(ServerText::isName)
                && !names.get(names.size() - 1).equals(MADE);
    }

    private static Optional<String> rest(String encoded, String prefix) {
        String name = Signer.decoded(encoded);
        return name.startsWith(prefix) && name.length() > prefix.length()
                ? Optional.of(name.substring(prefix.length()))
                : Optional.empty();
    }

    private static RemoteFile file(Map<String, String> object) {
        return new RemoteFile(
                RemoteFile.Type.FILE,
                number(object.getOrDefault("Size", "")),
                time(object.getOrDefault("LastModified", "")),
                Answer.tag(object.getOrDefault("ETag", "")));
    }

    /** No number is a size that no file of ours has. */
    private static long number(String written) {
        try {
            return Math.max(-1, Long.parseLong(written));
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static Optional<Instant> time(String written) {
        try {
            return Optional.of(Instant.parse(written).truncatedTo(ChronoUnit.SECONDS));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Document page(String prefix, boolean byFolder, Optional<Integer> most, Optional<String> from)
            throws RemoteFailure {
        Ask ask = Ask.of("GET", "/" + target.name(), target.name())
                .query("list-type", "2")
                .query("encoding-type", "url")
                .query("prefix", prefix);
        if (byFolder) {
            ask = ask.query("delimiter", DELIMITER);
        }
        if (most.isPresent()) {
            ask = ask.query("max-keys", most.get().toString());
        }
        if (from.isPresent()) {
            ask = ask.query("continuation-token", from.get());
        }
        Answer answer = store.ask(ask);
        if (!answer.isDone()) {
            throw store.refusals().of(answer, target.name());
        }
        Document page = Document.of(answer.body());
        if (!page.root().equals("ListBucketResult")) {
            throw new RemoteFailure(Reason.REFUSED, target.name(), "not an object store");
        }
        return page;
    }
}
