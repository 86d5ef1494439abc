package vn.ansinh.core.codelist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.ansinh.core.SmallCountry.HA_TINH;
import static vn.ansinh.core.SmallCountry.HUONG_SON;
import static vn.ansinh.core.SmallCountry.NGHE_AN;
import static vn.ansinh.core.SmallCountry.THANH_SEN;
import static vn.ansinh.core.SmallCountry.VINH_HUNG;
import static vn.ansinh.core.codelist.CodeListDesk.COUNTRY;
import static vn.ansinh.core.codelist.CodeListDesk.checker;
import static vn.ansinh.core.codelist.CodeListDesk.maker;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ansinh.api.codelist.CodeDraft;
import vn.ansinh.api.codelist.CodeEntry;
import vn.ansinh.api.codelist.CodeList;
import vn.ansinh.api.codelist.CodeListEditing.EntryQuery;
import vn.ansinh.api.codelist.CodeListEditing.Usage;
import vn.ansinh.api.codelist.CodeLists.Entry;
import vn.ansinh.api.codelist.CodeProposal;
import vn.ansinh.api.codelist.CodeProposal.State;
import vn.ansinh.api.codelist.CodeUse;
import vn.ansinh.api.codelist.CodeValues;
import vn.ansinh.testkit.TestDatabase;

/** What two officials do to a list, and who sees it from when on. */
class CodeListEditingTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final LocalDate DECEMBER = LocalDate.of(2026, 12, 1);
    private static final String WHY = "Theo văn bản mới";

    private static int count;

    /** A list of its own for each test: nothing can be deleted. */
    private final String list = "thu-" + ++count;

    private CodeListDesk desk;

    @BeforeEach
    void begin() {
        desk = new CodeListDesk(DATABASE, TODAY, List.of(counter(list, 3), failing(list)));
        desk.bring(
                9,
                "ansinh-thu",
                list + ".csv",
                "# name: Danh mục thử\n# basis: Luật thử\n# local: yes\ncode,name,synonyms\nA,Một,Mốt|Nhất\nB,Hai,\nC,Ba,Bà");
    }

    private static CodeUse counter(String list, long found) {
        return new CodeUse() {
            @Override
            public String list() {
                return list;
            }

            @Override
            public String what() {
                return "hồ sơ thử";
            }

            @Override
            public long count(String code) {
                return code.equals("A") ? found : 0;
            }
        };
    }

    private static CodeUse failing(String list) {
        return new CodeUse() {
            @Override
            public String list() {
                return list;
            }

            @Override
            public String what() {
                return "chương trình hỏng";
            }

            @Override
            public long count(String code) {
                throw new IllegalStateException("away");
            }
        };
    }

    private static CodeValues named(String name, LocalDate from) {
        return new CodeValues(name, List.of(), 0, from, null, "");
    }

    private long propose(CodeDraft draft, long unit) {
        return desk.as(maker(unit), () -> desk.editing.propose(draft)).id();
    }

    private List<String> names(LocalDate day, long unit) {
        return desk.lists.entries(list, day, unit).stream().map(Entry::name).toList();
    }

    @Test
    void aNameChangesFromADayOnWhenASecondPersonApproves() {
        CodeValues first = new CodeValues("Số một", List.of("Mốt", "Thứ nhất"), 0, DECEMBER, null, "TT 01/2026");
        long id = propose(CodeDraft.change(list, "A", first, WHY), COUNTRY);

        assertEquals(List.of("Một", "Hai", "Ba"), names(DECEMBER, COUNTRY), "proposed is not in force");
        CodeProposal.Item seen = desk.as(checker(COUNTRY), () -> desk.editing.proposal(id))
                .items()
                .get(0);
        assertEquals("Một", seen.before().name());
        assertEquals("Số một", seen.after().name());
        desk.refused("AS-ACCESS-PERMISSION", maker(COUNTRY), () -> {
            desk.editing.approve(id);
            return null;
        });

        desk.approve(checker(COUNTRY), id);
        assertEquals(List.of("Một", "Hai", "Ba"), names(TODAY, COUNTRY));
        assertEquals(List.of("Số một", "Hai", "Ba"), names(DECEMBER, COUNTRY), "without a restart");
        assertEquals("Một", desk.lists.byCode(list, "A", TODAY).orElseThrow().name());
        assertEquals(
                "Số một", desk.lists.byCode(list, "A", DECEMBER).orElseThrow().name());
        assertEquals(
                "A",
                desk.lists.match(list, "thứ nhất", DECEMBER, 0).orElseThrow().code());
        assertTrue(desk.lists.match(list, "thứ nhất").isEmpty(), "not yet");

        List<CodeProposal> history = desk.as(maker(COUNTRY), () -> desk.editing.history(list, "A"));
        assertEquals(
                List.of("Lê Thị Lập", "Hệ thống"),
                history.stream().map(CodeProposal::proposedName).toList());
        assertEquals("Trần Văn Duyệt", history.get(0).decidedName());
        assertEquals(
                List.of("codelist.propose lap.0 Một", "codelist.approve duyet.0 Một"),
                desk.rows("select action || ' ' || account || ' ' || (before ->> 'name') from ansinh.audit_entry where"
                        + " after ->> 'list' = '" + list + "' and before ->> 'name' is not null order by id"));
    }

    @Test
    void nobodyApprovesWhatTheyProposed() {
        long id = desk.as(
                        checker(COUNTRY),
                        () -> desk.editing.propose(CodeDraft.add(list, "D", 0, named("Bốn", null), WHY)))
                .id();
        String told = desk.refused("AS-CODELIST-SAME-PERSON", checker(COUNTRY), () -> {
            desk.editing.approve(id);
            return null;
        });
        assertTrue(told.contains("người khác"), told);
        desk.refused(
                "AS-CODELIST-WAITING",
                maker(COUNTRY),
                () -> desk.editing.propose(CodeDraft.add(list, "D", 0, named("Số bốn", null), WHY)));

        desk.as(checker(COUNTRY), () -> {
            desk.editing.withdraw(id);
            return null;
        });
        assertEquals(
                State.WITHDRAWN,
                desk.as(maker(COUNTRY), () -> desk.editing.proposal(id)).state());
        desk.refused("AS-CODELIST-DECIDED", checker(COUNTRY), () -> {
            desk.editing.reject(id, "Không cần");
            return null;
        });
        assertEquals(List.of("Một", "Hai", "Ba"), names(TODAY, COUNTRY));
    }

    @Test
    void whatChangedMeanwhileIsNotApprovedBlindly() {
        long mine = propose(CodeDraft.correct(list, "B", named("Số hai", null), WHY), COUNTRY);
        desk.refused(
                "AS-CODELIST-WAITING",
                checker(COUNTRY),
                () -> desk.editing.propose(CodeDraft.close(list, "B", TODAY, WHY)));
        desk.bring(9, "ansinh-thu", list + ".csv", "code,name,synonyms\nA,Một,\nB,Hai mới,\nC,Ba,");

        desk.refused("AS-CODELIST-CHANGED", checker(COUNTRY), () -> {
            desk.editing.approve(mine);
            return null;
        });
        assertEquals("Hai mới", desk.lists.byCode(list, "B").orElseThrow().name());
    }

    @Test
    void aProvinceAddsEntriesOfItsOwnWhereTheListAllowsIt() {
        desk.refused(
                "AS-CODELIST-NATIONAL",
                maker(HA_TINH),
                () -> desk.editing.propose(CodeDraft.correct(list, "A", named("Mốt", null), WHY)));
        String told = desk.refused(
                "AS-CODELIST-LOCAL-CODE",
                maker(HA_TINH),
                () -> desk.editing.propose(CodeDraft.add(list, "D", HA_TINH, named("Bốn", null), WHY)));
        assertTrue(told.contains("D-42"), told);
        desk.refused(
                "AS-CODELIST-WORD",
                maker(HA_TINH),
                () -> desk.editing.propose(CodeDraft.add(list, "D-42", HA_TINH, named("nhất", null), WHY)));

        long id = propose(CodeDraft.add(list, "D-42", HA_TINH, named("Riêng Hà Tĩnh", null), WHY), HA_TINH);
        desk.refused("AS-CODELIST-PROPOSAL", checker(NGHE_AN), () -> desk.editing.proposal(id));
        desk.refused("AS-ACCESS-UNIT", checker(NGHE_AN), () -> {
            desk.editing.approve(id);
            return null;
        });
        desk.approve(checker(HA_TINH), id);

        assertEquals(List.of("Một", "Hai", "Ba", "Riêng Hà Tĩnh"), names(TODAY, THANH_SEN));
        assertEquals(List.of("Một", "Hai", "Ba"), names(TODAY, VINH_HUNG));
        assertEquals(
                4, desk.as(maker(HUONG_SON), () -> desk.lists.entries(list)).size(), "by who asks");
        assertEquals(
                3, desk.as(maker(VINH_HUNG), () -> desk.lists.entries(list)).size());
        assertFalse(desk.as(maker(NGHE_AN), () -> desk.lists.isOpen(list, "D-42")));

        desk.bring(9, "ansinh-thu", list + ".csv", "# name: Danh mục thử\n# local: no\ncode,name,synonyms\nA,Một,");
        desk.refused(
                "AS-CODELIST-NOT-LOCAL",
                maker(HA_TINH),
                () -> desk.editing.propose(CodeDraft.add(list, "E-42", HA_TINH, named("Năm", null), WHY)));
    }

    @Test
    void anEntryInUseIsClosedFromADayAndNeverDeleted() {
        Map<String, Long> usage = desk.as(maker(COUNTRY), () -> desk.editing.usage(list, "A")).stream()
                .collect(Collectors.toMap(Usage::what, one -> one.count() == null ? -1 : one.count()));
        assertEquals(Map.of("hồ sơ thử", 3L, "chương trình hỏng", -1L), usage);

        desk.approve(checker(COUNTRY), propose(CodeDraft.close(list, "A", TODAY, WHY), COUNTRY));
        assertEquals(List.of("Một", "Hai", "Ba"), names(TODAY, COUNTRY), "its last day");
        assertEquals(List.of("Hai", "Ba"), names(TODAY.plusDays(1), COUNTRY));
        assertEquals("Một", desk.lists.byCode(list, "A", DECEMBER).orElseThrow().name(), "papers keep the name");
        for (String sql : List.of(
                "delete from ansinh.code_entry where list = '" + list + "'",
                "truncate ansinh.code_entry cascade",
                "update ansinh.code_change set name = 'x'",
                "delete from ansinh.code_proposal")) {
            SQLException refused = assertThrows(SQLException.class, () -> owner(sql), sql);
            assertEquals("AS001", refused.getSQLState(), sql);
        }

        desk.approve(checker(COUNTRY), propose(CodeDraft.reopen(list, "A", DECEMBER, WHY), COUNTRY));
        assertEquals(List.of("Hai", "Ba"), names(TODAY.plusDays(1), COUNTRY));
        assertEquals(List.of("Một", "Hai", "Ba"), names(DECEMBER, COUNTRY));
        assertEquals(
                2, desk.as(maker(COUNTRY), () -> desk.editing.spans(list, "A")).size());
    }

    @Test
    void peopleWithAnEthnicityAreCounted() {
        desk.brought.put(1, "ansinh-core", List.of(CoreCodeLists.file("dan-toc")));
        DATABASE.transactions().run(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("insert into ansinh.person (full_name, search_name, sort_key, birth_date,"
                        + " birth_year_only, sex, ethnicity, unit_id) select 'Vi Văn A', 'vi van a', 'A', '1990-01-01',"
                        + " false, 'MALE', '03', 2 from generate_series(1, 5)");
            }
        });
        assertEquals(
                List.of(new Usage("hồ sơ người dân", 5L)),
                desk.as(maker(THANH_SEN), () -> desk.editing.usage("dan-toc", "03")));
    }

    @Test
    void whatAProgramBroughtStaysWhenItGoesAndGoesOnWhenItComesBack() {
        desk.approve(checker(COUNTRY), propose(CodeDraft.correct(list, "C", named("Số ba", null), WHY), COUNTRY));
        long waiting = propose(CodeDraft.close(list, "B", DECEMBER, WHY), COUNTRY);
        desk.brought.remove(9);

        CodeList gone = desk.as(maker(COUNTRY), () -> desk.editing.lists(0)).stream()
                .filter(one -> one.code().equals(list))
                .findFirst()
                .orElseThrow();
        assertFalse(gone.present());
        assertEquals("Danh mục thử", gone.name());
        assertEquals(List.of("Một", "Hai", "Số ba"), names(TODAY, COUNTRY), "history can be read");
        desk.refused(
                "AS-CODELIST-GONE", maker(COUNTRY), () -> desk.editing.propose(CodeDraft.close(list, "A", TODAY, WHY)));
        desk.refused("AS-CODELIST-GONE", checker(COUNTRY), () -> {
            desk.editing.approve(waiting);
            return null;
        });

        desk.bring(
                12,
                "ansinh-thu",
                list + ".csv",
                "# name: Danh mục thử\ncode,name,synonyms,from\nA,Mốt,,\nB,Số hai,,2027-01-01\nC,Ba,,\nD,Bốn,,");
        assertEquals(
                List.of("Mốt", "Hai", "Số ba", "Bốn"), names(TODAY, COUNTRY), "what officials changed stays theirs");
        assertEquals(
                "Số hai",
                desk.lists
                        .byCode(list, "B", LocalDate.of(2027, 1, 1))
                        .orElseThrow()
                        .name());

        desk.bring(13, "ansinh-khac", list + ".csv", "code,name,synonyms\nA,Khác,\nE,Năm,");
        assertEquals(
                List.of("Mốt", "Hai", "Số ba", "Bốn", "Năm"), names(TODAY, COUNTRY), "who came first keeps a code");
        List<String> editions = desk.rows("select edition from ansinh.code_list where code = '" + list + "'");
        desk.bring(13, "ansinh-khac", list + ".csv", "code,name,synonyms\nA,Khác,\nE,Năm,");
        assertEquals(
                editions,
                desk.rows("select edition from ansinh.code_list where code = '" + list + "'"),
                "a restart changes nothing");
    }

    @Test
    void oneFindsByCodeNameAndSynonymWithoutDiacritics() {
        assertEquals(List.of("A"), found("nhat"));
        assertEquals(List.of("C"), found("ba"));
        assertEquals(List.of("A", "B", "C"), found(""));
        desk.refused(
                "AS-CODELIST-UNKNOWN",
                maker(COUNTRY),
                () -> desk.editing.entries(new EntryQuery("khong-co", "", null, 0)));
        desk.refused(
                "AS-ACCESS-UNIT",
                maker(HA_TINH),
                () -> desk.editing.entries(new EntryQuery(list, "", null, VINH_HUNG)));
    }

    private List<String> found(String text) {
        return desk.as(maker(HA_TINH), () -> desk.editing.entries(new EntryQuery(list, text, TODAY, 0))).stream()
                .map(CodeEntry::code)
                .toList();
    }

    private static void owner(String sql) throws SQLException {
        try (Connection connection = DATABASE.owner().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
