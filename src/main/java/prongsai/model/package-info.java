/**
 * What a Thai local government discloses, as values and records: fiscal years, scores, days, results, plans,
 * announcements. Knows nothing of files, positions or HTML, and reads no clock, locale or time zone.
 */
@NullMarked
package prongsai.model;

import org.jspecify.annotations.NullMarked;
