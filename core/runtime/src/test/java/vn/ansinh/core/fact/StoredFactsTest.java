package vn.ansinh.core.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static vn.ansinh.core.SmallCountry.HA_TINH;
import static vn.ansinh.core.SmallCountry.NGHE_AN;
import static vn.ansinh.core.SmallCountry.THANH_SEN;
import static vn.ansinh.core.SmallCountry.official;

import java.sql.ResultSet;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.fact.Fact;
import vn.ansinh.api.fact.Subject;
import vn.ansinh.api.identity.BirthDate;
import vn.ansinh.api.identity.PersonDraft;
import vn.ansinh.api.identity.PersonRegistry.Registered;
import vn.ansinh.api.identity.Sex;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.core.SmallCountry;
import vn.ansinh.core.access.ThreadAccess;
import vn.ansinh.core.identity.StoredPersonRegistry;
import vn.ansinh.testkit.TestDatabase;

/** Facts: recorded once, ended by what follows, never overwritten. */
class StoredFactsTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    private static final String KEYS = """
            su-kien:
              - {khoa: muc-do, ten: Mức độ khuyết tật, kieu: lua-chon, gia-tri: [DBN, N, NH], nhay-cam: true}
              - {khoa: con, ten: Con đang nuôi, kieu: ngay-kem-ten, nhieu: true}
              - {khoa: ho-ngheo, ten: Hộ nghèo, kieu: co-khong}
              - {khoa: sinh, ten: Ngày sinh, kieu: ngay}
              - {khoa: so-con, ten: Số con, kieu: so}
            """;

    private final SmallCountry country = new SmallCountry();
    private final ThreadAccess access = country.access();
    private final StoredFacts facts = new StoredFacts(DATABASE.scopedBy(access), DATABASE.transactions(), access);
    private Access.Binding binding;
    private Subject person;

    @BeforeEach
    void somebody() {
        country.store(DATABASE.transactions());
        DATABASE.transactions().run(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("delete from ansinh.fact");
                statement.execute("delete from ansinh.person");
            }
        });
        binding = access.bind(official(HA_TINH));
        facts.registry().declare(1, "test/keys.yaml", KEYS);
        person = Subject.person(people(1).get(0));
    }

    @AfterEach
    void leave() {
        binding.close();
    }

    @Test
    void theSameFactsTwiceChangeNothing() {
        List<Fact> list = List.of(
                fact("muc-do", "N", "2020-01-01", null),
                fact("con", "2015-02-03 Nguyễn Văn A", "2020-01-01", null),
                fact("con", "2017-05-06 Nguyễn Thị B", "2020-01-01", "2035-05-06"));
        assertEquals(3, facts.recordAll(list));
        assertEquals(0, facts.recordAll(list));
        assertEquals(3, rows());
    }

    @Test
    void aKeyWithOneValueEndsWhatHeldBefore() {
        facts.recordAll(List.of(fact("muc-do", "N", "2020-01-01", null)));
        assertEquals(1, facts.recordAll(List.of(fact("muc-do", "DBN", "2024-03-01", null))));

        assertEquals(
                List.of(fact("muc-do", "N", "2020-01-01", "2024-03-01"), fact("muc-do", "DBN", "2024-03-01", null)),
                facts.of(person));
        assertEquals(3, rows(), "what was known before stays in its row");

        assertEquals(0, facts.recordAll(List.of(fact("muc-do", "N", "2020-01-01", null))), "the old list again");
        assertEquals(1, facts.recordAll(List.of(fact("muc-do", "NH", "2019-01-01", null))), "one that was late");
        assertEquals(
                fact("muc-do", "NH", "2019-01-01", "2020-01-01"),
                facts.of(person).get(0));
    }

    @Test
    void aCorrectionRetractsTheValueOfTheSameDay() {
        facts.recordAll(List.of(fact("muc-do", "N", "2020-01-01", null)));
        facts.recordAll(List.of(fact("muc-do", "DBN", "2020-01-01", null)));
        facts.recordAll(List.of(fact("muc-do", "DBN", "2020-01-01", "2025-01-01")));
        assertEquals(List.of(fact("muc-do", "DBN", "2020-01-01", "2025-01-01")), facts.of(person));
        assertEquals(3, rows());
    }

    @Test
    void oneCallMayTellAWholeHistory() {
        facts.recordAll(List.of(fact("muc-do", "NH", "2018-01-01", null)));
        assertEquals(
                3,
                facts.recordAll(List.of(
                        fact("muc-do", "DBN", "2022-01-01", null),
                        fact("muc-do", "N", "2020-01-01", null),
                        fact("muc-do", "NH", "2024-01-01", null),
                        fact("muc-do", "N", "2024-01-01", null))));
        assertEquals(
                List.of(
                        fact("muc-do", "NH", "2018-01-01", "2020-01-01"),
                        fact("muc-do", "N", "2020-01-01", "2022-01-01"),
                        fact("muc-do", "DBN", "2022-01-01", "2024-01-01"),
                        fact("muc-do", "N", "2024-01-01", null)),
                facts.of(person));
    }

    @Test
    void severalValuesHoldAtOnceWhereTheKeyAllowsIt() {
        facts.recordAll(List.of(fact("con", "2015-02-03 A", "2020-01-01", null)));
        facts.recordAll(List.of(fact("con", "2017-05-06 B", "2021-01-01", null)));
        assertEquals(1, facts.recordAll(List.of(fact("con", "2015-02-03 A", "2020-01-01", "2024-01-01"))));
        assertEquals(
                List.of(
                        fact("con", "2015-02-03 A", "2020-01-01", "2024-01-01"),
                        fact("con", "2017-05-06 B", "2021-01-01", null)),
                facts.of(person));
    }

    @Test
    void whatIsNotInTheNotationIsRefused() {
        assertRefused("AS-FACT-KEY", fact("chua-khai", "1", "2020-01-01", null));
        assertRefused("AS-FACT-VALUE", fact("muc-do", "nặng", "2020-01-01", null));
        assertRefused("AS-FACT-VALUE", fact("ho-ngheo", "true", "2020-01-01", null));
        assertRefused("AS-FACT-VALUE", fact("sinh", "2020-02-30", "2020-01-01", null));
        assertRefused("AS-FACT-VALUE", fact("con", "Nguyễn Văn A", "2020-01-01", null));
        assertRefused("AS-FACT-VALUE", fact("so-con", "1,5", "2020-01-01", null));
        assertRefused("AS-FACT-PERIOD", fact("ho-ngheo", "co", "2020-01-01", "2020-01-01"));
        assertEquals(0, rows());
    }

    @Test
    void factsAboutPeopleElsewhereAreNeitherSeenNorRecorded() {
        facts.recordAll(List.of(fact("ho-ngheo", "co", "2020-01-01", null)));
        try (Access.Binding ignored = access.bind(official(NGHE_AN))) {
            assertEquals(List.of(), facts.of(person));
            assertRefused("AS-FACT-SCOPE", fact("ho-ngheo", "khong", "2021-01-01", null));
        }
        assertRefused(
                "AS-FACT-SCOPE",
                new Fact(Subject.person(person.id() + 1), "ho-ngheo", "co", LocalDate.of(2020, 1, 1), null, "test"));
        assertEquals(1, rows());
    }

    @Test
    void aProvincesFactsAreRecordedInOneGo() {
        List<Long> people = people(20_000);
        List<Fact> list = new ArrayList<>();
        for (long id : people) {
            list.add(new Fact(Subject.person(id), "muc-do", "N", LocalDate.of(2020, 1, 1), null, "test"));
            list.add(new Fact(Subject.person(id), "ho-ngheo", "co", LocalDate.of(2020, 1, 1), null, "test"));
        }
        assertEquals(40_000, facts.recordAll(list));
        assertEquals(0, facts.recordAll(list));
    }

    private List<Long> people(int count) {
        List<PersonDraft> drafts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            drafts.add(new PersonDraft(
                    "Nguyễn Văn A",
                    BirthDate.ofYear(1950),
                    Sex.MALE,
                    String.format("042%09d", i),
                    null,
                    null,
                    THANH_SEN,
                    null));
        }
        return new StoredPersonRegistry(DATABASE.scopedBy(access), DATABASE.transactions(), access, country.units())
                .registerAll(drafts).stream().map(Registered::personId).toList();
    }

    private Fact fact(String key, String value, String from, String to) {
        return new Fact(person, key, value, LocalDate.parse(from), to == null ? null : LocalDate.parse(to), "test");
    }

    private void assertRefused(String code, Fact fact) {
        assertEquals(
                code,
                assertThrows(Problem.class, () -> facts.recordAll(List.of(fact)))
                        .code());
    }

    private static int rows() {
        return DATABASE.transactions().call(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select count(*) from ansinh.fact")) {
                row.next();
                return row.getInt(1);
            }
        });
    }
}
