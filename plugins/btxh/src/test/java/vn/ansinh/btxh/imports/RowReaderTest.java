package vn.ansinh.btxh.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.ansinh.btxh.imports.ListFixture.date;
import static vn.ansinh.btxh.imports.ListFixture.number;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.ansinh.api.benefit.PaymentDetails.PayeeRole;
import vn.ansinh.api.identity.BirthDate;
import vn.ansinh.api.identity.Sex;
import vn.ansinh.api.sheet.Spreadsheets.SheetCell;
import vn.ansinh.api.sheet.Spreadsheets.SheetCell.Kind;
import vn.ansinh.btxh.imports.ListedBeneficiary.Right;
import vn.ansinh.btxh.imports.ListedBeneficiary.State;

/** What an official sees row by row when a list is checked. */
class RowReaderTest {

    private final ListFixture list = new ListFixture(TestUnits.PROVINCE);

    @Test
    void aRightRowTellsAllThatIsWritten() {
        ReadRow row = list.read();

        assertEquals(Severity.OK, row.severity(), row.findings().toString());
        ListedBeneficiary written = row.beneficiary();
        assertEquals("Phan Thị Mẫu", written.person().fullName());
        assertEquals(BirthDate.of(LocalDate.of(1979, 3, 5)), written.person().birth());
        assertEquals(Sex.FEMALE, written.person().sex());
        assertEquals("042179900123", written.person().idNumber());
        assertEquals(TestUnits.CAM_XUYEN, written.person().unitId());
        Right right = written.rights().get(0);
        assertEquals("BT6", right.benefit());
        assertEquals(YearMonth.of(2018, 5), right.from());
        assertEquals(YearMonth.of(2026, 10), right.paidThrough());
        assertEquals("TM-DCT", right.payment().method());
        LocalDate opened = LocalDate.of(2018, 5, 1);
        assertEquals(
                List.of(
                        new State("khuyet-tat.muc-do", "nang", opened),
                        new State("khuyet-tat.ngay-cap-giay", "2018-05-02", opened)),
                written.facts());
    }

    @Test
    void birthDatesAreReadAsOfficialsAndExcelWriteThem() {
        BirthDate day = BirthDate.of(LocalDate.of(1979, 3, 5));
        assertEquals(day, birth("05031979"));
        assertEquals(day, birth("5/3/1979"));
        assertEquals(day, birth("05-03-1979"));
        assertEquals(day, birth(date("1979-03-05")));
        assertEquals(day, birth(number("5031979")));
        assertEquals(BirthDate.ofYear(1979), birth("1979"));
        assertEquals(BirthDate.ofYear(1979), birth(number("1979")));
    }

    @Test
    void aBirthDateThatCannotBeIsToldWithWhatToDo() {
        assertEquals(
                "Không có ngày 31/02/1979. Xem lại trên giấy tờ",
                error(list.read(ImportColumn.BIRTH, "31/02/1979"), ImportColumn.BIRTH));
        assertTrue(error(list.read(ImportColumn.BIRTH, "12/25/1979"), ImportColumn.BIRTH)
                .startsWith("Không có tháng 25"));
        assertTrue(error(list.read(ImportColumn.BIRTH, "01/01/2027"), ImportColumn.BIRTH)
                .contains("ở tương lai"));
        assertTrue(error(list.read(ImportColumn.BIRTH, number("28920")), ImportColumn.BIRTH)
                .contains("không phải ngày"));
        assertEquals("Chưa ghi “Ngày sinh”", error(list.read(ImportColumn.BIRTH, ""), ImportColumn.BIRTH));
    }

    @Test
    void aNumberThatLostItsZeroesInExcelIsRepairedAndTold() {
        ReadRow row = list.read(ImportColumn.NUMBER, number("42179900123"));

        assertEquals("042179900123", row.beneficiary().person().idNumber());
        assertEquals(
                "Ô dạng số làm mất số 0 ở đầu, hiểu là 042179900123", only(row, ImportColumn.NUMBER, Severity.WARNING));
    }

    @Test
    void numbersThatCannotBeKeepARowOutAndThoseThatDisagreeAreToBeLookedAt() {
        assertTrue(error(list.read(ImportColumn.NUMBER, "04217990012"), ImportColumn.NUMBER)
                .startsWith("Số định danh thiếu 1 chữ số"));
        assertTrue(error(list.read(ImportColumn.NUMBER, "005179900123"), ImportColumn.NUMBER)
                .startsWith("Ba số đầu 005"));

        ReadRow otherYear = list.read(ImportColumn.NUMBER, "042180900123");
        assertTrue(only(otherYear, ImportColumn.NUMBER, Severity.WARNING).contains("năm sinh 1980"));
        ReadRow none = list.read(ImportColumn.NUMBER, "", ImportColumn.NAME, "Phan Thị Khác");
        assertTrue(only(none, ImportColumn.NUMBER, Severity.WARNING).startsWith("Chưa có số định danh"));
        ReadRow old = list.read(ImportColumn.NUMBER, "183456789", ImportColumn.NAME, "Phan Thị Cũ");
        assertEquals("183456789", old.beneficiary().person().oldIdNumber());
        assertNull(old.beneficiary().person().idNumber());
    }

    @Test
    void categoriesAreUnderstoodAsOfficialsShortenThem() {
        ReadRow row = list.read(ImportColumn.CATEGORY, "KT ĐBN");

        assertEquals("BT6", row.beneficiary().rights().get(0).benefit());
        assertTrue(
                row.beneficiary().facts().stream().anyMatch(fact -> fact.value().equals("dac-biet-nang")));
        assertTrue(only(row, ImportColumn.CATEGORY, Severity.WARNING).startsWith("Hiểu là “NKT đặc biệt nặng”"));

        assertTrue(error(list.read(ImportColumn.CATEGORY, "NCT từ 80 tuổi"), ImportColumn.CATEGORY)
                .contains("hưu trí xã hội"));
        assertTrue(error(list.read(ImportColumn.CATEGORY, "Thương binh"), ImportColumn.CATEGORY)
                .contains("Không có loại đối tượng"));
    }

    @Test
    void anOldCodeLeadsToTheNewCommuneAndASplitOneWaitsForAChoice() {
        ReadRow merged = list.read(ImportColumn.UNIT, "18676");
        assertEquals(TestUnits.CAM_XUYEN, merged.beneficiary().person().unitId());
        assertEquals("Mã cũ 18676 nay là Xã Cẩm Xuyên (mã 18673)", only(merged, ImportColumn.UNIT, Severity.WARNING));

        ReadRow split = new ListFixture(TestUnits.PROVINCE).read(ImportColumn.UNIT, "18679");
        assertEquals(Severity.CHOICE, split.severity());
        assertEquals("18679", split.splitCode());
        assertNull(split.beneficiary());

        ReadRow chosen = new ListFixture(TestUnits.PROVINCE).readChosen("18679", TestUnits.CAM_HUNG);
        assertEquals(Severity.OK, chosen.severity());
        assertEquals(TestUnits.CAM_HUNG, chosen.beneficiary().person().unitId());
    }

    @Test
    void aCodeUsedAgainMeansTodaysCommuneUnlessTheListIsOlder() {
        ReadRow today = list.read(ImportColumn.UNIT, "18700");
        assertEquals(Severity.OK, today.severity(), today.findings().toString());
        assertEquals(TestUnits.CAM_HUNG, today.beneficiary().person().unitId());

        ReadRow older = new ListFixture(TestUnits.PROVINCE, true).read(ImportColumn.UNIT, "18700");
        assertEquals(
                "Mã cũ 18700 nay thuộc Xã Cẩm Hưng hoặc Xã Cẩm Xuyên. Chọn xã cho người này",
                only(older, ImportColumn.UNIT, Severity.CHOICE));
    }

    @Test
    void aCommunesListNeedsNoCodesAndTakesNobodyElsesPeople() {
        ListFixture ofCommune = new ListFixture(TestUnits.CAM_HUNG);
        assertEquals(
                TestUnits.CAM_HUNG,
                ofCommune.read(ImportColumn.UNIT, "").beneficiary().person().unitId());
        assertTrue(error(ofCommune.read(ImportColumn.UNIT, "18673"), ImportColumn.UNIT)
                .contains("ngoài Xã Cẩm Hưng"));

        assertTrue(error(list.read(ImportColumn.UNIT, ""), ImportColumn.UNIT).startsWith("Chưa ghi mã xã"));
        assertTrue(
                error(list.read(ImportColumn.UNIT, "99999"), ImportColumn.UNIT).startsWith("Không có xã, phường"));
    }

    @Test
    void paidThroughFollowsTheFormUnlessTheRowKnowsBetter() {
        assertEquals(YearMonth.of(2026, 6), paidThrough(list.read(ImportColumn.PAID_THROUGH, "06/2026")));
        ListFixture fresh = new ListFixture(TestUnits.PROVINCE);
        assertNull(paidThrough(fresh.read(ImportColumn.PAID_THROUGH, "chưa")));
        assertNull(paidThrough(new ListFixture(TestUnits.PROVINCE).read(ImportColumn.FROM, "11/2026")));
        assertTrue(error(fresh.read(ImportColumn.PAID_THROUGH, "04/2018"), ImportColumn.PAID_THROUGH)
                .contains("hưởng từ 05/2018"));
        assertTrue(error(fresh.read(ImportColumn.PAID_THROUGH, "12/2026"), ImportColumn.PAID_THROUGH)
                .contains("chưa tới"));
    }

    @Test
    void aParentOnTheirOwnIsPaidByChild() {
        ReadRow row = list.read(
                ImportColumn.CATEGORY, "BT4",
                ImportColumn.POVERTY, "Hộ cận nghèo",
                ImportColumn.CHILDREN, "05/03/2015 Nguyễn Văn An; 20/01/2007 Nguyễn Thị Bình",
                ImportColumn.STUDYING, "nguyen thi binh");

        assertEquals(Severity.OK, row.severity(), row.findings().toString());
        LocalDate opened = LocalDate.of(2018, 5, 1);
        assertEquals(
                List.of(
                        new State("ho-ngheo", "can-ngheo", opened),
                        new State("con-dang-nuoi", "2015-03-05 Nguyễn Văn An", opened),
                        new State("con-dang-nuoi", "2007-01-20 Nguyễn Thị Bình", opened),
                        new State("con-dang-hoc", "2007-01-20 Nguyễn Thị Bình", opened)),
                row.beneficiary().facts().stream()
                        .filter(fact -> !fact.key().startsWith("khuyet-tat"))
                        .toList());
        assertTrue(error(list.read(ImportColumn.CATEGORY, "BT4"), ImportColumn.CHILDREN)
                .contains("theo số con"));
    }

    @Test
    void whoTakesCareGetsABenefitOfTheirOwnPaidToThem() {
        ReadRow row = list.read(
                ImportColumn.CATEGORY, "BT6DBN",
                ImportColumn.ACCOUNT, "3700205001234",
                ImportColumn.BANK, "Agribank",
                ImportColumn.CAREGIVER_NAME, "Trần Văn Chăm",
                ImportColumn.CAREGIVER_NUMBER, "042070900456",
                ImportColumn.CARE, "cs5",
                ImportColumn.CARE_FROM, "01/2020");

        Right own = row.beneficiary().rights().get(0);
        Right care = row.beneficiary().rights().get(1);
        assertEquals("TKNH", own.payment().method());
        assertEquals(PayeeRole.SELF, own.payment().payeeRole());
        assertEquals("CS5", care.benefit());
        assertEquals(YearMonth.of(2020, 1), care.from());
        assertEquals(PayeeRole.CAREGIVER, care.payment().payeeRole());
        assertEquals("Trần Văn Chăm", care.payment().payeeName());
        // The person's account is not the caregiver's.
        assertNull(care.payment().accountNumber());

        assertTrue(error(
                        list.read(ImportColumn.CATEGORY, "BT6DBN", ImportColumn.CAREGIVER_NAME, "Trần Văn Chăm"),
                        ImportColumn.CARE)
                .contains("CS4"));
        assertTrue(error(list.read(ImportColumn.CAREGIVER_NAME, "Trần Văn Chăm"), ImportColumn.CAREGIVER_NAME)
                .contains("không có kinh phí chăm sóc"));
    }

    @Test
    void whatPolicyWouldNotPayIsToldBeforeItGetsIn() {
        ReadRow row = list.read(ImportColumn.CATEGORY, "BT1B");

        assertEquals(Severity.WARNING, row.severity());
        assertEquals(
                "Tháng 11/2026 chưa được chi (BT1): đã đủ 16 tuổi", only(row, ImportColumn.CATEGORY, Severity.WARNING));
    }

    @Test
    void formulasAndWrongTypesAreRefusedByCell() {
        assertTrue(error(list.read(ImportColumn.NAME, new SheetCell(Kind.FORMULA, "A1&B1")), ImportColumn.NAME)
                .startsWith("Ô chứa công thức"));
        assertTrue(error(list.read(ImportColumn.NUMBER, new SheetCell(Kind.ERROR, "#N/A")), ImportColumn.NUMBER)
                .contains("#N/A"));
        assertTrue(error(list.read(ImportColumn.SEX, new SheetCell(Kind.BOOLEAN, "true")), ImportColumn.SEX)
                .contains("TRUE/FALSE"));
    }

    @Test
    void textOfOldFontsIsConvertedAndTold() {
        ReadRow row = list.read(ImportColumn.NAME, "NguyÔn ThÞ HuÖ");

        assertEquals("Nguyễn Thị Huệ", row.beneficiary().person().fullName());
        assertTrue(only(row, ImportColumn.NAME, Severity.WARNING).contains("TCVN3"));
    }

    @Test
    void decomposedTextBecomesOneAndTheSame() {
        ReadRow row = list.read(ImportColumn.NAME, "Phan Thi\u0323 Mâ\u0303u");

        assertEquals("Phan Thị Mẫu", row.beneficiary().person().fullName());
        assertEquals(Severity.OK, row.severity(), row.findings().toString());
    }

    @Test
    void nobodyGetsInTwice() {
        assertEquals(Severity.OK, list.read().severity());

        ReadRow again = list.read();
        assertTrue(error(again, ImportColumn.NAME).startsWith("Trùng dòng 2"));
        ReadRow otherName = list.read(ImportColumn.NAME, "Phan Văn Khác");
        assertTrue(error(otherName, ImportColumn.NUMBER).startsWith("Số định danh trùng dòng 2"));
        ReadRow otherBenefit =
                list.read(ImportColumn.CATEGORY, "BT4", ImportColumn.CHILDREN, "05/03/2015 Nguyễn Văn An");
        assertEquals(Severity.WARNING, otherBenefit.severity());
    }

    @Test
    void aTransferNeedsAnAccount() {
        assertTrue(error(list.read(ImportColumn.METHOD, "Chuyển khoản"), ImportColumn.ACCOUNT)
                .startsWith("Chuyển khoản nhưng chưa có số tài khoản"));
        assertTrue(error(list.read(ImportColumn.ACCOUNT, number("3700205001234567")), ImportColumn.ACCOUNT)
                .contains("Văn bản"));
        assertTrue(error(list.read(ImportColumn.METHOD, "Séc"), ImportColumn.METHOD)
                .contains("“Séc”"));
    }

    private BirthDate birth(Object cell) {
        ReadRow row =
                new ListFixture(TestUnits.PROVINCE).read(ImportColumn.BIRTH, cell, ImportColumn.NUMBER, "042179900123");
        return row.beneficiary().person().birth();
    }

    private static YearMonth paidThrough(ReadRow row) {
        return row.beneficiary().rights().get(0).paidThrough();
    }

    private static String error(ReadRow row, ImportColumn column) {
        assertNull(row.beneficiary(), "a row with an error is not written");
        return only(row, column, Severity.ERROR);
    }

    private static String only(ReadRow row, ImportColumn column, Severity severity) {
        List<String> messages = row.findings().stream()
                .filter(finding -> finding.column() == column && finding.severity() == severity)
                .map(Finding::message)
                .toList();
        assertEquals(1, messages.size(), row.findings().toString());
        return messages.get(0);
    }
}
