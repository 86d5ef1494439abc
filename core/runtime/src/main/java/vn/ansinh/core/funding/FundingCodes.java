package vn.ansinh.core.funding;

import java.time.LocalDate;
import vn.ansinh.api.codelist.CodeLists;
import vn.ansinh.api.funding.Allocations.Voucher;
import vn.ansinh.api.funding.BudgetCodes;
import vn.ansinh.api.problem.Problem;

/** Whether codes of money are in their lists. */
final class FundingCodes {

    static final String FUNDS = "nguon-kinh-phi";
    static final String INDEX = "muc-luc-ngan-sach";
    static final String VOUCHERS = "loai-chung-tu-ke-toan";
    static final String METHODS = "hinh-thuc-chi-tra";

    private final CodeLists codeLists;

    FundingCodes(CodeLists codeLists) {
        this.codeLists = codeLists;
    }

    /** What a source is called; one that nobody has set, too. */
    String fundName(String fund) {
        return fund.isEmpty()
                ? "Nguồn chưa xác định"
                : codeLists.byCode(FUNDS, fund).map(CodeLists.Entry::name).orElse(fund);
    }

    /** @throws Problem INVALID when there is no such source at a unit on a day */
    void requireFund(String fund, LocalDate day, long unitId) {
        if (fund == null || !codeLists.isOpen(FUNDS, fund, day, unitId)) {
            throw Problem.invalid(
                    "AS-FUNDING-FUND",
                    "Nguồn kinh phí «" + (fund == null ? "" : fund)
                            + "» không có trong danh mục. Vui lòng chọn một nguồn.");
        }
    }

    /** @throws Problem INVALID when a code is not in the index, or stands for another level of it */
    void requireIndex(BudgetCodes codes, LocalDate day, long unitId) {
        require(codes.chapter(), "C", "Chương", day, unitId);
        require(codes.category(), "L", "Loại", day, unitId);
        require(codes.division(), "K", "Khoản", day, unitId);
        require(codes.item(), "M", "Mục", day, unitId);
        require(codes.subItem(), "TM", "Tiểu mục", day, unitId);
    }

    private void require(String code, String prefix, String level, LocalDate day, long unitId) {
        if (code == null) {
            return;
        }
        boolean fits = code.matches(prefix + "[0-9]+");
        if (!fits || !codeLists.isOpen(INDEX, code, day, unitId)) {
            throw Problem.invalid(
                    "AS-FUNDING-INDEX",
                    level + " «" + code
                            + "» không có trong mục lục ngân sách đang dùng. Vui lòng chọn trong danh mục.");
        }
    }

    /** @throws Problem INVALID when only one half of it is there, or its kind is unknown */
    void requireVoucher(Voucher voucher, LocalDate day, long unitId) {
        boolean kind = voucher.kind() != null && !voucher.kind().isBlank();
        boolean number = voucher.number() != null && !voucher.number().isBlank();
        if (kind != number) {
            throw Problem.invalid("AS-FUNDING-VOUCHER", "Chứng từ phải có cả loại và số, hoặc để trống cả hai.");
        }
        if (kind && !codeLists.isOpen(VOUCHERS, voucher.kind(), day, unitId)) {
            throw Problem.invalid(
                    "AS-FUNDING-VOUCHER", "Loại chứng từ «" + voucher.kind() + "» không có trong danh mục.");
        }
    }

    /** @throws Problem INVALID when it is not blank and no way of paying */
    void requireMethod(String method, LocalDate day, long unitId) {
        if (!method.isEmpty() && !codeLists.isOpen(METHODS, method, day, unitId)) {
            throw Problem.invalid("AS-FUNDING-METHOD", "Hình thức chi trả «" + method + "» không có trong danh mục.");
        }
    }
}
