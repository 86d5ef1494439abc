package vn.ansinh.core.sheet;

import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.StyleSetter;

/**
 * How cells look. A {@link SheetPage} dresses cells below each other with the same look in one go and knows looks by identity:
 * make few and keep them.
 *
 * @param align horizontal, as Excel calls it; {@code null} for Excel's own choice
 * @param format of numbers and dates, as Excel writes it; {@code null} for none
 * @param fill colour, six hex digits; {@code null} for none
 */
public record CellLook(
        boolean bold, boolean italic, boolean border, boolean wrap, String align, String format, String fill) {

    /** No trait at all. */
    public static final CellLook PLAIN = new CellLook(false, false, false, false, null, null, null);

    /** Text of a table: breaks its lines. */
    public static final CellLook TEXT = PLAIN.framed().wrapped();

    public static final CellLook DATE = PLAIN.framed().aligned("right").formatted("dd/mm/yyyy");
    public static final CellLook MONTH = PLAIN.framed().aligned("right").formatted("mm/yyyy");

    /** Whole numbers with thousands separators. */
    public static final CellLook MONEY = PLAIN.framed().aligned("right").formatted("#,##0");

    /** Numbers as they are. */
    public static final CellLook NUMBER = PLAIN.framed().aligned("right").formatted("General");

    public CellLook bolder() {
        return new CellLook(true, italic, border, wrap, align, format, fill);
    }

    public CellLook slanted() {
        return new CellLook(bold, true, border, wrap, align, format, fill);
    }

    public CellLook framed() {
        return new CellLook(bold, italic, true, wrap, align, format, fill);
    }

    public CellLook wrapped() {
        return new CellLook(bold, italic, border, true, align, format, fill);
    }

    /** In one line, which runs over empty cells beside it. */
    public CellLook unwrapped() {
        return new CellLook(bold, italic, border, false, align, format, fill);
    }

    public CellLook aligned(String where) {
        return new CellLook(bold, italic, border, wrap, where, format, fill);
    }

    public CellLook formatted(String as) {
        return new CellLook(bold, italic, border, wrap, align, as, fill);
    }

    public CellLook filled(String colour) {
        return new CellLook(bold, italic, border, wrap, align, format, colour);
    }

    /** Applies it; lines of text stand {@code vertical} in their cells. */
    void dress(StyleSetter style, String vertical) {
        style.verticalAlignment(vertical);
        if (bold) {
            style.bold();
        }
        if (italic) {
            style.italic();
        }
        if (border) {
            style.borderStyle(BorderStyle.THIN);
        }
        if (wrap) {
            style.wrapText(true);
        }
        if (align != null) {
            style.horizontalAlignment(align);
        }
        if (format != null) {
            style.format(format);
        }
        if (fill != null) {
            style.fillColor(fill);
        }
        style.set();
    }
}
