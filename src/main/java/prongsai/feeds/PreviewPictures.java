package prongsai.feeds;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import prongsai.content.ContentFile;
import prongsai.feeds.picture.Card;
import prongsai.feeds.picture.Pictures;
import prongsai.model.Agency;
import prongsai.model.AssessmentResult;
import prongsai.model.FilePath;
import prongsai.render.Initials;
import prongsai.render.PageTitles;
import prongsai.site.OutputFile;
import prongsai.site.OutputPath;
import prongsai.site.Page;
import prongsai.site.Preview;
import prongsai.site.Site;
import prongsai.source.Digest;

/** The pictures that stand for shared pages, and the icons: files that are drawn only where what they show has changed. */
final class PreviewPictures {

    private PreviewPictures() {}

    static List<MadeFile> files(Site site) {
        Agency agency = site.content().agency().record();
        PageTitles titles = PageTitles.ofSite(agency);
        Card.Look look = look(agency, site.content().files());
        List<MadeFile> files = new ArrayList<>();
        for (Page page : site.pages()) {
            if (Preview.isShownBy(page)) {
                Card card = card(page, look, titles, agency);
                files.add(file(Preview.of(page).path(), () -> Pictures.card(card), card.digest()));
            }
        }
        Stream.concat(Stream.of(Preview.TOUCH_ICON), Preview.MANIFEST_ICONS.stream())
                .forEach(edge ->
                        files.add(file(Preview.iconPath(edge), () -> Pictures.icon(look, edge), Card.digest(look))));
        return files;
    }

    /** Not an asset: their names hold no fingerprint. */
    private static MadeFile file(String path, Supplier<byte[]> bytes, Digest shows) {
        return new MadeFile(new OutputPath(path), OutputFile.Kind.DATA, bytes, shows);
    }

    private static Card.Look look(Agency agency, Map<FilePath, ContentFile> files) {
        return new Card.Look(
                agency.name(),
                "อำเภอ" + agency.district() + " จังหวัด" + agency.province(),
                Initials.of(agency.name()),
                agency.colour(),
                agency.seal().flatMap(f -> Optional.ofNullable(files.get(f))).flatMap(PreviewPictures::seal));
    }

    private static Optional<Card.Seal> seal(ContentFile file) {
        try {
            return Optional.of(new Card.Seal(Files.readAllBytes(file.location())));
        } catch (IOException e) {
            // Where it is published, that it cannot be read is told and stops the build.
            return Optional.empty();
        }
    }

    private static Card card(Page page, Card.Look look, PageTitles titles, Agency agency) {
        String kicker = page instanceof Page.OfRecord ofRecord && !(page instanceof Page.Result)
                ? PageTitles.kind(ofRecord.entry().record())
                : "";
        Optional<Card.Figure> figure = page instanceof Page.Result result
                ? Optional.of(figure(result.entry().record(), agency))
                : Optional.empty();
        return new Card(look, kicker, titles.of(page), figure);
    }

    private static Card.Figure figure(AssessmentResult result, Agency agency) {
        return new Card.Figure(
                agency.numerals().write(result.overall().text()),
                "คะแนน",
                result.grade().map(grade -> "ระดับ " + grade).orElse(""));
    }
}
