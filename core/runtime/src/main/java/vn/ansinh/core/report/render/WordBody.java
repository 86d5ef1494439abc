package vn.ansinh.core.report.render;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import vn.ansinh.api.report.ReportRow;
import vn.ansinh.core.paper.WordPart;

/** A part of a Word template, its merge fields made plain names, its rows to be repeated taken out. */
final class WordBody {

    static final String WORD = WordPart.WORD;
    private static final String ROWS = "\ue002";

    private final Document document;
    private final Map<ReportRow.Kind, String> rows = new EnumMap<>(ReportRow.Kind.class);
    private final String before;
    private final String after;

    WordBody(byte[] part) throws IOException {
        try {
            document = WordPart.read(part);
        } catch (SAXException e) {
            throw WordTemplate.broken();
        }
        takeRows();
        String[] halves = WordPart.text(document, false).split(ROWS, 2);
        before = halves[0];
        after = halves.length > 1 ? halves[1] : "";
    }

    /** All of it, for a part without rows. */
    String whole() {
        return before + after;
    }

    /** What stands above the first row. */
    String before() {
        return before;
    }

    /** What stands below the last row. */
    String after() {
        return after;
    }

    /** Whether it has a field outside of the rows. */
    boolean has(String field) {
        return whole().contains(WordFields.OPEN + field + WordFields.CLOSE);
    }

    /** How rows of a kind look; {@code null} when they are not shown. */
    String row(ReportRow.Kind kind) {
        return rows.get(kind);
    }

    /** The rows with fields of a row's kind leave their table; where the first stood, rows will be written. */
    private void takeRows() {
        Node table = null;
        for (Element row : WordPart.elements(document, "tr")) {
            String text = row.getTextContent();
            for (ReportRow.Kind kind : ReportRow.Kind.values()) {
                boolean meant = text.contains(WordFields.OPEN + WordFields.prefix(kind));
                boolean here = table == null ? kind != ReportRow.Kind.TOTAL : row.getParentNode() == table;
                if (meant && here && !rows.containsKey(kind)) {
                    rows.put(kind, WordPart.text(row, true));
                    if (table == null) {
                        table = row.getParentNode();
                        table.insertBefore(document.createTextNode(ROWS), row);
                    }
                    table.removeChild(row);
                    break;
                }
            }
        }
    }
}
