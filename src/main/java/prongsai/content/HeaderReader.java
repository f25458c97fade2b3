package prongsai.content;

import java.util.List;
import java.util.Optional;
import prongsai.model.Attachment;
import prongsai.model.Channel;
import prongsai.model.Claim;
import prongsai.model.Header;
import prongsai.model.RecordId;
import prongsai.model.RecordState;
import prongsai.model.Signature;
import prongsai.model.Source;
import prongsai.source.ProblemCode;
import prongsai.source.Problems;

/** Reads what records of several kinds have in common. */
final class HeaderReader {

    private HeaderReader() {}

    /** The front matter of a Markdown record, whose title is {@link Fields#required}. */
    static Header header(Fields fields, Problems problems) {
        RecordState state = fields.constant("state", RecordState.class).orElse(RecordState.ISSUED);
        if (state == RecordState.DRAFT && fields.has("signedBy")) {
            problems.add(ProblemCode.DRAFT_SIGNED, fields.position("signedBy"));
        }
        return new Header(
                fields.required(fields.text("title"), ""),
                fields.text("number"),
                fields.date("date"),
                fields.date("updated"),
                fields.fiscalYear("fiscalYear"),
                fields.text("unit"),
                state,
                fields.text("replacedBy").flatMap(HeaderReader::recordId),
                fields.text("summary"),
                fields.child("signedBy").flatMap(HeaderReader::signature),
                fields.period("period"),
                claims(fields),
                attachments(fields),
                fields.constants("channels", Channel.class),
                fields.isTrue("pinned"),
                fields.addresses("formerly"),
                source(fields));
    }

    static Optional<RecordId> recordId(String written) {
        return RecordId.isValid(written) ? Optional.of(new RecordId(written)) : Optional.empty();
    }

    static Optional<Signature> signature(Fields fields) {
        return fields.text("name").map(name -> new Signature(name, fields.text("position")));
    }

    static List<Claim> claims(Fields fields) {
        return fields.list(
                "discloses", claim -> claim.text("topic").map(topic -> new Claim(topic, claim.texts("components"))));
    }

    static Optional<Source> source(Fields fields) {
        return fields.child("source").map(s -> new Source(s.text("title"), s.text("part"), s.file("file")));
    }

    private static List<Attachment> attachments(Fields fields) {
        return fields.list("attachments", a -> a.file("file").map(file -> new Attachment(file, a.text("title"))));
    }
}
