package vn.ansinh.core.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static vn.ansinh.core.SmallCountry.HUONG_SON;
import static vn.ansinh.core.SmallCountry.THANH_SEN;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.audit.Subject;
import vn.ansinh.api.document.DocumentNumber;
import vn.ansinh.api.document.DocumentNumbers;
import vn.ansinh.api.document.DocumentNumbers.Request;
import vn.ansinh.api.document.NumberBook;
import vn.ansinh.api.document.NumberBook.Query;
import vn.ansinh.api.document.NumberBook.Standing;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.core.SmallCountry;
import vn.ansinh.core.access.ThreadAccess;
import vn.ansinh.testkit.DeskClock;
import vn.ansinh.testkit.TestDatabase;

/** Numbers of papers: no gap, no number twice, nothing disappears. */
class DocumentNumbersTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private final SmallCountry country = new SmallCountry();
    private final ThreadAccess access = country.access();
    private DocumentNumbers numbers;

    @BeforeEach
    void open() {
        country.store(DATABASE.transactions());
        DATABASE.transactions().run(connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("delete from ansinh.document_number; delete from ansinh.document_register;"
                        + " delete from ansinh.document_notation");
            }
        });
        numbers = new StoredDocumentNumbers(
                DATABASE.scopedBy(access), DATABASE.transactions(), access, Audit.NONE, new DeskClock(() -> TODAY));
    }

    private <T> T as(long unit, Callable<T> work) throws Exception {
        return access.callAs(SmallCountry.official(unit), work);
    }

    private static Request decision(long unit, LocalDate day) {
        return new Request(0, unit, "quyet-dinh", day, new Subject("case", 7), "Về việc trợ cấp xã hội hằng tháng");
    }

    private DocumentNumber next(long unit, LocalDate day) throws Exception {
        return as(unit, () -> numbers.next(decision(unit, day)));
    }

    @Test
    void twoWhoSignAtOnceGetNumbersWithoutGapAndWhatFailsTakesNone() throws Exception {
        int each = 20;
        ExecutorService two = Executors.newFixedThreadPool(2);
        List<Future<List<Integer>>> signing = new ArrayList<>();
        for (int official = 0; official < 2; official++) {
            signing.add(two.submit(() -> {
                List<Integer> taken = new ArrayList<>();
                for (int i = 0; i < each; i++) {
                    boolean fails = i % 4 == 3;
                    try {
                        taken.add(as(
                                THANH_SEN,
                                () -> DATABASE.scopedBy(access).call(connection -> {
                                    DocumentNumber number = numbers.next(decision(THANH_SEN, TODAY));
                                    if (fails) {
                                        throw Problem.conflict("AS-TRY", "Chữ ký không hợp lệ nên không ban hành.");
                                    }
                                    return number.number();
                                })));
                    } catch (Problem expected) {
                        assertEquals("AS-TRY", expected.code());
                    }
                }
                return taken;
            }));
        }
        Set<Integer> all = new TreeSet<>();
        int taken = 0;
        for (Future<List<Integer>> official : signing) {
            taken += official.get().size();
            all.addAll(official.get());
        }
        two.shutdown();
        assertEquals(30, taken);
        assertEquals(30, all.size(), "no number twice");
        assertEquals(30, ((TreeSet<Integer>) all).last(), "no gap");
        assertEquals(31, next(THANH_SEN, TODAY).number());
    }

    @Test
    void eachUnitKindAndYearCountsAnewAndWritesAsItsAgencyDoes() throws Exception {
        assertEquals("01/QĐ-UBND", next(THANH_SEN, TODAY).text());
        assertEquals("02/QĐ-UBND", next(THANH_SEN, TODAY).text());
        assertEquals("01/QĐ-UBND", next(HUONG_SON, TODAY).text());
        assertEquals("01/QĐ-UBND", next(THANH_SEN, LocalDate.of(2025, 5, 14)).text(), "a case of 2025 entered today");
        as(THANH_SEN, () -> {
            numbers.setNotation(0, THANH_SEN, "quyet-dinh", "{so}/QĐ-UBND-TS");
            return null;
        });
        assertEquals("03/QĐ-UBND-TS", next(THANH_SEN, TODAY).text());
        assertThrows(Problem.class, () -> next(THANH_SEN, TODAY.plusDays(1)));
        assertThrows(
                Problem.class, () -> as(THANH_SEN, () -> numbers.next(decision(HUONG_SON, TODAY))), "not elsewhere");
        Request unknown = new Request(0, THANH_SEN, "la", TODAY, new Subject("case", 7), "x");
        assertEquals(
                "AS-NUMBER-KIND",
                assertThrows(Problem.class, () -> as(THANH_SEN, () -> numbers.next(unknown)))
                        .code());
    }

    @Test
    void aCancelledNumberStaysAndIsNotGivenAgain() throws Exception {
        DocumentNumber wrong = next(THANH_SEN, TODAY);
        DocumentNumber cancelled = as(THANH_SEN, () -> numbers.cancel(wrong.id(), "Ghi sai tên người hưởng"));
        assertEquals("Ghi sai tên người hưởng", cancelled.cancelledWhy());
        assertEquals(2, next(THANH_SEN, TODAY).number());
        List<DocumentNumber> register = as(THANH_SEN, () -> numbers.register(0, THANH_SEN, "quyet-dinh", 2026, 0, 50));
        assertEquals(
                List.of(2, 1), register.stream().map(DocumentNumber::number).toList());
        assertEquals(cancelled, register.get(1));
        assertThrows(Problem.class, () -> as(THANH_SEN, () -> numbers.cancel(wrong.id(), "lần nữa")));
        assertThrows(Problem.class, () -> as(HUONG_SON, () -> numbers.cancel(wrong.id(), "của người khác")));
    }

    @Test
    void theBookExplainsEveryNumberAndShowsNobodyElses() throws Exception {
        NumberBook book =
                new StoredNumberBook(DATABASE.scopedBy(access), access, country.units(), List.of(), Audit.NONE);
        as(THANH_SEN, () -> numbers.onPaper(0, THANH_SEN, "quyet-dinh", 2026, 87, "Đã cấp trên sổ giấy đến tháng 10"));
        DocumentNumber wrong = next(THANH_SEN, TODAY.minusDays(2));
        assertEquals("88/QĐ-UBND", wrong.text());
        as(THANH_SEN, () -> numbers.cancel(wrong.id(), "Ghi sai tên người hưởng"));
        next(THANH_SEN, TODAY);
        next(THANH_SEN, LocalDate.of(2025, 5, 14));
        next(HUONG_SON, TODAY);
        assertEquals(
                List.of("89/QĐ-UBND null", "88/QĐ-UBND Ghi sai tên người hưởng", "01–87/QĐ-UBND null"),
                look(book, THANH_SEN, new Query(0, 2026, null, "", null, null, Standing.ALL, null, 50)));
        assertEquals(
                List.of("01–87/QĐ-UBND null"),
                look(book, THANH_SEN, new Query(0, 2026, "quyet-dinh", "45", null, null, Standing.ALL, null, 50)),
                "45 was given on paper");
        assertEquals(
                List.of("88/QĐ-UBND Ghi sai tên người hưởng"),
                look(book, THANH_SEN, new Query(0, 0, null, "", null, null, Standing.CANCELLED, null, 50)));
        assertEquals(
                List.of("01/QĐ-UBND null"),
                look(
                        book,
                        THANH_SEN,
                        new Query(0, 0, null, "", null, LocalDate.of(2025, 12, 31), Standing.HELD, null, 50)));
        assertEquals(List.of(2026, 2025), as(THANH_SEN, () -> book.years(0)));
        assertEquals(
                List.of(),
                look(book, HUONG_SON, new Query(THANH_SEN, 2026, null, "", null, null, Standing.ALL, null, 50)));
        NumberBook.Page first = as(THANH_SEN, () -> book.page(all(null, 2)));
        NumberBook.Page second = as(THANH_SEN, () -> book.page(all(first.next(), 2)));
        assertEquals(
                List.of(1, 89, 88, 87),
                Stream.of(first, second)
                        .flatMap(page -> page.lines().stream())
                        .map(line -> line.number().number())
                        .toList());
        assertNull(second.next());
        assertEquals(new NumberBook.Counts(4, 1), as(THANH_SEN, () -> book.counts(all(null, 1), 100)));
        assertEquals(
                "AS-NUMBER-TAKEN",
                assertThrows(
                                Problem.class,
                                () -> as(
                                        THANH_SEN,
                                        () -> numbers.onPaper(0, THANH_SEN, "quyet-dinh", 2026, 89, "Ghi thêm")))
                        .code());
        assertThrows(
                Problem.class,
                () -> as(HUONG_SON, () -> numbers.onPaper(0, THANH_SEN, "quyet-dinh", 2026, 99, "của người khác")));
    }

    private static Query all(String cursor, int limit) {
        return new Query(0, 0, null, "", null, null, Standing.ALL, cursor, limit);
    }

    private List<String> look(NumberBook book, long unit, Query query) throws Exception {
        return as(unit, () -> book.page(query)).lines().stream()
                .map(line -> line.number().text() + " " + line.number().cancelledWhy())
                .toList();
    }
}
