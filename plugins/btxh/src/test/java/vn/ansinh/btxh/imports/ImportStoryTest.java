package vn.ansinh.btxh.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.benefit.Payrolls.LineFilter;
import vn.ansinh.api.benefit.Payrolls.LineQuery;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.sheet.Spreadsheets.SheetRow;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.btxh.imports.ExcelImports.Choice;
import vn.ansinh.btxh.sample.SampleLists;
import vn.ansinh.core.csv.CsvReader;
import vn.ansinh.core.csv.CsvRow;
import vn.ansinh.core.sheet.ExcelSpreadsheets;
import vn.ansinh.testkit.TestDatabase;

/** A province hands its list in, mends what is wrong, and pays November by it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ImportStoryTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh", "btxh");

    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static ImportOffice office;

    @BeforeAll
    static void open() throws IOException {
        office = new ImportOffice(DATABASE);
    }

    @Test
    @Order(1)
    void everyFaultIsToldByRowColumnAndReason() throws IOException {
        ImportSummary summary = office.handIn(SampleLists.WRONG);

        List<PreviewRow> rows = office.asOfficial(() -> office.imports.rows(summary.id(), null, 0, 500));
        for (CsvRow expected : table("danh-sach-loi-ket-qua", "dong", "muc", "cot", "ma")) {
            PreviewRow row = rows.get(Integer.parseInt(expected.field(0)) - 2);
            assertEquals(Integer.parseInt(expected.field(0)), row.number());
            assertEquals(expected.field(1), row.severity().name(), row.toString());
            List<String> found = row.findings().stream()
                    .map(finding -> finding.column().title() + " " + finding.code())
                    .toList();
            assertEquals(
                    expected.field(3).isEmpty() ? List.of() : List.of(expected.field(2) + " " + expected.field(3)),
                    found,
                    row.toString());
        }
        assertEquals(26, summary.rows());
        assertEquals(1, summary.choices());
        assertEquals(0, peopleKnown(), "a check writes nobody");
    }

    @Test
    @Order(2)
    void theWrongRowsComeBackWithTheReasons(@TempDir Path directory) throws IOException {
        ImportSummary summary = office.asOfficial(
                () -> office.imports.latest(office.province(), 1).get(0));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        office.asOfficial(() -> {
            office.imports.rejected(summary.id(), file);
            return null;
        });

        List<SheetRow> rows = read(file, directory);
        assertEquals(summary.errors() + summary.choices() + 1, rows.size());
        SheetRow birth = rows.get(2);
        assertEquals("Trần Thị Cúc", birth.cell(1).text());
        assertTrue(birth.cells()
                .get(birth.cells().size() - 1)
                .text()
                .startsWith("Cột C (Ngày sinh): Không có ngày 31/02"));
    }

    @Test
    @Order(3)
    void thePeopleOfASplitCommuneGetInOnceSomebodyChose() {
        ImportSummary summary = office.asOfficial(
                () -> office.imports.latest(office.province(), 1).get(0));
        SplitCommune split =
                office.asOfficial(() -> office.imports.splits(summary.id())).get(0);
        assertEquals("18082", split.code());
        assertEquals(
                Set.of("Phường Thành Sen", "Phường Hà Huy Tập"),
                new TreeSet<>(split.candidates().stream()
                        .map(AdministrativeUnit::name)
                        .toList()));

        long elsewhere = office.commune("18673");
        assertThrows(
                Problem.class,
                () -> office.asOfficial(
                        () -> office.imports.choose(summary.id(), List.of(new Choice("18082", null, elsewhere)))));
        ImportSummary chosen = office.asOfficial(() -> office.imports.choose(
                summary.id(),
                List.of(new Choice("18082", null, split.candidates().get(0).id()))));
        assertEquals(0, chosen.choices());
        assertEquals(summary.writable() + 1, chosen.writable());
    }

    @Test
    @Order(4)
    void theRightListGetsInWholeAndTheSameFileTwiceChangesNothing() {
        ImportSummary checked = office.handIn(SampleLists.RIGHT);
        List<PreviewRow> wrong = office.asOfficial(() -> office.imports.rows(checked.id(), Severity.ERROR, 0, 500));
        assertEquals(List.of(), wrong);
        assertEquals(30, checked.writable());

        ImportSummary written = office.commit(checked);
        assertEquals(27, written.written().peopleNew());
        assertEquals(30 + 6, written.written().opened(), "30 rows, and 6 who take care");
        assertEquals(0, written.written().refused());

        ImportSummary again = office.handIn(SampleLists.RIGHT);
        assertNotNull(again.sameFileAt());
        ImportSummary unchanged = office.commit(again);
        assertEquals(0, unchanged.written().peopleNew());
        assertEquals(0, unchanged.written().opened());
        assertEquals(written.written().opened(), unchanged.written().known());
        assertEquals(0, unchanged.written().factsNew());
    }

    @Test
    @Order(5)
    void novemberIsPaidAsTheLawSays() throws IOException {
        office.draftPayroll(NOVEMBER);

        List<String> paid = office.asOfficial(() -> office
                .payrolls
                .lines(new LineQuery("btxh", office.province(), NOVEMBER, "", LineFilter.ALL, null, 500))
                .lines()
                .stream()
                .map(line -> String.join(
                        " | ",
                        office.units.byId(line.unitId()).orElseThrow().code(),
                        line.personName(),
                        line.rate(),
                        line.period().toString(),
                        Integer.toString(line.months()),
                        Long.toString(line.base()),
                        line.coefficient().setScale(1).toPlainString(),
                        Integer.toString(line.multiple()),
                        Long.toString(line.amount())))
                .sorted()
                .toList());
        List<String> expected = new ArrayList<>();
        for (CsvRow row : table(
                "chi-tra-2026-11",
                "ma-xa",
                "ho-ten",
                "muc",
                "ky",
                "so-thang",
                "muc-chuan",
                "he-so",
                "so-lan",
                "so-tien")) {
            expected.add(String.join(
                    " | ",
                    row.field(0),
                    row.field(1),
                    row.field(2),
                    row.field(3),
                    row.field(4),
                    row.field(5),
                    row.field(6),
                    row.field(7),
                    row.field(8)));
        }
        assertEquals(expected.stream().sorted().toList(), paid);
    }

    @Test
    @Order(6)
    void somebodyElsesNumberAndARightThatRunsAreToldAtTheCheck() {
        ImportSummary stranger = office.asOfficial(() -> {
            try (var file = ImportStoryTest.class.getResourceAsStream("/sample/" + SampleLists.RIGHT + ".xlsx")) {
                long commune = office.commune("18787");
                return office.imports.summary(
                        office.imports.submit(commune, "xa.xlsx", null, file).importId());
            }
        });
        assertEquals(7, stranger.writable(), "only the commune's own rows");

        Caller neighbour = new Caller("hoa", "Trần Thị Hoa", office.commune("18736"), Set.of("*"));
        assertThrows(Problem.class, () -> office.as(neighbour, () -> office.imports.summary(stranger.id())));
    }

    @Test
    @Order(7)
    void theTemplateIsAListWithoutPeople(@TempDir Path directory) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        office.asOfficial(() -> {
            office.imports.template(file);
            return null;
        });

        List<Integer> people = new ArrayList<>();
        SheetFilter filter = new SheetFilter(row -> people.add(row.number()));
        read(file, directory).forEach(filter);
        assertEquals(List.of(), people);
        for (ImportColumn column : ImportColumn.values()) {
            assertTrue(filter.header().position(column) >= 0, column.title());
        }
    }

    private static List<SheetRow> read(ByteArrayOutputStream file, Path directory) throws IOException {
        Path path = Files.write(directory.resolve("list.xlsx"), file.toByteArray());
        List<SheetRow> rows = new ArrayList<>();
        new ExcelSpreadsheets().read(path, rows::add);
        return rows;
    }

    private static List<CsvRow> table(String name, String... header) throws IOException {
        return CsvReader.read(ImportStoryTest.class.getResourceAsStream("/sample/" + name + ".csv"), header);
    }

    private static int peopleKnown() {
        return DATABASE.transactions().call(connection -> {
            try (var select = connection.prepareStatement("select count(*) from ansinh.person");
                    var result = select.executeQuery()) {
                result.next();
                return result.getInt(1);
            }
        });
    }
}
