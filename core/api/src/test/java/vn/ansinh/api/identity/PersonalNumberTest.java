package vn.ansinh.api.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PersonalNumberTest {

    private static final BirthDate BORN_1943 = BirthDate.of(LocalDate.of(1943, 3, 10));

    @Test
    void aNumberAgreesWithWhoBearsIt() {
        assertEquals(List.of(), PersonalNumber.problems("042143004410", BORN_1943, Sex.FEMALE));
        assertEquals(List.of(), PersonalNumber.problems("079301123456", BirthDate.ofYear(2001), Sex.FEMALE));
        assertEquals(List.of(), PersonalNumber.problems("105043123456", BORN_1943, Sex.MALE), "born abroad");
        assertEquals(List.of(), PersonalNumber.problems("042143004410", null, null));
    }

    @Test
    void whatDisagreesIsNamed() {
        assertEquals(
                List.of("Số định danh phải có đúng 12 chữ số"),
                PersonalNumber.problems("42143004410", BORN_1943, Sex.FEMALE));
        assertEquals(
                List.of(
                        "Ba số đầu 003 không phải mã tỉnh, thành phố nào",
                        "Số định danh cho biết năm sinh 1944, danh sách ghi 1943",
                        "Số định danh cho biết giới tính Nam, danh sách ghi Nữ"),
                PersonalNumber.problems("003044004410", BORN_1943, Sex.FEMALE));
        assertEquals(List.of(), PersonalNumber.problemsOfOld("183456789"));
        assertEquals(List.of("Số CMND phải có đúng 9 chữ số"), PersonalNumber.problemsOfOld("18345678x"));
    }
}
