package vn.ansinh.core.document.draft;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import vn.ansinh.core.paper.WordPart;

/**
 * A Word template being filled. A row of a table with fields {@code <list>.<column>} is repeated for every row of the list. A paragraph
 * that is one field alone becomes a paragraph a line. A paragraph all of whose fields are blank goes. Nothing is run: fields are names.
 */
final class WordFilling {

    static final String BODY = "word/document.xml";
    private static final String STYLES = "word/styles.xml";
    private static final int MOST = 48 << 20;
    private static final Pattern FIELD =
            Pattern.compile(WordPart.OPEN + "([^" + WordPart.CLOSE + "]*)" + WordPart.CLOSE);

    private final Map<String, byte[]> parts;
    private final Document body;

    private WordFilling(Map<String, byte[]> parts, Document body) {
        this.parts = parts;
        this.body = body;
    }

    /** @throws IOException for what is no Word file */
    static WordFilling read(byte[] file) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        int left = MOST;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] part = zip.readNBytes(left + 1);
                left -= part.length;
                if (left < 0) {
                    throw new IOException("too much in it");
                }
                if (!entry.isDirectory()) {
                    parts.put(entry.getName(), part);
                }
            }
        }
        if (!parts.containsKey(BODY)) {
            throw new IOException("no " + BODY);
        }
        return new WordFilling(parts, tree(parts.get(BODY)));
    }

    private static Document tree(byte[] part) throws IOException {
        try {
            return WordPart.read(part);
        } catch (SAXException e) {
            throw new IOException(e);
        }
    }

    /** Names of the fields in the body, in their order. */
    Set<String> fields() {
        Set<String> names = new LinkedHashSet<>();
        Matcher named = FIELD.matcher(body.getDocumentElement().getTextContent());
        while (named.find()) {
            names.add(named.group(1));
        }
        return names;
    }

    /** The body, to be looked at. */
    Document body() {
        return body;
    }

    /** Its styles; {@code null} for a file without. */
    Document styles() throws IOException {
        byte[] styles = parts.get(STYLES);
        return styles == null ? null : tree(styles);
    }

    /** Parts by name. */
    Map<String, byte[]> parts() {
        return parts;
    }

    /** @param values by name; what repeats as a list of maps. What is named and not there is blank */
    void fill(Map<String, ?> values) {
        for (Element row : WordPart.elements(body, "tr")) {
            String list = listOf(row, values);
            if (list != null) {
                repeat(row, list, (List<?>) values.get(list));
            }
        }
        Map<String, String> texts = new HashMap<>();
        values.forEach((name, value) -> {
            if (!(value instanceof List<?>)) {
                texts.put(name, clean(value));
            }
        });
        for (Element paragraph : WordPart.elements(body, "p")) {
            fill(paragraph, texts);
        }
    }

    /** NFC is the caller's; here only what XML and the fields' signs forbid is taken out. */
    private static String clean(Object value) {
        return value == null
                ? ""
                : String.valueOf(value)
                        .replace("\r\n", "\n")
                        .replaceAll("[\\p{Cc}\\p{Cs}\ue000-\ue002\ufffe\uffff&&[^\\n\\t]]", "");
    }

    private static String listOf(Element row, Map<String, ?> values) {
        Matcher named = FIELD.matcher(row.getTextContent());
        while (named.find()) {
            int dot = named.group(1).indexOf('.');
            if (dot > 0 && values.get(named.group(1).substring(0, dot)) instanceof List<?>) {
                return named.group(1).substring(0, dot);
            }
        }
        return null;
    }

    private static void repeat(Element row, String list, List<?> items) {
        for (Object item : items) {
            Element copy = (Element) row.cloneNode(true);
            row.getParentNode().insertBefore(copy, row);
            Map<String, String> texts = new HashMap<>();
            ((Map<?, ?>) item).forEach((column, value) -> texts.put(list + "." + column, clean(value)));
            for (Element paragraph : WordPart.elements(copy, "p")) {
                fill(paragraph, texts);
            }
        }
        Node table = row.getParentNode();
        table.removeChild(row);
        if (items.isEmpty() && WordPart.elements(table, "tr").stream().allMatch(WordFilling::isHead)) {
            table.getParentNode().removeChild(table);
        }
    }

    private static boolean isHead(Element row) {
        return !WordPart.elements(row, "tblHeader").isEmpty();
    }

    private static void fill(Element paragraph, Map<String, String> texts) {
        String text = paragraph.getTextContent();
        Matcher alone = FIELD.matcher(text.strip());
        if (alone.matches()) {
            alone(paragraph, texts.getOrDefault(alone.group(1), ""));
        } else if (text.indexOf(WordPart.OPEN) >= 0) {
            if (allBlank(text, texts) && !isNeeded(paragraph)) {
                paragraph.getParentNode().removeChild(paragraph);
                return;
            }
            for (Element run : WordPart.elements(paragraph, "r")) {
                Matcher named = FIELD.matcher(run.getTextContent());
                if (named.find()) {
                    put(run, texts.getOrDefault(named.group(1), ""));
                }
            }
        }
    }

    private static boolean allBlank(String text, Map<String, String> texts) {
        Matcher named = FIELD.matcher(text);
        while (named.find()) {
            if (!texts.getOrDefault(named.group(1), "").isBlank()) {
                return false;
            }
        }
        return true;
    }

    /** Whether it is all that its cell has: a cell without a paragraph is none. */
    private static boolean isNeeded(Element paragraph) {
        Node parent = paragraph.getParentNode();
        return "tc".equals(parent.getLocalName())
                && WordPart.elements(parent, "p").size() == 1;
    }

    /** A paragraph of one field alone. */
    private static void alone(Element paragraph, String value) {
        Node parent = paragraph.getParentNode();
        String[] lines = value.split("\n");
        for (int i = 0; i < lines.length - 1; i++) {
            Element copy = (Element) paragraph.cloneNode(true);
            parent.insertBefore(copy, paragraph);
            putAlone(copy, lines[i]);
        }
        boolean needed = "tc".equals(parent.getLocalName())
                && WordPart.elements(parent, "p").size() == 1;
        if (value.isBlank() && !needed) {
            parent.removeChild(paragraph);
        } else {
            putAlone(paragraph, lines[lines.length - 1]);
        }
    }

    private static void putAlone(Element paragraph, String line) {
        for (Element run : WordPart.elements(paragraph, "r")) {
            if (run.getTextContent().indexOf(WordPart.OPEN) >= 0) {
                put(run, line);
            }
        }
    }

    /** A value in place of the name in a run. */
    private static void put(Element run, String value) {
        for (Node child = run.getFirstChild(); child != null; ) {
            Node next = child.getNextSibling();
            if (child.getNodeType() == Node.TEXT_NODE) {
                run.removeChild(child);
            }
            child = next;
        }
        Document document = run.getOwnerDocument();
        String[] lines = value.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                run.appendChild(document.createElementNS(WordPart.WORD, "w:br"));
            }
            Element text = document.createElementNS(WordPart.WORD, "w:t");
            text.setAttribute("xml:space", "preserve");
            text.setTextContent(lines[i]);
            run.appendChild(text);
        }
    }

    /** Puts a paragraph above all others. */
    void begin(String text) {
        Element first = WordPart.elements(body, "p").get(0);
        Node above = WordPart.elements(body, "body").get(0);
        Element paragraph = (Element) first.cloneNode(false);
        Element run = body.createElementNS(WordPart.WORD, "w:r");
        paragraph.appendChild(run);
        put(run, text);
        above.insertBefore(paragraph, above.getFirstChild());
    }

    /** The Word file as it is now. */
    byte[] write() throws IOException {
        try (ByteArrayOutputStream to = new ByteArrayOutputStream();
                ZipOutputStream zip = new ZipOutputStream(to, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(
                        part.getKey().equals(BODY)
                                ? WordPart.text(body, false).getBytes(StandardCharsets.UTF_8)
                                : part.getValue());
                zip.closeEntry();
            }
            zip.finish();
            return to.toByteArray();
        }
    }
}
