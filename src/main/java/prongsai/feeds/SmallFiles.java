package prongsai.feeds;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import prongsai.model.Agency;
import prongsai.site.MachineFiles;
import prongsai.site.OutputFile;
import prongsai.site.OutputPath;
import prongsai.site.Preview;
import prongsai.site.Site;
import prongsai.source.JsonOutput;

/** Small files of the agency's alone that programs look for: {@code robots.txt}, the web manifest, {@code security.txt}. */
final class SmallFiles {

    private SmallFiles() {}

    static List<MadeFile> files(Site site) {
        Agency agency = site.content().agency().record();
        List<MadeFile> files = new ArrayList<>();
        files.add(file(MachineFiles.ROBOTS, OutputFile.Kind.FEED, () -> robots(agency)));
        files.add(file(MachineFiles.MANIFEST, OutputFile.Kind.DATA, () -> manifest(agency)));
        agency.security()
                .ifPresent(
                        s -> files.add(file(MachineFiles.SECURITY, OutputFile.Kind.DATA, () -> security(agency, s))));
        return files;
    }

    private static MadeFile file(String path, OutputFile.Kind kind, Supplier<String> text) {
        return new MadeFile(new OutputPath(path), kind, () -> text.get().getBytes(StandardCharsets.UTF_8));
    }

    /** Everything may be read (RFC 9309). Robots ask for it at the top of the host alone. */
    private static String robots(Agency agency) {
        return "User-agent: *\nDisallow:\n\nSitemap: " + agency.addressOf(MachineFiles.SITEMAP) + "\n";
    }

    /** Addresses in it are relative to it, so the site works under any path. */
    private static String manifest(Agency agency) {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("name", agency.name());
        manifest.put("lang", "th");
        manifest.put("dir", "ltr");
        manifest.put("start_url", "./");
        manifest.put("scope", "./");
        manifest.put("display", "browser");
        manifest.put("background_color", "#ffffff");
        manifest.put("theme_color", agency.colour());
        manifest.put(
                "icons", Preview.MANIFEST_ICONS.stream().map(SmallFiles::icon).toList());
        return JsonOutput.write(manifest) + "\n";
    }

    private static Map<String, Object> icon(int edge) {
        Map<String, Object> icon = new LinkedHashMap<>();
        icon.put("src", Preview.iconPath(edge));
        icon.put("sizes", edge + "x" + edge);
        icon.put("type", "image/png");
        return icon;
    }

    private static String security(Agency agency, Agency.SecurityContact security) {
        List<String> lines = new ArrayList<>();
        security.contacts().forEach(contact -> lines.add("Contact: " + contact));
        lines.add("Expires: " + security.expires() + "T00:00:00+07:00");
        security.encryption().ifPresent(address -> lines.add("Encryption: " + address));
        security.acknowledgments().ifPresent(address -> lines.add("Acknowledgments: " + address));
        if (!security.languages().isEmpty()) {
            lines.add("Preferred-Languages: " + String.join(", ", security.languages()));
        }
        lines.add("Canonical: " + agency.addressOf(MachineFiles.SECURITY));
        security.policy().ifPresent(address -> lines.add("Policy: " + address));
        return String.join("\n", lines) + "\n";
    }
}
