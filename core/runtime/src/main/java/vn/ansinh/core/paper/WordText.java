package vn.ansinh.core.paper;

import java.util.Locale;

/** Pieces of WordprocessingML. */
public final class WordText {

    private WordText() {}

    /** Text as XML, without what XML cannot hold. */
    public static String escape(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                default -> {
                    boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
                    if (c == '\n' || c == '\t' || c >= ' ' && !half && c != 0xfffe && c != 0xffff) {
                        safe.appendCodePoint(c);
                    }
                }
            }
        });
        return safe.toString();
    }

    /** Text within a run, a line feed begins a new line. */
    public static String lines(String text) {
        return "<w:t xml:space=\"preserve\">" + escape(text).replace("\n", "</w:t><w:br/><w:t xml:space=\"preserve\">")
                + "</w:t>";
    }

    /** A run. @param points size, in halves exactly */
    public static String run(String text, double points, boolean bold, boolean italic, String more) {
        long size = Math.round(points * 2);
        return "<w:r><w:rPr>" + (bold ? "<w:b/><w:bCs/>" : "") + (italic ? "<w:i/><w:iCs/>" : "")
                + String.format(Locale.ROOT, "<w:sz w:val=\"%d\"/><w:szCs w:val=\"%d\"/>", size, size)
                + more + "</w:rPr>" + lines(text) + "</w:r>";
    }

    /**
     * A paragraph.
     *
     * @param align {@code left}, {@code center}, {@code right} or {@code both}
     * @param before room above, in points
     * @param first properties that come before spacing
     */
    public static String paragraph(String first, int before, String align, String runs) {
        return "<w:p><w:pPr>" + first
                + (before > 0 ? "<w:spacing w:before=\"" + before * 20 + "\"/>" : "")
                + "<w:jc w:val=\"" + align + "\"/></w:pPr>" + runs + "</w:p>";
    }

    /** A cell. @param width in twentieths of a point @param more properties after the width */
    public static String cell(int width, String more, String paragraphs) {
        return "<w:tc><w:tcPr><w:tcW w:w=\"" + width + "\" w:type=\"dxa\"/>" + more + "</w:tcPr>" + paragraphs
                + "</w:tc>";
    }
}
