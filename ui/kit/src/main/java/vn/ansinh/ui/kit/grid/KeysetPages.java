package vn.ansinh.ui.kit.grid;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives a grid, which asks by position, rows of a list that is read by cursor. Cursors of the pages passed are kept, the
 * rows of the latest pages too; never an OFFSET.
 *
 * @param <T> row
 */
final class KeysetPages<T> {

    private static final int KEPT_PAGES = 12;

    private final PageSource<T> source;
    private final int pageSize;
    /** Cursor of page i at index i; the first is {@code null}. */
    private final List<String> cursors = new ArrayList<>();
    /** Number of the last page, once seen. */
    private int lastPage = Integer.MAX_VALUE;

    private final Map<Integer, List<T>> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, List<T>> eldest) {
            return size() > KEPT_PAGES;
        }
    };

    KeysetPages(PageSource<T> source, int pageSize) {
        this.source = source;
        this.pageSize = pageSize;
        cursors.add(null);
    }

    /** Rows {@code offset} to {@code offset + limit}, fewer at the end. */
    List<T> rows(int offset, int limit) {
        List<T> rows = new ArrayList<>(limit);
        for (int position = offset; position < offset + limit; ) {
            List<T> page = page(position / pageSize);
            int from = position % pageSize;
            if (from >= page.size()) {
                break;
            }
            int to = Math.min(page.size(), from + offset + limit - position);
            rows.addAll(page.subList(from, to));
            position += to - from;
            if (page.size() < pageSize) {
                break;
            }
        }
        return rows;
    }

    private List<T> page(int number) {
        if (number > lastPage) {
            return List.of();
        }
        List<T> page = kept.get(number);
        if (page != null) {
            return page;
        }
        for (int i = Math.min(number, cursors.size() - 1); i <= number; i++) {
            if (i > lastPage) {
                return List.of();
            }
            PageSource.Slice<T> slice = source.page(cursors.get(i), pageSize);
            page = slice.rows();
            kept.put(i, page);
            if (slice.next() == null) {
                lastPage = i;
            } else if (cursors.size() == i + 1) {
                cursors.add(slice.next());
            }
        }
        return page;
    }
}
