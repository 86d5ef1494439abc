package vn.ansinh.core.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.ansinh.core.SmallCountry.HA_TINH;
import static vn.ansinh.core.SmallCountry.HUONG_SON;
import static vn.ansinh.core.SmallCountry.NGHE_AN;
import static vn.ansinh.core.SmallCountry.THANH_SEN;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ansinh.api.identity.BirthDate;
import vn.ansinh.api.identity.PersonDraft;
import vn.ansinh.api.identity.PersonEvent;
import vn.ansinh.api.identity.PersonRegistry.PersonQuery;
import vn.ansinh.api.identity.PersonRegistry.Presence;
import vn.ansinh.api.identity.Residence;
import vn.ansinh.api.identity.Sex;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.testkit.TestDatabase;

/** What officials do to one person's record, and what stays of it. */
class PersonRecordsTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    private static final String NUMBER = "042143004410";
    private static final BirthDate BORN = BirthDate.of(LocalDate.of(1943, 3, 10));

    private PeopleDesk desk;
    private StoredPersonRegistry people;

    @BeforeEach
    void emptyTables() {
        desk = PeopleDesk.empty(DATABASE);
        people = desk.people;
    }

    private <T> T as(long unit, Callable<T> work) {
        return desk.as(unit, work);
    }

    private static PersonDraft draft(String name, String number, long unit, String address) {
        return new PersonDraft(name, BORN, Sex.FEMALE, number, null, null, unit, address);
    }

    private long register(PersonDraft draft) {
        return desk.register(draft);
    }

    @Test
    void aMoveIsRememberedAndAnAddressPutRightIsNot() {
        long id = register(draft("Nguyễn Thị Ẩn", NUMBER, THANH_SEN, "Tổ 3, đường Nguyễn Du"));
        assertEquals(
                List.of(new Residence(THANH_SEN, "Tổ 3", "Tổ 3, đường Nguyễn Du", null, null)),
                as(HA_TINH, () -> people.residences(id)));
        as(HA_TINH, () -> people.change(id, draft("Nguyễn Thị Ẩn", NUMBER, THANH_SEN, "Tổ 4"), "Ghi sai tổ"));
        assertEquals(1, as(HA_TINH, () -> people.residences(id)).size());
        as(HA_TINH, () -> people.change(id, draft("Nguyễn Thị Ẩn", NUMBER, HUONG_SON, "Thôn 5"), "Chuyển về quê"));

        List<Residence> residences = as(HA_TINH, () -> people.residences(id));
        assertEquals(
                List.of("Thôn 5", "Tổ 4"),
                residences.stream().map(Residence::hamlet).toList());
        assertEquals(residences.get(0).from(), residences.get(1).to());
        List<PersonEvent> history = as(HUONG_SON, () -> people.history(id));
        assertEquals(PersonEvent.Kind.MOVE, history.get(0).kind());
        assertEquals("Chuyển về quê", history.get(0).reason());
        assertTrue(
                history.get(0).detail().contains("Xã Hương Sơn"), history.get(0).detail());
        assertThrows(Problem.class, () -> as(THANH_SEN, () -> people.residences(id)), "not theirs any more");
    }

    @Test
    void aNumberOfSomebodyElseIsRefusedAndWhereTheyAreIsAllThatIsTold() {
        register(draft("Nguyễn Thị Ẩn", NUMBER, THANH_SEN, null));
        long other = register(draft("Trần Thị Bưởi", null, HUONG_SON, null));
        Problem taken = assertThrows(
                Problem.class,
                () -> as(
                        HUONG_SON,
                        () -> people.change(other, draft("Trần Thị Bưởi", NUMBER, HUONG_SON, null), "Có số")));
        assertEquals("AS-PERSON-NUMBER-TAKEN", taken.code());
        assertTrue(taken.getMessage().contains("Phường Thành Sen")
                && !taken.getMessage().contains("Ẩn"));
        assertEquals(Optional.of(new Presence(THANH_SEN)), as(NGHE_AN, () -> people.whereIs(NUMBER)));
        assertEquals(Optional.empty(), as(NGHE_AN, () -> people.whereIs("042143004411")));
        assertEquals(
                List.of("Số định danh cho biết giới tính Nữ, danh sách ghi Nam"),
                as(
                        NGHE_AN,
                        () -> people.check(
                                new PersonDraft("Ẩn", BORN, Sex.MALE, NUMBER, null, null, THANH_SEN, null))));
    }

    @Test
    void aRemovedRecordIsInNoListFreesItsNumberAndComesBackWithAReason() {
        long id = register(draft("Nguyễn Thị Ẩn", NUMBER, THANH_SEN, null));
        as(THANH_SEN, () -> {
            people.remove(id, "Nhập nhầm");
            return null;
        });
        assertEquals(Optional.empty(), as(HA_TINH, () -> people.byId(id)));
        assertEquals(
                List.of(),
                as(HA_TINH, () -> people.search(new PersonQuery("an", 0, null, 10)))
                        .people());
        assertEquals(
                "Nhập nhầm",
                as(HA_TINH, () -> people.removed(HA_TINH, 10)).get(0).reason());
        assertEquals(List.of(), as(NGHE_AN, () -> people.removed(NGHE_AN, 10)));

        long again = register(draft("Nguyễn Thị Ẩn", NUMBER, HUONG_SON, null));
        assertNotEquals(id, again, "the number is free for who bears it");
        Problem taken = assertThrows(
                Problem.class,
                () -> as(HA_TINH, () -> {
                    people.restore(id, "Xóa nhầm");
                    return null;
                }));
        assertEquals("AS-PERSON-NUMBER-TAKEN", taken.code());
        as(HA_TINH, () -> {
            people.remove(again, "Trùng");
            people.restore(id, "Xóa nhầm");
            return null;
        });
        assertEquals(NUMBER, as(HA_TINH, () -> people.byId(id)).orElseThrow().idNumber());
        assertEquals(
                List.of(PersonEvent.Kind.RESTORE, PersonEvent.Kind.REMOVE),
                as(HA_TINH, () -> people.history(id)).stream()
                        .map(PersonEvent::kind)
                        .toList());
    }

    @Test
    void whoHasNoNumberGetsATemporaryOneAndIsFoundByIt() {
        long first = register(draft("Nguyễn Thị Ẩn", null, THANH_SEN, null));
        long second = register(draft("Trần Thị Bưởi", null, THANH_SEN, null));
        long numbered = register(draft("Lê Thị Chín", NUMBER, THANH_SEN, null));
        assertEquals("T18073260001", as(THANH_SEN, () -> people.temporaryNumber(first)));
        assertEquals("T18073260002", as(THANH_SEN, () -> people.temporaryNumber(second)));
        assertEquals("T18073260001", as(THANH_SEN, () -> people.temporaryNumber(first)));
        assertThrows(Problem.class, () -> as(THANH_SEN, () -> people.temporaryNumber(numbered)));
        assertEquals(
                "Trần Thị Bưởi",
                as(THANH_SEN, () -> people.search(new PersonQuery("t18073260002", 0, null, 10)))
                        .people()
                        .get(0)
                        .fullName());
    }
}
