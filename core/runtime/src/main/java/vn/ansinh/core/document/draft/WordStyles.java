package vn.ansinh.core.document.draft;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import vn.ansinh.core.paper.WordPart;

/**
 * How paragraphs, runs and tables look after styles and defaults were added up. Properties are kept by the name of their element, those
 * with several values by {@code element.attribute}.
 */
final class WordStyles {

    private static final int DEEPEST = 20;
    private static final Set<String> OFF = Set.of("0", "false", "off", "none");

    private final Map<String, Element> byId = new HashMap<>();
    private final Map<String, String> paragraph = new HashMap<>();
    private final Map<String, String> run = new HashMap<>();
    private String usualParagraph;
    private String usualTable;

    /** @param styles may be {@code null} */
    WordStyles(Document styles) {
        if (styles == null) {
            return;
        }
        for (Element defaults : WordPart.elements(styles, "docDefaults")) {
            add(paragraph, defaults, "pPr");
            add(run, defaults, "rPr");
        }
        for (Element style : WordPart.elements(styles, "style")) {
            String id = value(style, "styleId");
            byId.put(id, style);
            if (isOn(value(style, "default")) && value(style, "default") != null) {
                if ("paragraph".equals(value(style, "type"))) {
                    usualParagraph = id;
                } else if ("table".equals(value(style, "type"))) {
                    usualTable = id;
                }
            }
        }
    }

    /** Properties of a paragraph. */
    Map<String, String> ofParagraph(Element p) {
        Map<String, String> all = new HashMap<>(paragraph);
        Element own = child(p, "pPr");
        styled(all, styleOf(own, "pStyle", usualParagraph), "pPr", 0);
        add(all, own);
        return all;
    }

    /** Properties of a run. @param p the paragraph it stands in */
    Map<String, String> ofRun(Element p, Element r) {
        Map<String, String> all = new HashMap<>(run);
        styled(all, styleOf(child(p, "pPr"), "pStyle", usualParagraph), "rPr", 0);
        Element own = r == null ? null : child(r, "rPr");
        styled(all, styleOf(own, "rStyle", null), "rPr", 0);
        add(all, own);
        return all;
    }

    /** Properties of a table, {@code tblBorders} and {@code tblCellMar} by their sides. */
    Map<String, String> ofTable(Element tbl) {
        Map<String, String> all = new HashMap<>();
        Element own = child(tbl, "tblPr");
        styled(all, styleOf(own, "tblStyle", usualTable), "tblPr", 0);
        add(all, own);
        return all;
    }

    private static String styleOf(Element properties, String kind, String usual) {
        Element named = properties == null ? null : child(properties, kind);
        return named == null ? usual : value(named, "val");
    }

    private void styled(Map<String, String> all, String id, String kind, int depth) {
        Element style = id == null ? null : byId.get(id);
        if (style == null || depth > DEEPEST) {
            return;
        }
        Element below = child(style, "basedOn");
        if (below != null) {
            styled(all, value(below, "val"), kind, depth + 1);
        }
        add(all, child(style, kind));
    }

    private static void add(Map<String, String> all, Element within, String kind) {
        WordPart.elements(within, kind).forEach(properties -> add(all, properties));
    }

    /** Adds what an element of properties says. */
    static void add(Map<String, String> all, Element properties) {
        if (properties == null) {
            return;
        }
        for (Node node = properties.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element property) {
                String name = property.getLocalName();
                switch (name) {
                    case "spacing", "ind", "tblW", "tblInd" -> attributes(all, name, property);
                    case "pBdr", "tblBorders", "tcBorders", "tblCellMar", "tcMar" -> sides(all, name, property);
                    default -> all.put(name, value(property, "val") == null ? "true" : value(property, "val"));
                }
            }
        }
    }

    private static void attributes(Map<String, String> all, String name, Element property) {
        for (int i = 0; i < property.getAttributes().getLength(); i++) {
            Node attribute = property.getAttributes().item(i);
            all.put(name + "." + attribute.getLocalName(), attribute.getNodeValue());
        }
    }

    private static void sides(Map<String, String> all, String name, Element property) {
        for (Node node = property.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element side) {
                String width = value(side, "w");
                all.put(name + "." + side.getLocalName(), width == null ? value(side, "val") : width);
            }
        }
    }

    /** The first child of a name; {@code null} without one. */
    static Element child(Element parent, String name) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && name.equals(element.getLocalName())) {
                return element;
            }
        }
        return null;
    }

    /** An attribute; {@code null} without one. */
    static String value(Element element, String name) {
        return element.hasAttributeNS(WordPart.WORD, name) ? element.getAttributeNS(WordPart.WORD, name) : null;
    }

    /** Whether a property that is there is on. */
    static boolean isOn(String value) {
        return value != null && !OFF.contains(value);
    }
}
