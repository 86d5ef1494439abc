package vn.ansinh.btxh.imports;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import vn.ansinh.api.codelist.CodeLists;
import vn.ansinh.api.sheet.Spreadsheets.SheetCell.Kind;
import vn.ansinh.api.text.Vietnamese;

/** Reads which benefit a row is for, from when, by which decision, and how far it was paid. */
final class BenefitCells {

    /** Social assistance as we know it began with NĐ 67/2007. */
    private static final YearMonth EARLIEST = YearMonth.of(2000, 1);

    private final Surroundings around;

    BenefitCells(Surroundings around) {
        this.around = around;
    }

    /**
     * What a row says about the benefit.
     *
     * @param category meaning of the category; {@code null} when it was refused
     * @param from first month; {@code null} when it was refused
     * @param paidThrough {@code null} when nothing was paid before
     */
    record Told(
            Category category, YearMonth from, YearMonth paidThrough, String decisionNumber, LocalDate decisionDate) {}

    Told read(RowCells row) {
        Category category = category(row);
        YearMonth from = from(row);
        YearMonth paidThrough = from == null ? null : paidThrough(row, from);
        String decision = row.text(ImportColumn.DECISION_NUMBER);
        LocalDate decisionDate = day(row, ImportColumn.DECISION_DATE);
        if (decisionDate != null && decisionDate.isAfter(around.today())) {
            row.error(ImportColumn.DECISION_DATE, "NGAY-QUYET-DINH", "Ngày quyết định ở tương lai. Xem lại");
        }
        return new Told(category, from, paidThrough, decision, decisionDate);
    }

    private Category category(RowCells row) {
        String text = row.required(ImportColumn.CATEGORY);
        if (text == null) {
            return null;
        }
        Optional<CodeLists.Entry> match = around
                .codeLists()
                // The exact code first: BT1D and BT1Đ are two, but alike without diacritics.
                .entries(Category.LIST, around.today(), around.listUnitId())
                .stream()
                .filter(entry -> entry.code().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .or(() -> around.codeLists().match(Category.LIST, text, around.today(), around.listUnitId()));
        if (match.isEmpty()) {
            row.error(
                    ImportColumn.CATEGORY,
                    "LOAI-DOI-TUONG",
                    "Không có loại đối tượng “" + text + "” trong danh mục. Ghi mã, ví dụ BT6N, hoặc tên như danh mục");
            return null;
        }
        CodeLists.Entry entry = match.get();
        Category category = Category.of(entry.code());
        if (category.benefit() == null) {
            row.error(ImportColumn.CATEGORY, "LOAI-DOI-TUONG", category.refusal());
            return null;
        }
        String typed = Vietnamese.fold(text);
        if (!typed.equals(Vietnamese.fold(entry.code())) && !typed.equals(Vietnamese.fold(entry.name()))) {
            row.warn(ImportColumn.CATEGORY, "HIEU-LA", "Hiểu là “" + entry.name() + "” (" + entry.code() + ")");
        }
        return category;
    }

    private YearMonth from(RowCells row) {
        YearMonth from = month(row, ImportColumn.FROM, row.required(ImportColumn.FROM));
        if (from == null) {
            return null;
        }
        if (from.isAfter(YearMonth.from(around.today()).plusMonths(1))) {
            row.error(ImportColumn.FROM, "TU-THANG", "Tháng bắt đầu hưởng còn ở tương lai. Xem lại quyết định");
            return null;
        }
        if (from.isBefore(EARLIEST)) {
            row.error(ImportColumn.FROM, "TU-THANG", "Tháng bắt đầu hưởng trước năm 2000. Xem lại quyết định");
            return null;
        }
        return from;
    }

    private YearMonth paidThrough(RowCells row, YearMonth from) {
        String text = row.text(ImportColumn.PAID_THROUGH);
        if (text == null) {
            // Only what a row leaves empty follows the form; a right younger than that month was not paid yet.
            boolean follows = row.cell(ImportColumn.PAID_THROUGH).kind() == Kind.EMPTY
                    && around.paidThrough() != null
                    && !around.paidThrough().isBefore(from);
            return follows ? around.paidThrough() : null;
        }
        if (Vietnamese.fold(text).startsWith("chua")) {
            return null;
        }
        YearMonth paid = month(row, ImportColumn.PAID_THROUGH, text);
        if (paid == null) {
            return null;
        }
        if (paid.isBefore(from)) {
            row.error(
                    ImportColumn.PAID_THROUGH,
                    "DA-CHI-DEN",
                    "Đã chi đến " + label(paid) + " nhưng hưởng từ " + label(from)
                            + ". Chưa chi tháng nào thì ghi “chưa”");
            return null;
        }
        if (paid.isAfter(YearMonth.from(around.today()))) {
            row.error(
                    ImportColumn.PAID_THROUGH,
                    "DA-CHI-DEN",
                    "Đã chi đến " + label(paid) + " là tháng chưa tới. Xem lại");
            return null;
        }
        return paid;
    }

    /** A month in a cell that was read as {@code text}. */
    static YearMonth month(RowCells row, ImportColumn column, String text) {
        if (text == null) {
            return null;
        }
        try {
            return DateText.month(row.cell(column), text);
        } catch (DateText.NotADate e) {
            row.error(column, "THANG", e.getMessage());
            return null;
        }
    }

    /** A day in a cell; {@code null} when it is empty or wrong. */
    static LocalDate day(RowCells row, ImportColumn column) {
        String text = row.text(column);
        if (text == null) {
            return null;
        }
        try {
            return DateText.day(row.cell(column), text);
        } catch (DateText.NotADate e) {
            row.error(column, "NGAY", e.getMessage());
            return null;
        }
    }

    /** {@code 05/2018}. */
    static String label(YearMonth month) {
        return "%02d/%d".formatted(month.getMonthValue(), month.getYear());
    }
}
