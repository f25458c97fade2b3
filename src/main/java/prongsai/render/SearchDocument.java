package prongsai.render;

import java.util.Optional;
import prongsai.model.FiscalYear;
import prongsai.site.Route;

/**
 * A page that the search finds.
 *
 * @param kind a letter for the kind of page that a reader can choose
 * @param year the fiscal year that it belongs to
 * @param date in words; empty where there is none
 */
public record SearchDocument(Route route, String title, char kind, Optional<FiscalYear> year, String date) {}
