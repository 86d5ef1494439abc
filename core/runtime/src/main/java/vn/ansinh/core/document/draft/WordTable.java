package vn.ansinh.core.document.draft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** A table of a Word file: which cell stands where, how wide, with which lines. */
final class WordTable {

    private static final double USUAL_MARGIN = 108;

    /** @param rows how many it covers; 0 for one that the cell above covers */
    record Cell(Element element, Map<String, String> look, int column, int columns, int rows) {}

    private final List<Double> columns = new ArrayList<>();
    private final List<List<Cell>> rows = new ArrayList<>();
    private final List<Boolean> heads = new ArrayList<>();

    WordTable(Element tbl) {
        Element grid = WordStyles.child(tbl, "tblGrid");
        for (Node node = grid == null ? null : grid.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element column) {
                columns.add(WordPage.number(WordStyles.value(column, "w"), 0));
            }
        }
        for (Node node = tbl.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element row && "tr".equals(row.getLocalName())) {
                add(row);
            }
        }
        for (int row = rows.size() - 1; row > 0; row--) {
            cover(row);
        }
    }

    private void add(Element row) {
        Element properties = WordStyles.child(row, "trPr");
        heads.add(properties != null && WordStyles.child(properties, "tblHeader") != null);
        List<Cell> cells = new ArrayList<>();
        int column = 0;
        for (Node node = row.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element cell && "tc".equals(cell.getLocalName())) {
                Map<String, String> look = new HashMap<>();
                WordStyles.add(look, WordStyles.child(cell, "tcPr"));
                int wide = (int) WordPage.number(look.get("gridSpan"), 1);
                cells.add(new Cell(cell, look, column, wide, 1));
                column += wide;
            }
        }
        rows.add(cells);
    }

    /** Cells that go on from the row above are covered by it; from below upwards, so that sums are whole. */
    private void cover(int row) {
        for (int i = 0; i < rows.get(row).size(); i++) {
            Cell cell = rows.get(row).get(i);
            String merge = cell.look().get("vMerge");
            if (merge == null || merge.equals("restart")) {
                continue;
            }
            List<Cell> above = rows.get(row - 1);
            for (int k = 0; k < above.size(); k++) {
                Cell upper = above.get(k);
                if (upper.column() == cell.column() && upper.look().containsKey("vMerge")) {
                    above.set(k, covering(upper, upper.rows() + cell.rows()));
                    rows.get(row).set(i, covering(cell, 0));
                }
            }
        }
    }

    private static Cell covering(Cell cell, int rows) {
        return new Cell(cell.element(), cell.look(), cell.column(), cell.columns(), rows);
    }

    List<Double> columns() {
        return columns;
    }

    /** In twentieths of a point. */
    double width() {
        return columns.stream().mapToDouble(Double::doubleValue).sum();
    }

    List<List<Cell>> rows() {
        return rows;
    }

    /** Whether a row is repeated on every page: those at the top that say so. */
    boolean isHead(int row) {
        return heads.subList(0, row + 1).stream().allMatch(each -> each);
    }

    /** @param table look of the table */
    String css(Cell cell, int row, Map<String, String> table) {
        StringBuilder css = new StringBuilder("padding:");
        for (String side : List.of("top", "right", "bottom", "left")) {
            double usual = side.equals("left") || side.equals("right") ? USUAL_MARGIN : 0;
            String margin = cell.look().getOrDefault("tcMar." + side, table.get("tblCellMar." + side));
            css.append(String.format(Locale.ROOT, " %.2fpt", WordPage.number(margin, usual) / 20));
        }
        boolean last = row + cell.rows() >= rows.size();
        boolean right = cell.column() + cell.columns() >= columns.size();
        line(css, cell, table, "top", row == 0 ? "top" : "insideH");
        line(css, cell, table, "bottom", last ? "bottom" : "insideH");
        line(css, cell, table, "left", cell.column() == 0 ? "left" : "insideV");
        line(css, cell, table, "right", right ? "right" : "insideV");
        String align = cell.look().getOrDefault("vAlign", "top");
        return css.append("; vertical-align: ")
                .append(align.equals("center") ? "middle" : align.equals("bottom") ? "bottom" : "top")
                .toString();
    }

    private static void line(StringBuilder css, Cell cell, Map<String, String> table, String side, String place) {
        String drawn = cell.look().getOrDefault("tcBorders." + side, table.get("tblBorders." + place));
        if (WordStyles.isOn(drawn) && !drawn.equals("nil")) {
            css.append("; border-").append(side).append(": 0.5pt solid #000");
        }
    }
}
