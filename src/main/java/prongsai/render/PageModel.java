package prongsai.render;

/**
 * What a page's template is given: {@code frame} for everything around the page, {@code page} for what it shows.
 *
 * @param page the page's own view record
 */
public record PageModel(FrameView frame, Object page) {}
