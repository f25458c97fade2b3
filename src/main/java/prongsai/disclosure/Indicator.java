package prongsai.disclosure;

import java.util.Optional;
import prongsai.model.Instrument;

/**
 * Indicator (ตัวชี้วัด) of the assessment.
 *
 * @param code such as {@code 9}
 * @param questions the questions of a survey (ข้อคำถาม), where the year's catalogue tells them; an indicator of the open
 *     data instrument has items instead, see {@link Catalogue#questions(Indicator)}
 */
public record Indicator(String code, Instrument instrument, String name, Optional<QuestionRange> questions) {}
