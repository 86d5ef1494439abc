package vn.ansinh.core.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.ansinh.core.extender.Fault;
import vn.ansinh.core.extender.FileRefusedException;

/** Whoever writes a pack learns what is wrong, where, and why. */
class PackRefusalTest {

    @Test
    void aGoodPackIsRead() {
        assertEquals(
                6,
                PackTrial.of(TestPack.SOURCE, TestPack.FILE, TestPack.KEYS)
                        .values()
                        .size());
    }

    @Test
    void aMisspeltKeyIsNotARuleThatSilentlyDoesNotHold() {
        assertFault(
                "        dieu-kien: {muc-do: nang}",
                "        dieu-kein: {muc-do: nang}",
                "Không có khóa «dieu-kein» ở đây");
    }

    @Test
    void aKeyWrittenTwiceIsRefused() {
        assertFault("ten: Gói thử", "ten: Gói thử\nten: Gói khác", 1, "Khóa «ten» ghi hai lần");
    }

    @Test
    void brokenYamlTellsItsLine() {
        assertFault("ten: Gói thử", "ten: [Gói thử", 1, "Không đúng cú pháp YAML");
    }

    @Test
    void aFactNobodyDeclaresOrAValueItCannotHaveIsRefused() {
        assertFault("{muc-do: nang}\n        nhan-voi", "{muc-da: nang}\n        nhan-voi", "khóa «muc-da»");
        assertFault("{muc-do: nang}\n        nhan-voi", "{muc-do: nang-lam}\n        nhan-voi", "giá trị «nang-lam»");
    }

    @Test
    void anUnknownGroupOrParameterIsRefused() {
        assertFault("    nhom: CHUNG\n    dieu-kien", "    nhom: RIENG\n    dieu-kien", -3, "Không có nhóm «RIENG»");
        assertFault(
                "        nhan-voi: muc-chuan\n        moi",
                "        nhan-voi: muc-luong\n        moi",
                -2,
                "muc-luong");
    }

    @Test
    void datesOutOfOrderAndCoefficientsWithoutABaseAreRefused() {
        assertFault(
                "{tinh-tu: 2026-07, hieu-luc: 2026-10-05, so-tien",
                "{tinh-tu: 2024-07, hieu-luc: 2026-10-05, so-tien",
                "xếp theo thứ tự thời gian");
        assertFault(
                "{tinh-tu: 2024-07, hieu-luc: 2024-07-01, he-so: 1.0, can-cu: \"Điểm đ",
                "{tinh-tu: 2023-07, hieu-luc: 2023-07-01, he-so: 1.0, can-cu: \"Điểm đ",
                -5,
                "mới có từ 2024-07");
    }

    @Test
    void agesThatOverlapOrLeaveAHoleAreRefused() {
        assertFault(
                "        tuoi: {tu: 60}\n        dieu-kien", "        tuoi: {tu: 59}\n        dieu-kien", -2, "trùng");
        assertFault(
                "        tuoi: {tu: 60}\n        dieu-kien",
                "        tuoi: {tu: 61}\n        dieu-kien",
                -2,
                "có tuổi không thuộc mức nào");
    }

    @Test
    void aPackWhoseOwnExampleFailsIsRefused() {
        assertFault(
                "so-tien: {KHUYET-TAT: 810000}",
                "so-tien: {KHUYET-TAT: 820000}",
                "mong đợi 820.000, tính ra 810.000 đồng");
    }

    @Test
    void aPackCannotContainItself() {
        assertFault("{khong: {trong-co-so: co}}", "&a {khong: *a}", "neo");
    }

    @Test
    void aTableWithAHoleOrAWrongKeyIsRefused() {
        assertRates("22: 1968000, ", "", "Bảng thiếu mức giữa 21 và 23");
        assertRates("nang: 300000", "rat-nang: 300000", "không có giá trị «rat-nang»");
        assertRates("khoa: ty-le\n", "khoa: trong-co-so\n", "Bảng tra theo sự kiện kiểu số hoặc lựa chọn");
    }

    @Test
    void aRateSaysExactlyOnceWhatItIsWorth() {
        assertRates(
                "        tuoi: {tu: 80}\n        nhan-voi: luong-co-so",
                "        tuoi: {tu: 80}",
                "Mỗi mức ghi đúng một trong");
        assertRates("        toi-da: 1200000", "        nhan-voi: luong-co-so", "Mỗi mức ghi đúng một trong");
        assertRates("        nhan-so: so-ngay\n", "", "tính theo ngày cần «nhan-so»");
        assertRates("        nhan-so: so-ngay\n", "        nhan-so: con\n", "không đếm hay so sánh như vậy được");
        assertRates("    ky-han: nam\n    thang-chi: 7", "    ky-han: nam\n    thang-chi: 13", "từ 1 đến 12");
        assertRates("    ky-han: nam\n    thang-chi: 7", "    ky-han: nam", "Thiếu «thang-chi»");
        assertRates("    ky-han: ngay", "    ky-han: tuan", "Kỳ hạn là thang, ngay, nam hoặc mot-lan");
        assertRates("huong-tu: thang-mat", "huong-tu: thang-sau", "Hưởng từ thang-quyet-dinh");
    }

    @Test
    void ratesOfDifferentTimesMayShareAnAgeThoseOfOneTimeMayNot() {
        assertRates("        den-het: 2025-06\n", "        den-het: 2025-08\n", "trùng với mức «CO-DINH-CU»");
        assertRates("        den-het: 2025-06\n", "        den-het: 2024-06\n", "trước khi được tính");
        assertRates("        den-het: 2025-06\n", "        den-het: 2025-04\n", "có tháng không có mức nào");
    }

    @Test
    void inKindIsNotMixedWithMoneyAndNotCompared() {
        assertRates(
                "    can-cu: Điều 12\n    muc",
                "    can-cu: Điều 12\n    nhom: CHUNG\n    muc",
                "Không có nhóm «CHUNG»");
        assertRates("hien-vat: {GAO: 15 kg gạo}", "hien-vat: {GAO: 16 kg gạo}", "tính ra «15 kg gạo»");
    }

    @Test
    void aFileTooLongOrTooDeepIsRefused() {
        assertEquals(
                "Tệp dài quá 1000000 ký tự.",
                refusal("#".repeat(1_000_001)).get(0).reason());
        assertTrue(refusal("goi: " + "[".repeat(100_000)).get(0).line() == 1);
    }

    private static List<Fault> refusal(String source) {
        return assertThrows(FileRefusedException.class, () -> PackTrial.of(source, "sai.policy.yaml", TestPack.KEYS))
                .faults();
    }

    /** As {@link #assertFault}, in the pack that shows all kinds of rates; wherever it is told. */
    private static void assertRates(String right, String wrong, String reason) {
        String source = TestPack.read("cac-muc.policy.yaml");
        assertTrue(source.contains(right), () -> "The test pack lacks " + right);
        List<Fault> faults = refusal(source.replace(right, wrong));
        assertTrue(
                faults.stream()
                        .anyMatch(fault -> fault.line() > 1 && fault.reason().contains(reason)),
                () -> reason + " expected in " + faults);
    }

    private static void assertFault(String right, String wrong, String reason) {
        assertFault(right, wrong, 0, reason);
    }

    /** @param offset lines between where {@code right} stands and where the fault is told */
    private static void assertFault(String right, String wrong, int offset, String reason) {
        int at = TestPack.SOURCE.indexOf(right);
        assertTrue(at >= 0, () -> "The test pack lacks " + right);
        String source = TestPack.SOURCE.substring(0, at) + wrong + TestPack.SOURCE.substring(at + right.length());
        List<Fault> faults = assertThrows(
                        FileRefusedException.class, () -> PackTrial.of(source, TestPack.FILE, TestPack.KEYS))
                .faults();
        int line = (int) TestPack.SOURCE.substring(0, at).lines().count() + offset;
        int shifted = TestPack.SOURCE.charAt(at - 1) == '\n' ? line + 1 : line;
        assertTrue(
                faults.stream()
                        .anyMatch(fault ->
                                fault.line() == shifted && fault.reason().contains(reason)),
                () -> "line " + shifted + " expected in " + faults);
    }
}
