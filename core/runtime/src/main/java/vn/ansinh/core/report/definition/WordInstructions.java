package vn.ansinh.core.report.definition;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/**
 * What a part of a Word template tells Word to do. Fields may fill in, count pages and say the day; whatever brings other files,
 * programs or data in is refused, however its words are cut into runs.
 */
final class WordInstructions extends DefaultHandler {

    private static final Set<String> HARMLESS = Set.of(
            "MERGEFIELD",
            "PAGE",
            "NUMPAGES",
            "SECTION",
            "SECTIONPAGES",
            "DATE",
            "TIME",
            "CREATEDATE",
            "SAVEDATE",
            "PRINTDATE",
            "TITLE",
            "SUBJECT",
            "AUTHOR",
            "SEQ",
            "SYMBOL",
            "STYLEREF");

    private static final Pattern MERGE =
            Pattern.compile("MERGEFIELD\\s+\"?[a-z][a-z0-9_.]*\"?(\\s+\\\\\\*\\s*[a-z]+)*", Pattern.CASE_INSENSITIVE);

    /** Beginnings of commands in the languages in which templates are written. */
    private static final Pattern COMMAND = Pattern.compile("[$#]\\{|[<\\[]/?[#@][a-z]", Pattern.CASE_INSENSITIVE);

    private final Consumer<String> reasons;
    private final Deque<Field> open = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private boolean instruction;

    /** @param reasons takes what is wrong, Vietnamese */
    WordInstructions(Consumer<String> reasons) {
        this.reasons = reasons;
    }

    @Override
    public void startElement(String uri, String local, String name, Attributes attributes) {
        for (int i = 0; i < attributes.getLength(); i++) {
            look(attributes.getValue(i));
        }
        switch (plain(name)) {
            case "instrtext", "delinstrtext" -> instruction = true;
            case "fldsimple" -> judge(value(attributes, "instr"));
            case "fldchar" -> mark(value(attributes, "fldchartype"));
            case "altchunk", "subdoc" -> reasons.accept("Mẫu chèn tệp khác vào văn bản. Hãy bỏ phần chèn ấy.");
            case "object", "oleobject", "control" ->
                reasons.accept("Mẫu có đối tượng nhúng (OLE, ActiveX). Hãy bỏ đối tượng ấy.");
            case "mailmerge" ->
                reasons.accept("Mẫu còn gắn nguồn dữ liệu trộn thư. Trong Word hãy chọn «Mailings», «Start Mail"
                        + " Merge», «Normal Word Document» rồi lưu lại.");
            case "attachedtemplate" -> reasons.accept("Mẫu gắn với một tệp mẫu khác. Hãy gỡ tệp mẫu ấy.");
            case "p" -> text.setLength(0);
            default -> {
                // everything else is only shown
            }
        }
    }

    @Override
    public void characters(char[] characters, int start, int length) {
        String piece = new String(characters, start, length);
        if (!instruction) {
            text.append(piece);
        } else if (open.isEmpty()) {
            judge(piece);
        } else if (!open.peek().shown) {
            open.peek().words.append(piece);
        }
    }

    @Override
    public void endElement(String uri, String local, String name) {
        String element = plain(name);
        if (element.equals("instrtext") || element.equals("delinstrtext")) {
            instruction = false;
        } else if (element.equals("p")) {
            look(text.toString());
            text.setLength(0);
        }
    }

    @Override
    public void endDocument() {
        look(text.toString());
        open.forEach(field -> judge(field.words.toString()));
    }

    private void mark(String type) {
        if ("begin".equals(type)) {
            open.push(new Field());
        } else if (!open.isEmpty() && "separate".equals(type)) {
            open.peek().shown = true;
        } else if (!open.isEmpty()) {
            judge(open.pop().words.toString());
        }
    }

    private void judge(String instruction) {
        String words = instruction == null ? "" : instruction.strip();
        String first = words.split("[\\s\"\\\\]", 2)[0].toUpperCase(Locale.ROOT);
        if (!HARMLESS.contains(first)) {
            reasons.accept("Mẫu có trường «" + first.replaceAll("[^A-Z0-9=]", "_")
                    + "» không được dùng: chỉ dùng MERGEFIELD, số trang và ngày.");
        } else if (first.equals("MERGEFIELD") && !MERGE.matcher(words).matches()) {
            reasons.accept(
                    "Mẫu có trường MERGEFIELD mà tên không chỉ gồm chữ không dấu, chữ số, gạch dưới và dấu chấm.");
        }
    }

    private void look(String shown) {
        if (shown != null && COMMAND.matcher(shown).find()) {
            reasons.accept(
                    "Mẫu có chữ giống lệnh của ngôn ngữ mẫu («${…}», «[#…]»). Muốn điền số liệu hãy dùng MERGEFIELD.");
        }
    }

    private static String plain(String name) {
        return name.substring(name.indexOf(':') + 1).toLowerCase(Locale.ROOT);
    }

    private static String value(Attributes attributes, String name) {
        for (int i = 0; i < attributes.getLength(); i++) {
            if (plain(attributes.getQName(i)).equals(name)) {
                return attributes.getValue(i);
            }
        }
        return null;
    }

    /** A field that has begun. */
    private static final class Field {
        private final StringBuilder words = new StringBuilder();
        /** Whether what comes now is its result. */
        private boolean shown;
    }
}
