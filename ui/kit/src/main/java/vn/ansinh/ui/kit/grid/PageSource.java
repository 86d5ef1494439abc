package vn.ansinh.ui.kit.grid;

import java.util.List;

/**
 * A list read page by page, each page starting where the last one ended, so that its cost does not grow with its position.
 *
 * @param <T> row
 */
@FunctionalInterface
public interface PageSource<T> {

    /**
     * One page.
     *
     * @param cursor where the last page ended, {@code null} for the first
     * @param limit rows wanted
     */
    Slice<T> page(String cursor, int limit);

    /** @param next cursor of the following page, {@code null} on the last */
    record Slice<T>(List<T> rows, String next) {}
}
