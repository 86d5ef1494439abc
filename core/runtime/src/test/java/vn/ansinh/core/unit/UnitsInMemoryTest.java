package vn.ansinh.core.unit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.api.unit.AdministrativeUnit.Level;
import vn.ansinh.testkit.TestDatabase;

class UnitsInMemoryTest {

    private static final LocalDate IN_2024 = LocalDate.of(2024, 6, 1);
    private static final LocalDate LAST_DAY_OF_DISTRICTS = LocalDate.of(2025, 6, 30);
    private static final LocalDate REFORM = LocalDate.of(2025, 7, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    private static UnitsInMemory units;

    @BeforeAll
    static void load() throws IOException {
        units = new UnitsInMemory(DATABASE.transactions());
    }

    @Test
    void theCountryHasItsUnitsOnEveryDay() {
        assertEquals("63 705 10599", counts(IN_2024));
        assertEquals("63 696 10035", counts(LAST_DAY_OF_DISTRICTS));
        assertEquals("34 0 3321", counts(REFORM));
        assertEquals("34 0 3321", counts(TODAY));
    }

    @Test
    void aCodeUsedAgainNamesAnotherUnitOnAnotherDay() {
        assertEquals("Phường Trúc Bạch, Quận Ba Đình, Thành phố Hà Nội", nameOf("00004", LAST_DAY_OF_DISTRICTS));
        assertEquals("Phường Ba Đình, Thành phố Hà Nội", nameOf("00004", REFORM));
        assertEquals(2, units.everByCode("00004").size());
    }

    @Test
    void anOldCodeLeadsToWhatBecameOfTheUnit() {
        assertEquals(List.of("Phường Ba Đình, Thành phố Hà Nội"), resolved("00013", TODAY));
        assertEquals(
                List.of("Phường Ba Đình, Thành phố Hà Nội", "Phường Ngọc Hà, Thành phố Hà Nội"),
                resolved("00016", TODAY),
                "split: somebody has to choose");
        assertEquals(List.of("Đặc khu Bạch Long Vĩ, Thành phố Hải Phòng"), resolved("318", TODAY));
        assertTrue(resolved("001", TODAY).contains("Phường Giảng Võ, Thành phố Hà Nội"), "a district: its communes");
        assertEquals(List.of(), resolved("99999", TODAY));
    }

    @Test
    void everyCodeThatEverWasLeadsSomewhere() {
        List<AdministrativeUnit> provinces = units.provinces(IN_2024);
        for (AdministrativeUnit province : provinces) {
            for (AdministrativeUnit district : units.children(province.id(), IN_2024)) {
                for (AdministrativeUnit commune : units.children(district.id(), IN_2024)) {
                    assertFalse(units.resolve(commune.code(), TODAY).isEmpty(), commune::toString);
                }
            }
        }
    }

    @Test
    void historyGoesThroughSeveralReforms() {
        // Bình Phước's town of Lộc Ninh became a commune of Đồng Nai in 2025, and a ward of the new city in 2026.
        AdministrativeUnit town = units.byCode("25270", IN_2024).orElseThrow();
        AdministrativeUnit commune = units.successors(town.id()).get(0).unit();
        AdministrativeUnit ward = units.successors(commune.id()).get(0).unit();
        assertEquals("Thị trấn Lộc Ninh, Huyện Lộc Ninh, Tỉnh Bình Phước", units.fullName(town.id()));
        assertEquals("Xã Lộc Ninh, Tỉnh Đồng Nai", units.fullName(commune.id()));
        assertEquals("Phường Lộc Ninh, Thành phố Đồng Nai", units.fullName(ward.id()));
        assertEquals(List.of(), units.successors(ward.id()));
        assertTrue(units.predecessors(ward.id()).stream()
                .anyMatch(step -> step.unit().equals(commune)));
        assertEquals(List.of("Thành phố Đồng Nai"), resolved("70", TODAY));
    }

    @Test
    void spellingDoesNotMakeAnotherUnit() {
        AdministrativeUnit haTinh = units.byCode("42", IN_2024).orElseThrow();
        assertEquals(haTinh, units.byCode("42", TODAY).orElseThrow(), "untouched by the reforms");
        List<AdministrativeUnit> phoBang = units.everByCode("00745");
        assertEquals("Xã Phố Bảng", phoBang.get(phoBang.size() - 1).name());
        assertEquals(REFORM, phoBang.get(phoBang.size() - 1).validFrom());
        assertNotEquals(
                units.byCode("08", IN_2024).orElseThrow().id(),
                units.byCode("08", TODAY).orElseThrow().id(),
                "Tuyên Quang took in Hà Giang: same name, another province");
    }

    @Test
    void searchUnderstandsWhatOfficialsType() {
        assertEquals("Phường Yên Hòa, Thành phố Hà Nội", found("yen hoa ha noi"));
        assertEquals("Phường Yên Hòa, Thành phố Hà Nội", found("Phường Yên Hoà"));
        assertEquals("Phường Yên Hòa, Thành phố Hà Nội", found("hà nội p. yên hòa"));
        assertTrue(hits("yen hoa").contains("Phường Yên Hòa, Thành phố Hà Nội"));
        assertEquals("Tỉnh Hà Tĩnh", found("ha tinh"));
        assertEquals("Phường Lộc Ninh, Thành phố Đồng Nai", found("25270"));
        assertEquals(List.of(), hits(" . "));
    }

    @Test
    void searchFindsTheNewUnitByItsOldNames() {
        assertEquals("Phường Ba Đình, Thành phố Hà Nội", found("truc bach"));
        assertEquals("Phường Bạch Mai, Thành phố Hà Nội", found("Quỳnh Lôi"), "gone since 2025-01");
        assertTrue(hits("quan 1").contains("Phường Sài Gòn, Thành phố Hồ Chí Minh"), "a former district");
        assertEquals("Phường Ba Đình, Thành phố Hà Nội", found("00013"));
    }

    @Test
    void searchStaysWithinASubtree() {
        long ngheAn = units.byCode("40", TODAY).orElseThrow().id();
        List<AdministrativeUnit> hits = units.search("yên hòa", ngheAn, TODAY, 10);
        assertEquals("Xã Yên Hòa, Tỉnh Nghệ An", units.fullName(hits.get(0).id()));
        assertTrue(hits.stream().allMatch(unit -> units.isWithin(unit.id(), ngheAn)));
    }

    @Test
    void namesAreInVietnameseOrder() {
        List<String> provinces = units.provinces(TODAY).stream()
                .map(province -> province.name().replaceFirst("^(Tỉnh|Thành phố) ", ""))
                .toList();
        assertEquals(
                List.of("An Giang", "Bắc Ninh", "Cà Mau", "Cao Bằng", "Cần Thơ", "Đà Nẵng", "Đắk Lắk"),
                provinces.subList(0, 7));
        assertTrue(provinces.indexOf("Lào Cai") < provinces.indexOf("Lâm Đồng"));
    }

    @Test
    void theNextStartChangesNothing() throws IOException {
        UnitsInMemory again = new UnitsInMemory(DATABASE.transactions());
        for (AdministrativeUnit province : units.provinces(TODAY)) {
            assertEquals(units.children(province.id(), TODAY), again.children(province.id(), TODAY));
        }
    }

    @Test
    void theClosureInTheTablesAgreesWithMemory() {
        AdministrativeUnit haTinh = units.byCode("42", TODAY).orElseThrow();
        int below = DATABASE.transactions().call(connection -> {
            try (var query = connection.prepareStatement("select count(*) from ansinh.unit_closure c join ansinh.unit u"
                    + " on u.id = c.unit_id where c.ancestor_id = ? and u.valid_to is null")) {
                query.setLong(1, haTinh.id());
                try (var rows = query.executeQuery()) {
                    rows.next();
                    return rows.getInt(1);
                }
            }
        });
        assertEquals(1 + units.children(haTinh.id(), TODAY).size(), below);
    }

    private static String counts(LocalDate day) {
        int districts = 0;
        int communes = 0;
        for (AdministrativeUnit province : units.provinces(day)) {
            for (AdministrativeUnit below : units.children(province.id(), day)) {
                if (below.level() == Level.DISTRICT) {
                    districts++;
                    communes += units.children(below.id(), day).size();
                } else {
                    communes++;
                }
            }
        }
        return units.provinces(day).size() + " " + districts + " " + communes;
    }

    private static String nameOf(String code, LocalDate day) {
        return units.fullName(units.byCode(code, day).orElseThrow().id());
    }

    private static List<String> resolved(String code, LocalDate day) {
        return units.resolve(code, day).stream()
                .map(unit -> units.fullName(unit.id()))
                .toList();
    }

    private static List<String> hits(String text) {
        return units.search(text, 0, TODAY, 10).stream()
                .map(unit -> units.fullName(unit.id()))
                .toList();
    }

    private static String found(String text) {
        return hits(text).get(0);
    }
}
