package vn.ansinh.core.document.draft;

import java.util.Locale;
import java.util.Map;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import vn.ansinh.api.training.Training;
import vn.ansinh.core.paper.HtmlPaper;
import vn.ansinh.core.paper.WordPart;
import vn.ansinh.core.paper.WordText;

/**
 * The body of a Word file as a page of HTML that looks the same on paper: paragraphs, runs, tables, page breaks. What it cannot show
 * was refused when the template came ({@link PrintCheck}).
 */
final class WordPage {

    /** Lines of this face are so much higher than its size when Word calls them single. */
    private static final double SINGLE = 1.15;

    private static final double LINE = 240;
    private static final double USUAL_SIZE = 20;

    private final WordStyles styles;
    private final StringBuilder html = new StringBuilder();

    private WordPage(WordStyles styles) {
        this.styles = styles;
    }

    /** @param training whether every page says that nothing on it is real */
    static String html(Document document, WordStyles styles, boolean training) {
        WordPage page = new WordPage(styles);
        Element body = WordPart.elements(document, "body").get(0);
        page.html
                .append("<html lang=\"vi\"><head><title></title><style>@page { size: ")
                .append(pageSize(body))
                .append("; @top-center { content: counter(page); font-family: '")
                .append(HtmlPaper.FAMILY)
                .append("'; font-size: 13pt; } ")
                .append(training ? bottom() : "")
                .append("} @page:first { @top-center { content: none; } } body { margin: 0; font-family: '")
                .append(HtmlPaper.FAMILY)
                .append("'; } p { white-space: pre-wrap; } table { border-collapse: collapse; table-layout: fixed;"
                        + " -fs-table-paginate: paginate; } td { word-wrap: break-word; }</style></head><body>");
        page.children(body);
        return page.html.append("</body></html>").toString();
    }

    private static String bottom() {
        return "@bottom-center { content: \"" + Training.WORDS + "\"; font-family: '" + HtmlPaper.FAMILY
                + "'; font-weight: bold; font-size: 13pt; color: #b42318; } ";
    }

    private static String pageSize(Element body) {
        Element section = WordStyles.child(body, "sectPr");
        Element size = section == null ? null : WordStyles.child(section, "pgSz");
        Element margin = section == null ? null : WordStyles.child(section, "pgMar");
        String sides = margin == null
                ? "20mm 15mm 20mm 30mm"
                : points(WordStyles.value(margin, "top"), 1134) + " " + points(WordStyles.value(margin, "right"), 850)
                        + " " + points(WordStyles.value(margin, "bottom"), 1134) + " "
                        + points(WordStyles.value(margin, "left"), 1701);
        return (size == null
                        ? "A4"
                        : points(WordStyles.value(size, "w"), 11906) + " " + points(WordStyles.value(size, "h"), 16838))
                + "; margin: " + sides;
    }

    /** Twentieths of a point as points. */
    private static String points(String twentieths, double otherwise) {
        return String.format(Locale.ROOT, "%.2fpt", number(twentieths, otherwise) / 20);
    }

    static double number(String text, double otherwise) {
        try {
            return text == null ? otherwise : Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    private void children(Element parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                switch (element.getLocalName()) {
                    case "p" -> paragraph(element);
                    case "tbl" -> table(element);
                    case "sdt" -> {
                        Element content = WordStyles.child(element, "sdtContent");
                        if (content != null) {
                            children(content);
                        }
                    }
                    default -> {
                        // marks without a look
                    }
                }
            }
        }
    }

    private void paragraph(Element p) {
        Map<String, String> look = styles.ofParagraph(p);
        double left = number(look.getOrDefault("ind.left", look.get("ind.start")), 0);
        double right = number(look.getOrDefault("ind.right", look.get("ind.end")), 0);
        double first = number(look.get("ind.firstLine"), 0) - number(look.get("ind.hanging"), 0);
        html.append("<p style=\"margin: ")
                .append(points(look.get("spacing.before"), 0))
                .append(' ')
                .append(points(null, right))
                .append(' ')
                .append(points(look.get("spacing.after"), 0))
                .append(' ')
                .append(points(null, left))
                .append("; text-indent: ")
                .append(points(null, first))
                .append("; text-align: ")
                .append(alignment(look.getOrDefault("jc", "left")))
                .append("; line-height: ")
                .append(lineHeight(look));
        look.forEach((name, value) -> {
            if (name.startsWith("pBdr.") && WordStyles.isOn(value) && !value.equals("nil")) {
                html.append("; border-").append(name.substring(5)).append(": 0.5pt solid #000");
            }
        });
        if (WordStyles.isOn(look.get("keepNext"))) {
            html.append("; page-break-after: avoid");
        }
        if (WordStyles.isOn(look.get("pageBreakBefore"))) {
            html.append("; page-break-before: always");
        }
        Map<String, String> usual = styles.ofRun(p, null);
        html.append("; font-size: ").append(size(usual)).append("\">");
        int before = html.length();
        inline(p, p);
        if (html.length() == before) {
            html.append("&#160;");
        }
        html.append("</p>");
    }

    private static String alignment(String jc) {
        return switch (jc) {
            case "center" -> "center";
            case "right", "end" -> "right";
            case "both", "distribute" -> "justify";
            default -> "left";
        };
    }

    private static String lineHeight(Map<String, String> look) {
        double line = number(look.get("spacing.line"), LINE);
        String rule = look.getOrDefault("spacing.lineRule", "auto");
        return rule.equals("exact") || rule.equals("atLeast")
                ? String.format(Locale.ROOT, "%.2fpt", line / 20)
                : String.format(Locale.ROOT, "%.3f", line / LINE * SINGLE);
    }

    private static String size(Map<String, String> look) {
        return String.format(Locale.ROOT, "%.1fpt", number(look.get("sz"), USUAL_SIZE) / 2);
    }

    /** Runs of a paragraph, also those within links and the like. */
    private void inline(Element p, Element parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                switch (element.getLocalName()) {
                    case "r" -> run(p, element);
                    case "hyperlink", "smartTag", "fldSimple", "sdt", "sdtContent" -> inline(p, element);
                    default -> {
                        // marks without a look
                    }
                }
            }
        }
    }

    private void run(Element p, Element r) {
        Map<String, String> look = styles.ofRun(p, r);
        if (WordStyles.isOn(look.get("vanish"))) {
            return;
        }
        StringBuilder text = new StringBuilder();
        for (Node node = r.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                switch (element.getLocalName()) {
                    case "t" -> text.append(WordText.escape(element.getTextContent()));
                    case "tab" -> text.append("&#160;&#160;&#160;&#160;&#160;&#160;");
                    case "noBreakHyphen" -> text.append('\u2011');
                    case "br" ->
                        text.append(
                                "page".equals(WordStyles.value(element, "type"))
                                        ? "<div style=\"page-break-before: always\"></div>"
                                        : "<br/>");
                    case "cr" -> text.append("<br/>");
                    default -> {
                        // results of fields come as text
                    }
                }
            }
        }
        if (!text.isEmpty()) {
            html.append("<span style=\"")
                    .append(css(look))
                    .append("\">")
                    .append(text)
                    .append("</span>");
        }
    }

    private static String css(Map<String, String> look) {
        StringBuilder css = new StringBuilder("font-size: ").append(size(look));
        if (WordStyles.isOn(look.get("b"))) {
            css.append("; font-weight: bold");
        }
        if (WordStyles.isOn(look.get("i"))) {
            css.append("; font-style: italic");
        }
        if (WordStyles.isOn(look.get("u"))) {
            css.append("; text-decoration: underline");
        } else if (WordStyles.isOn(look.get("strike"))) {
            css.append("; text-decoration: line-through");
        }
        if (WordStyles.isOn(look.get("caps"))) {
            css.append("; text-transform: uppercase");
        }
        String color = look.get("color");
        if (color != null && color.matches("[0-9A-Fa-f]{6}")) {
            css.append("; color: #").append(color);
        }
        String raised = look.get("vertAlign");
        if ("superscript".equals(raised)) {
            css.append("; vertical-align: super; font-size: 70%");
        } else if ("subscript".equals(raised)) {
            css.append("; vertical-align: sub; font-size: 70%");
        }
        return css.toString();
    }

    private void table(Element tbl) {
        Map<String, String> look = styles.ofTable(tbl);
        String margin = "center".equals(look.get("jc")) ? "0 auto" : "0 0 0 " + points(look.get("tblInd.w"), 0);
        html.append("<table style=\"margin: ").append(margin);
        WordTable table = new WordTable(tbl);
        html.append("; width: ").append(points(null, table.width())).append("\">");
        html.append("<colgroup>");
        for (double width : table.columns()) {
            html.append("<col style=\"width: ").append(points(null, width)).append("\"/>");
        }
        html.append("</colgroup>");
        boolean head = false;
        for (int row = 0; row < table.rows().size(); row++) {
            boolean repeated = table.isHead(row);
            if (repeated != head) {
                html.append(repeated ? "<thead>" : "</thead>");
                head = repeated;
            }
            row(table, row, look);
        }
        html.append(head ? "</thead>" : "").append("</table>");
    }

    private void row(WordTable table, int row, Map<String, String> look) {
        html.append("<tr style=\"page-break-inside: avoid\">");
        for (WordTable.Cell cell : table.rows().get(row)) {
            if (cell.rows() == 0) {
                continue;
            }
            html.append("<td colspan=\"")
                    .append(cell.columns())
                    .append("\" rowspan=\"")
                    .append(cell.rows());
            html.append("\" style=\"").append(table.css(cell, row, look)).append("\">");
            children(cell.element());
            html.append("</td>");
        }
        html.append("</tr>");
    }
}
