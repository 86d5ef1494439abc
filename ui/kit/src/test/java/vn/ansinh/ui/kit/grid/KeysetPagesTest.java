package vn.ansinh.ui.kit.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeysetPagesTest {

    private final List<String> asked = new ArrayList<>();

    /** 250 rows; the cursor is the last row seen, as a database would have it. */
    private PageSource.Slice<Integer> page(String cursor, int limit) {
        asked.add(cursor);
        int from = cursor == null ? 0 : Integer.parseInt(cursor) + 1;
        int to = Math.min(250, from + limit);
        List<Integer> rows = IntStream.range(from, to).boxed().toList();
        return new PageSource.Slice<>(rows, to == 250 ? null : String.valueOf(to - 1));
    }

    @Test
    void scrollingReadsEachPageOnceAndAJumpWalksTheCursors() {
        KeysetPages<Integer> pages = new KeysetPages<>(this::page, 100);

        assertEquals(IntStream.range(0, 50).boxed().toList(), pages.rows(0, 50));
        assertEquals(IntStream.range(50, 130).boxed().toList(), pages.rows(50, 80));
        assertEquals(2, asked.size());

        KeysetPages<Integer> jumped = new KeysetPages<>(this::page, 100);
        assertEquals(IntStream.range(240, 250).boxed().toList(), jumped.rows(240, 40));
        assertEquals(5, asked.size());

        assertEquals(List.of(), jumped.rows(900, 10));
        assertEquals(5, asked.size(), "behind the end nothing is asked for");
    }
}
