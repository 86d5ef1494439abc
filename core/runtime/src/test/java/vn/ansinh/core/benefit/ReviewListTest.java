package vn.ansinh.core.benefit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.fact.Fact;
import vn.ansinh.api.fact.Subject;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.review.ReviewRow;
import vn.ansinh.api.review.Reviews;
import vn.ansinh.api.review.Reviews.Count;
import vn.ansinh.api.review.Reviews.Query;
import vn.ansinh.testkit.TestDatabase;

/** Who has to be looked at in the last quarter of 2026, by the file that social assistance ships. */
class ReviewListTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    private static final String PROGRAM = "btxh";
    private static final LocalDate FROM = LocalDate.of(2026, 10, 1);
    private static final LocalDate TO = LocalDate.of(2026, 12, 31);

    private static Office office;
    private static Reviews reviews;
    private static long commune;

    @BeforeAll
    static void aCommuneInTheLastQuarter() throws IOException {
        office = BtxhOffice.open(DATABASE);
        reviews = BtxhOffice.reviews(DATABASE, office);
        commune = office.commune();
    }

    @Test
    void agesChildrenCertificatesAndDeathsComeWithTheirDay() {
        holds("Lò Thị Ba", "2023-11-20", "BT7");
        holds("Lò Văn Tư", "2022-12-31", "BT1");
        holds("Lò Văn Nhuận", "2008-02-29", "BT6");
        holds("Lò Thị Sáu Mươi", "1966-10-01", "BT6");
        office.person("Lò Văn Tám Mươi", "1946-11-05", commune);
        long mother = holds("Lò Thị Mẹ", "1990-05-05", "CS3");
        office.fact(mother, "con-dang-nuoi", "2023-12-15 Lò Văn Con");
        long student = holds("Lò Thị Học", "2008-01-01", "BT2");
        office.fact(student, fact(student, "dang-hoc", "co", "2026-01-01", "2026-12-01"));
        long again = holds("Lò Thị Học Tiếp", "2008-01-01", "BT2");
        office.fact(again, fact(again, "dang-hoc", "co", "2026-01-01", "2026-12-01"));
        office.fact(again, fact(again, "dang-hoc", "co", "2026-12-01", null));
        long dead = holds("Lò Văn Mất", "1940-01-01", "BT5C");
        office.died(dead, "2026-10-12");
        assertEquals(List.of("Lò Thị Ba 20/11/2023 2026-11-20 Đủ 3 tuổi"), list("du-3-tuoi"));
        assertEquals(List.of("Lò Văn Tư 31/12/2022 2026-12-31 Đủ 4 tuổi"), list("du-4-tuoi"));
        assertEquals(List.of("Lò Thị Sáu Mươi 01/10/1966 2026-10-01 Đủ 60 tuổi"), list("du-60-tuoi"));
        assertEquals(
                List.of("Lò Văn Tám Mươi 05/11/1946 2026-11-05 Đủ 80 tuổi"),
                list("cao-tuoi-chua-huong"),
                "whoever holds a right is on the other lists");
        assertEquals(List.of("Lò Thị Mẹ 05/05/1990 2026-12-15 Con Lò Văn Con đủ 36 tháng tuổi"), list("con-36-thang"));
        assertEquals(
                List.of("Lò Thị Học 01/01/2008 2026-12-01 Đang học văn hóa, nghề, cao đẳng, đại học văn bằng thứ nhất:"
                        + " Có, không còn hạn"),
                list("het-hoc"),
                "who goes on learning is not on it");
        assertEquals(
                List.of("Lò Văn Mất 01/01/1940 2026-10-12 Mất ngày 12/10/2026, chế độ chưa thôi hưởng"),
                list("da-chet"));
        assertEquals(
                List.of(
                        "du-3-tuoi 1",
                        "du-4-tuoi 1",
                        "du-60-tuoi 1",
                        "cao-tuoi-chua-huong 1",
                        "con-36-thang 1",
                        "het-hoc 1",
                        "da-chet 1"),
                office.as(official(), () -> reviews.counts(PROGRAM, commune, FROM, TO, 100)).stream()
                        .filter(count -> count.rows() > 0)
                        .filter(count -> !List.of("bao-mat-3-thang", "khong-nhan-3-thang")
                                .contains(count.kind().code()))
                        .map(ReviewListTest::shown)
                        .toList());
    }

    @Test
    void whatIsHandledLeavesTheListAndComesBackWhenReopened() {
        long here = office.commune();
        holds(here, "Vi Văn Một", "2023-11-01", "BT7");
        holds(here, "Vi Văn Hai", "2023-11-01", "BT7");
        holds(here, "Vi Văn Ba", "2023-10-15", "BT7");
        Query query = new Query(PROGRAM, "du-3-tuoi", here, FROM, TO, false, null, 2);
        Reviews.Page first = office.as(official(here), () -> reviews.find(query));
        assertEquals(List.of("Vi Văn Ba", "Vi Văn Hai"), names(first));
        Reviews.Page second = office.as(
                official(here),
                () -> reviews.find(new Query(PROGRAM, "du-3-tuoi", here, FROM, TO, false, first.next(), 2)));
        assertEquals(List.of("Vi Văn Một"), names(second));
        assertNull(second.next());
        List<String> keys = first.rows().stream().map(ReviewRow::key).toList();
        assertEquals("AS-REVIEW-NOTE", refused(here, () -> reviews.handle(PROGRAM, keys, " ")));
        assertEquals(
                "AS-PERSON-UNKNOWN",
                refused(office.commune(), () -> reviews.handle(PROGRAM, keys, "Đã xem")),
                "nobody handles another commune's");
        assertEquals(2, office.as(official(here), () -> reviews.handle(PROGRAM, keys, "Đã xem")));
        assertEquals(0, office.as(official(here), () -> reviews.handle(PROGRAM, keys, "Đã xem")));
        assertEquals(List.of("Vi Văn Một"), names(office.as(official(here), () -> reviews.find(query))));
        Reviews.Page handled = office.as(
                official(here), () -> reviews.find(new Query(PROGRAM, "du-3-tuoi", here, FROM, TO, true, null, 9)));
        assertEquals("Đã xem", handled.rows().get(0).handled().note());
        assertEquals(2, office.as(official(here), () -> reviews.reopen(PROGRAM, keys)));
        assertEquals(
                2, names(office.as(official(here), () -> reviews.find(query))).size());
    }

    @Test
    void threeMonthsThatNobodyCollectedAreAReasonToSuspend() {
        long here = office.commune();
        long never = disabled(here, "Hồ Thị Vắng");
        long once = disabled(here, "Hồ Thị Đến");
        disabled(here, "Hồ Thị Đều");
        for (String month : List.of("2026-08", "2026-09", "2026-10")) {
            office.month(here, month);
            long order = office.postOffice.send(here, month);
            office.postOffice.cameBack(
                    order, "person_id = " + never + ("2026-09".equals(month) ? "" : " or person_id = " + once));
        }
        office.month(here, "2026-11");
        office.postOffice.send(here, "2026-11");
        assertEquals(
                List.of("Hồ Thị Vắng 01/01/1980 2026-10-31 Không nhận 3 tháng liên tục, từ tháng 08/2026"),
                list(here, "khong-nhan-3-thang"),
                "November is on its way: it changes nothing");
    }

    @Test
    void whoMayNotKnowIsToldNeutrally() {
        long here = office.commune();
        long victim = office.person("Mùa Thị Che", "2015-01-01", here);
        office.fact(victim, "bao-ve-khan-cap.so-ngay", "80", "2026-08-10");
        holds(here, "Mùa A Kín", "2022-11-11", "BT3");
        assertEquals(
                List.of("Mùa Thị Che 01/01/2015 2026-11-10 Số ngày được hộ nhận chăm sóc khi cần bảo vệ khẩn cấp,"
                        + " từ ngày 10/08/2026, đủ 3 tháng"),
                list(here, "bao-mat-3-thang"));
        Caller plain = new Caller("plain", "Cán bộ", here, Set.of("review.read"));
        assertEquals(
                List.of("Mùa Thị Che 01/01/2015 2026-11-10 Đến hạn xem lại hồ sơ"),
                list(plain, here, "bao-mat-3-thang"));
        assertEquals(
                "Hồ sơ bảo mật đến hạn xem lại",
                office.as(plain, reviews::kinds).stream()
                        .filter(kind -> kind.code().equals("bao-mat-3-thang"))
                        .findFirst()
                        .orElseThrow()
                        .name());
        ReviewRow child = office.as(plain, () -> reviews.find(query(here, "du-4-tuoi")))
                .rows()
                .get(0);
        assertEquals("Chế độ không nêu tên", child.benefitName());
        assertNull(child.benefit());
        assertEquals(
                "AS-ACCESS-PROGRAM",
                assertThrows(
                                Problem.class,
                                () -> office.as(
                                        new Caller("x", "X", here, Set.of("*"), Set.of("khac"), 0, plain.origin(), 0),
                                        () -> reviews.find(query(here, "du-4-tuoi"))))
                        .code());
    }

    private static Query query(long unit, String kind) {
        return new Query(PROGRAM, kind, unit, FROM, TO, false, null, 100);
    }

    private static List<String> list(String kind) {
        return list(commune, kind);
    }

    private static List<String> list(long unit, String kind) {
        return list(official(unit), unit, kind);
    }

    private static List<String> list(Caller caller, long unit, String kind) {
        return office.as(caller, () -> reviews.find(query(unit, kind))).rows().stream()
                .map(row -> row.personName() + " " + row.birth() + " " + row.due() + " " + row.detail())
                .toList();
    }

    private static List<String> names(Reviews.Page page) {
        return page.rows().stream().map(ReviewRow::personName).toList();
    }

    private static String shown(Count count) {
        return count.kind().code() + " " + count.rows();
    }

    private static String refused(long unit, Runnable act) {
        return assertThrows(
                        Problem.class,
                        () -> office.as(official(unit), () -> {
                            act.run();
                            return null;
                        }))
                .code();
    }

    private static Caller official() {
        return official(commune);
    }

    private static Caller official(long unit) {
        return Office.official("lan", unit);
    }

    private static long holds(String name, String born, String benefit) {
        return holds(commune, name, born, benefit);
    }

    private static long holds(long unit, String name, String born, String benefit) {
        long person = office.person(name, born, unit);
        office.open(person, benefit, unit, "2026-01", "2026-07");
        return person;
    }

    private static long disabled(long unit, String name) {
        long person = holds(unit, name, "1980-01-01", "BT6");
        office.fact(person, "khuyet-tat.muc-do", "nang");
        return person;
    }

    private static Fact fact(long person, String key, String value, String from, String to) {
        return new Fact(
                Subject.person(person),
                key,
                value,
                LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to),
                "test");
    }
}
