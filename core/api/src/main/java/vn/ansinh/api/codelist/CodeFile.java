package vn.ansinh.api.codelist;

import java.util.List;

/**
 * What a file would do to a list. With a fault anywhere it does nothing.
 *
 * @param file its name
 * @param rows entries read
 * @param unchanged rows that say what stands already
 * @param items what would change, in the file's order
 * @param faults what is wrong, by row
 */
public record CodeFile(String file, int rows, int unchanged, List<CodeProposal.Item> items, List<Fault> faults) {

    public CodeFile {
        items = List.copyOf(items);
        faults = List.copyOf(faults);
    }

    /** Whether it can be handed in. */
    public boolean isClean() {
        return faults.isEmpty() && !items.isEmpty();
    }

    /**
     * Something wrong.
     *
     * @param row as Excel or an editor numbers it, from 1; 0 for the file as a whole
     * @param column heading of the column; blank for the whole row
     * @param message Vietnamese: what is wrong and what to do
     */
    public record Fault(int row, String column, String message) {

        /** {@code Dòng 7, cột Từ ngày: …}. */
        public String words() {
            String place = row == 0 ? "" : "Dòng " + row + (column.isBlank() ? "" : ", cột " + column) + ": ";
            return place + message;
        }
    }
}
