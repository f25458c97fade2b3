package prongsai.disclosure;

import java.util.Optional;
import prongsai.model.Score;

/**
 * Grade (ระดับผลการประเมิน) with what earns it.
 *
 * @param grade {@code A}, or since FY 2566 {@code ผ่านดี}
 * @param min the least total
 * @param eachInstrumentMin the least score of every single instrument, where the grade asks for one
 */
public record GradeBand(String grade, Score min, Optional<Score> eachInstrumentMin) {}
