/**
 * The geometry of charts: where things stand in a drawing, as texts ready for the attributes of SVG.
 *
 * <p>Across, places are per cent of the drawing's width; down, they are {@code em}, so that a chart fits any width while
 * its words keep the reading size. Exact decimals, no words, nothing of pages or templates.
 */
@NullMarked
package prongsai.render.chart;

import org.jspecify.annotations.NullMarked;
