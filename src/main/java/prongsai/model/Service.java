package prongsai.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A citizen service as a citizen's manual describes it (คู่มือสำหรับประชาชน, พ.ร.บ. การอำนวยความสะดวกฯ พ.ศ. ๒๕๕๘ มาตรา ๗).
 *
 * @param audience who may ask for it
 * @param documents what to bring
 * @param form a form to fill in
 */
public record Service(
        RecordId id,
        Header header,
        List<String> audience,
        List<Step> steps,
        List<String> documents,
        Optional<String> fee,
        List<String> law,
        Optional<String> place,
        Optional<String> hours,
        Optional<Online> online,
        Optional<FilePath> form)
        implements HeadedRecord {

    public Service {
        audience = List.copyOf(audience);
        law = List.copyOf(law);
        steps = List.copyOf(steps);
        documents = List.copyOf(documents);
    }

    /** Empty: it serves every year, whatever its date. */
    @Override
    public Optional<FiscalYear> fiscalYear() {
        return Optional.empty();
    }

    @Override
    public boolean serves(FiscalYear year) {
        return true;
    }

    /**
     * One step of the service.
     *
     * @param minutes how long it takes
     */
    public record Step(String text, Optional<BigDecimal> minutes) {}

    /**
     * The way to the service without visiting the office (E-Service).
     *
     * @param how how to use it
     */
    public record Online(Optional<String> url, Optional<String> how) {}
}
