package vn.ansinh.btxh.imports;

import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.ansinh.api.benefit.PaymentDetails;
import vn.ansinh.api.benefit.PaymentDetails.PayeeRole;
import vn.ansinh.api.codelist.CodeLists;
import vn.ansinh.api.sheet.Spreadsheets.SheetCell.Kind;
import vn.ansinh.btxh.imports.ListedBeneficiary.Right;

/** Reads how and to whom money goes, for the person and for who takes care of them. */
final class PaymentCells {

    private static final String METHODS = "hinh-thuc-chi-tra";
    private static final String CASH = "TM-DCT";
    private static final String TRANSFER = "TKNH";
    private static final List<String> NEED_ACCOUNT = List.of(TRANSFER, "ATM", "TKDT");
    /** Excel keeps no more digits of a number. */
    private static final int DIGITS_EXCEL_KEEPS = 15;

    private final Surroundings around;

    PaymentCells(Surroundings around) {
        this.around = around;
    }

    /** How the person's own benefit is paid; what is wrong is told to {@code row}. */
    PaymentDetails read(RowCells row) {
        String account = account(row);
        String bank = row.text(ImportColumn.BANK);
        String method = method(row, account);
        if (method != null
                && NEED_ACCOUNT.contains(method)
                && account == null
                && row.cell(ImportColumn.ACCOUNT).kind() == Kind.EMPTY) {
            row.error(
                    ImportColumn.ACCOUNT,
                    "SO-TAI-KHOAN",
                    "Chuyển khoản nhưng chưa có số tài khoản. Ghi số, hoặc đổi hình thức chi trả");
        }
        if (TRANSFER.equals(method) && account != null && bank == null) {
            row.warn(ImportColumn.BANK, "NGAN-HANG", "Chưa ghi ngân hàng. Bổ sung trước khi chi");
        }
        String collector = row.text(ImportColumn.COLLECTOR_NAME);
        String collectorNumber = otherNumber(row, ImportColumn.COLLECTOR_NUMBER);
        if (collector == null && collectorNumber != null) {
            row.error(
                    ImportColumn.COLLECTOR_NAME,
                    "NGUOI-NHAN-THAY",
                    "Có số định danh nhưng chưa có họ tên người nhận thay. Ghi họ tên");
        }
        return new PaymentDetails(
                method,
                account,
                bank,
                collector,
                collectorNumber,
                collector == null ? PayeeRole.SELF : PayeeRole.COLLECTOR);
    }

    /** The benefit of who takes care of the person, if the row names somebody. */
    Optional<Right> care(RowCells row, BenefitCells.Told told, String disability, PaymentDetails own) {
        String name = row.text(ImportColumn.CAREGIVER_NAME);
        String number = otherNumber(row, ImportColumn.CAREGIVER_NUMBER);
        String code = row.text(ImportColumn.CARE);
        YearMonth from = BenefitCells.month(row, ImportColumn.CARE_FROM, row.text(ImportColumn.CARE_FROM));
        if (name == null) {
            if (number != null || code != null) {
                row.error(
                        ImportColumn.CAREGIVER_NAME,
                        "NGUOI-CHAM-SOC",
                        "Chưa có họ tên người nhận chăm sóc. Ghi họ tên, hoặc xóa các ô về chăm sóc");
            }
            return Optional.empty();
        }
        if (told.category() == null || told.from() == null) {
            return Optional.empty();
        }
        String benefit = careBenefit(row, told, disability, code);
        if (benefit == null) {
            return Optional.empty();
        }
        if (from != null && from.isBefore(told.from())) {
            row.warn(
                    ImportColumn.CARE_FROM, "CHAM-SOC-TU", "Chăm sóc từ trước khi đối tượng hưởng. Xem lại quyết định");
        }
        YearMonth begins = from == null ? told.from() : from;
        YearMonth paid = told.paidThrough() == null || told.paidThrough().isBefore(begins) ? null : told.paidThrough();
        return Optional.of(new Right(benefit, begins, paid, carePayment(row, own, name, number)));
    }

    private static String careBenefit(RowCells row, BenefitCells.Told told, String disability, String typed) {
        List<String> possible = told.category().care();
        if (possible.isEmpty() || (possible.contains("CS4") && !FactKeys.DISABILITY_EXTREME.equals(disability))) {
            row.error(
                    ImportColumn.CAREGIVER_NAME,
                    "NGUOI-CHAM-SOC",
                    "Loại đối tượng này không có kinh phí chăm sóc (NĐ 20/2021 Điều 20). Xóa cột Người nhận chăm sóc; người"
                            + " lĩnh hộ thì ghi ở Người nhận thay");
            return null;
        }
        if (typed == null) {
            if (possible.size() == 1) {
                return possible.get(0);
            }
            row.error(
                    ImportColumn.CARE,
                    "CHE-DO-CHAM-SOC",
                    "Chưa rõ chế độ chăm sóc. Ghi CS4 (hộ gia đình trực tiếp chăm sóc) hoặc CS5 (nhận chăm sóc, nuôi dưỡng)");
            return null;
        }
        String code = typed.toUpperCase(Locale.ROOT);
        if (possible.contains(code)) {
            return code;
        }
        row.error(
                ImportColumn.CARE,
                "CHE-DO-CHAM-SOC",
                "“" + typed + "” không đi với loại đối tượng này. Ghi " + String.join(" hoặc ", possible));
        return null;
    }

    /** The person's account is not the caregiver's, unless the caregiver is who collects for the person. */
    private static PaymentDetails carePayment(RowCells row, PaymentDetails own, String name, String number) {
        boolean same = name.equalsIgnoreCase(own.payeeName());
        if (own.accountNumber() == null || same) {
            return new PaymentDetails(own.method(), own.accountNumber(), own.bank(), name, number, PayeeRole.CAREGIVER);
        }
        row.warn(
                ImportColumn.CAREGIVER_NAME,
                "TAI-KHOAN-CHAM-SOC",
                "Chưa có tài khoản của người nhận chăm sóc; kinh phí chăm sóc ghi chi tiền mặt. Bổ sung sau nếu cần");
        return new PaymentDetails(CASH, null, null, name, number, PayeeRole.CAREGIVER);
    }

    private String method(RowCells row, String account) {
        String text = row.text(ImportColumn.METHOD);
        if (text == null) {
            return account == null ? CASH : TRANSFER;
        }
        Optional<CodeLists.Entry> entry = around.codeLists().match(METHODS, text, around.today(), around.listUnitId());
        if (entry.isEmpty()) {
            row.error(
                    ImportColumn.METHOD,
                    "HINH-THUC",
                    "Không có hình thức chi trả “" + text
                            + "” trong danh mục. Ghi Tiền mặt, Chuyển khoản hoặc Bưu điện");
        }
        return entry.map(CodeLists.Entry::code).orElse(null);
    }

    private static String account(RowCells row) {
        String text = row.text(ImportColumn.ACCOUNT);
        if (text == null) {
            return null;
        }
        String digits = text.replaceAll("[\\s.\\-]", "");
        boolean numeric = row.cell(ImportColumn.ACCOUNT).kind() == Kind.NUMBER;
        if (!digits.matches("[0-9A-Za-z]{4,24}") || (numeric && digits.length() > DIGITS_EXCEL_KEEPS)) {
            row.error(
                    ImportColumn.ACCOUNT,
                    "SO-TAI-KHOAN",
                    "Số tài khoản không đọc được đúng. Định dạng ô là Văn bản rồi gõ lại");
            return null;
        }
        if (numeric) {
            row.warn(
                    ImportColumn.ACCOUNT,
                    "SO-KHONG-DAU",
                    "Ô dạng số: nếu tài khoản bắt đầu bằng 0 thì số 0 đã mất. Đối chiếu " + digits);
        }
        return digits;
    }

    private static String otherNumber(RowCells row, ImportColumn column) {
        String text = row.text(column);
        if (text == null) {
            return null;
        }
        String digits = text.replaceAll("[\\s.\\-']", "");
        if (row.cell(column).kind() == Kind.NUMBER && (digits.length() == 10 || digits.length() == 11)) {
            digits = "0".repeat(12 - digits.length()) + digits;
            row.warn(column, "SO-KHONG-DAU", "Ô dạng số làm mất số 0 ở đầu, hiểu là " + digits);
        }
        if (!digits.matches("\\d{12}|\\d{9}")) {
            row.error(column, "SO-DINH-DANH", "Số định danh cần 12 chữ số (CMND cũ 9). Xem lại trên thẻ căn cước");
            return null;
        }
        return digits;
    }
}
