package vn.ansinh.core.report.render;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import vn.ansinh.api.report.ReportRow;

/**
 * A part of a Word template, its merge fields made plain names between two signs, its rows to be repeated taken out. The look of a
 * field is that of its first run.
 */
final class WordBody {

    static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final Pattern MERGE = Pattern.compile("\\s*MERGEFIELD\\s+\"?([\\w.]+)\"?.*", Pattern.DOTALL);
    private static final String ROWS = "\ue002";

    private final Document document;
    private final Map<ReportRow.Kind, String> rows = new EnumMap<>(ReportRow.Kind.class);
    private final String before;
    private final String after;

    WordBody(byte[] part) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(part));
        } catch (SAXException e) {
            throw WordTemplate.broken();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("Every Java reads XML", e);
        }
        simpleFields();
        fieldsInRuns();
        takeRows();
        String[] halves = text(document, false).split(ROWS, 2);
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

    private void simpleFields() {
        for (Element field : elements(document, "fldSimple")) {
            Matcher merge = MERGE.matcher(field.getAttributeNS(WORD, "instr"));
            if (merge.matches()) {
                List<Element> runs = elements(field, "r");
                field.getParentNode().replaceChild(named(merge.group(1), runs.isEmpty() ? null : runs.get(0)), field);
            }
        }
    }

    /** Fields whose beginning, instruction, result and end are runs of their own. */
    private void fieldsInRuns() {
        List<Element> open = new ArrayList<>();
        StringBuilder instruction = new StringBuilder();
        int depth = 0;
        for (Element run : elements(document, "r")) {
            String mark = elements(run, "fldChar").stream()
                    .map(each -> each.getAttributeNS(WORD, "fldCharType"))
                    .findFirst()
                    .orElse("");
            if (mark.equals("begin")) {
                depth++;
            }
            if (depth == 0) {
                continue;
            }
            open.add(run);
            elements(run, "instrText").forEach(each -> instruction.append(each.getTextContent()));
            if (mark.equals("end")) {
                depth--;
            }
            if (depth == 0) {
                Matcher merge = MERGE.matcher(instruction);
                if (merge.matches()) {
                    Element first = open.get(0);
                    first.getParentNode().insertBefore(named(merge.group(1), first), first);
                    open.forEach(each -> each.getParentNode().removeChild(each));
                }
                open.clear();
                instruction.setLength(0);
            }
        }
    }

    private Element named(String name, Element like) {
        Element run = document.createElementNS(WORD, "w:r");
        for (Node child = like == null ? null : like.getFirstChild(); child != null; child = child.getNextSibling()) {
            if ("rPr".equals(child.getLocalName())) {
                run.appendChild(child.cloneNode(true));
            }
        }
        run.appendChild(document.createTextNode(WordFields.OPEN + name + WordFields.CLOSE));
        return run;
    }

    /** The rows with fields of a row's kind leave their table; where the first stood, rows will be written. */
    private void takeRows() {
        Node table = null;
        for (Element row : elements(document, "tr")) {
            String text = row.getTextContent();
            for (ReportRow.Kind kind : ReportRow.Kind.values()) {
                boolean meant = text.contains(WordFields.OPEN + WordFields.prefix(kind));
                boolean here = table == null ? kind != ReportRow.Kind.TOTAL : row.getParentNode() == table;
                if (meant && here && !rows.containsKey(kind)) {
                    rows.put(kind, text(row, true));
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

    private static List<Element> elements(Node within, String name) {
        NodeList found = within instanceof Document all
                ? all.getElementsByTagNameNS(WORD, name)
                : ((Element) within).getElementsByTagNameNS(WORD, name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static String text(Node node, boolean piece) {
        try (StringWriter text = new StringWriter()) {
            Transformer plain = TransformerFactory.newDefaultInstance().newTransformer();
            plain.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, piece ? "yes" : "no");
            plain.transform(new DOMSource(node), new StreamResult(text));
            return text.toString();
        } catch (TransformerException | IOException e) {
            throw new IllegalStateException("What was read can be written", e);
        }
    }
}
