package vn.ansinh.core.paper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
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

/**
 * A part of a Word file as a tree, its merge fields made plain names between two signs. The look of a field is that of its first run.
 */
public final class WordPart {

    public static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /** A name stands between two signs that no text has, directly in a run. */
    public static final char OPEN = '\ue000';

    public static final char CLOSE = '\ue001';

    private static final Pattern MERGE = Pattern.compile("\\s*MERGEFIELD\\s+\"?([\\w.]+)\"?.*", Pattern.DOTALL);

    private final Document document;

    private WordPart(Document document) {
        this.document = document;
    }

    /** Reads a part and names its fields. @throws SAXException for what is no XML, or declares a DOCTYPE */
    public static Document read(byte[] part) throws IOException, SAXException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            WordPart named = new WordPart(factory.newDocumentBuilder().parse(new ByteArrayInputStream(part)));
            named.simpleFields();
            named.fieldsInRuns();
            return named.document;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("Every Java reads XML", e);
        }
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
        run.appendChild(document.createTextNode(OPEN + name + CLOSE));
        return run;
    }

    /** All elements of a name within, in their order; a list that does not change. */
    public static List<Element> elements(Node within, String name) {
        NodeList found = within instanceof Document all
                ? all.getElementsByTagNameNS(WORD, name)
                : ((Element) within).getElementsByTagNameNS(WORD, name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    /** As XML. @param piece whether it is a piece, without a declaration */
    public static String text(Node node, boolean piece) {
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
