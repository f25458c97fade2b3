package prongsai.disclosure;

import prongsai.model.Instrument;

/**
 * How much an instrument counts (น้ำหนัก).
 *
 * @param weight per cent of the total, 0..100
 */
public record InstrumentWeight(Instrument code, int weight) {}
