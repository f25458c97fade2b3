package prongsai.build;

import java.util.Optional;
import prongsai.model.FiscalYear;

/**
 * What a check is asked to do.
 *
 * @param year whose items are looked for; the current one where absent
 */
public record CheckOptions(Inputs inputs, Optional<FiscalYear> year) {}
