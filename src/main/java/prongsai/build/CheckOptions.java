package prongsai.build;

import java.util.Optional;
import prongsai.check.external.ExternalLinks;
import prongsai.model.FiscalYear;

/**
 * What a check is asked to do.
 *
 * @param year whose items are looked for; the current one where absent
 * @param external asks other websites for the pages that are linked to; they are not asked where absent
 */
public record CheckOptions(Inputs inputs, Optional<FiscalYear> year, Optional<ExternalLinks> external) {}
