package prongsai.feeds;

import java.util.ArrayList;
import java.util.List;
import prongsai.site.DatasetInfo;
import prongsai.site.OutputFile;
import prongsai.site.Site;

/**
 * The open data of a site (ข้อมูลเปิด): the datasets that its page describes, with the catalogue of them.
 *
 * <pre>{@code
 * OpenData data = OpenData.of(site);
 * List<DatasetInfo> described = data.described();
 * List<MadeFile> files = data.files();
 * }</pre>
 */
public final class OpenData {

    private final Site site;
    private final Addresses addresses;
    private final List<Dataset> datasets = new ArrayList<>();

    private OpenData(Site site) {
        this.site = site;
        this.addresses = new Addresses(site);
        datasets.addAll(new ResultData(site, addresses).datasets());
        datasets.addAll(new PlanData(site, addresses).datasets());
        datasets.add(ItemData.dataset(site, addresses));
        datasets.add(AnnouncementData.dataset(site, addresses));
        datasets.add(StatisticsData.dataset(site, addresses));
        datasets.addAll(ServiceData.datasets(site, addresses));
    }

    /** The datasets of a site. A large one is not made before one of its files is asked for. */
    public static OpenData of(Site site) {
        return new OpenData(site);
    }

    List<Dataset> datasets() {
        return List.copyOf(datasets);
    }

    /** What there is to say of each dataset. */
    public List<DatasetInfo> described() {
        return datasets.stream().map(Dataset::info).toList();
    }

    /** The files of all datasets, and the catalogue. */
    public List<MadeFile> files() {
        DatasetJson json = new DatasetJson(site.content().agency().record(), addresses);
        List<MadeFile> files = new ArrayList<>();
        datasets.forEach(d -> files.addAll(d.files(json)));
        files.add(new MadeFile(
                DatasetInfo.CATALOGUE,
                OutputFile.Kind.DATA,
                () -> new DataCatalogue(site.content().agency().record(), addresses).of(described())));
        return files;
    }
}
