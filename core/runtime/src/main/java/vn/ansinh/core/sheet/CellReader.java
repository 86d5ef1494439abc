package vn.ansinh.core.sheet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.dhatim.fastexcel.reader.Cell;
import vn.ansinh.api.sheet.Spreadsheets.SheetCell;

/** A cell as people see it: dates as dates, numbers as they were typed. Excel keeps both as floating point. */
final class CellReader {

    private static final LocalDate DAY_ZERO_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate DAY_ZERO_1904 = LocalDate.of(1904, 1, 1);

    /** Excel holds 1900 for a leap year: serial 60 is a day that never was, those before it are one off. */
    private static final long NEVER_WAS = 60;

    /** 9999-12-31. */
    private static final long LAST_DAY = 2_958_465;

    private final boolean date1904;
    private final Map<String, Boolean> dateFormats = new HashMap<>();

    CellReader(boolean date1904) {
        this.date1904 = date1904;
    }

    SheetCell read(Cell cell) {
        return switch (cell.getType()) {
            case FORMULA -> new SheetCell(SheetCell.Kind.FORMULA, text(cell.getRawValue()));
            case ERROR -> new SheetCell(SheetCell.Kind.ERROR, text(cell.getRawValue()));
            case BOOLEAN -> new SheetCell(SheetCell.Kind.BOOLEAN, cell.asBoolean() ? "true" : "false");
            case NUMBER -> number(cell);
            case STRING -> {
                String text = text(cell.asString());
                yield text.isBlank() ? SheetCell.EMPTY : new SheetCell(SheetCell.Kind.TEXT, text);
            }
            case EMPTY -> SheetCell.EMPTY;
        };
    }

    private SheetCell number(Cell cell) {
        BigDecimal number = cell.asNumber();
        if (isDate(cell)) {
            LocalDate date = date(number);
            return date == null
                    ? new SheetCell(SheetCell.Kind.ERROR, number.toPlainString())
                    : new SheetCell(SheetCell.Kind.DATE, date.toString());
        }
        String text = number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        return new SheetCell(SheetCell.Kind.NUMBER, text);
    }

    private LocalDate date(BigDecimal serial) {
        long day = serial.setScale(0, RoundingMode.FLOOR).longValue();
        if (day < 0 || day > LAST_DAY) {
            return null;
        }
        if (date1904) {
            return DAY_ZERO_1904.plusDays(day);
        }
        return day == NEVER_WAS || day == 0 ? null : DAY_ZERO_1900.plusDays(day < NEVER_WAS ? day + 1 : day);
    }

    private boolean isDate(Cell cell) {
        Integer id = cell.getDataFormatId();
        if (id != null && (id >= 14 && id <= 17 || id == 22 || id >= 27 && id <= 36 || id >= 50 && id <= 58)) {
            return true;
        }
        String format = cell.getDataFormatString();
        return format != null && dateFormats.computeIfAbsent(format, CellReader::showsDay);
    }

    /** Whether a number format shows a day or a year, leaving out quoted text, colours and conditions. */
    private static boolean showsDay(String format) {
        String codes =
                format.replaceAll("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]|_.", "").toLowerCase(Locale.ROOT);
        return !codes.contains("general") && (codes.indexOf('d') >= 0 || codes.indexOf('y') >= 0);
    }

    private static String text(String raw) {
        return raw == null ? "" : raw;
    }
}
