package prongsai.model;

import java.util.Optional;

/** A page that stands (โครงสร้าง อำนาจหน้าที่ กฎหมาย ...): {@code pages/structure.md} is shown at {@code /structure/}. */
public record StandingPage(RecordId id, Header header) implements HeadedRecord {
    /** Empty: it serves every year, whatever its date. */
    @Override
    public Optional<FiscalYear> fiscalYear() {
        return Optional.empty();
    }

    @Override
    public boolean serves(FiscalYear year) {
        return true;
    }
}
