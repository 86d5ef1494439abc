package vn.ansinh.core.codelist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.codelist.CodeLists;
import vn.ansinh.api.codelist.CodeUse;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.core.SmallCountry;
import vn.ansinh.core.access.ThreadAccess;
import vn.ansinh.core.audit.StoredAudit;
import vn.ansinh.core.sheet.ExcelSpreadsheets;
import vn.ansinh.core.sql.Rows;
import vn.ansinh.testkit.DeskClock;
import vn.ansinh.testkit.TestDatabase;

/** A small country's code lists on a real database: bundles that bring, officials that change, rooms that read. */
final class CodeListDesk {

    static final long COUNTRY = 0;

    final SmallCountry country = new SmallCountry();
    final ThreadAccess access = country.access();
    final BroughtLists brought;
    final CodeListMemory memory;
    final CodeLists lists;
    final StoredCodeListEditing editing;
    private final TestDatabase database;

    CodeListDesk(TestDatabase database, LocalDate today, List<CodeUse> counters) {
        this.database = database;
        country.store(database.transactions());
        DeskClock clock = new DeskClock(() -> today);
        Audit audit = new StoredAudit(database.scopedBy(access), clock, () -> Optional.of(access), null, List.of());
        brought = new BroughtLists(database.transactions(), audit, clock);
        memory = new CodeListMemory(database.transactions(), brought);
        lists = new StoredCodeLists(memory, access, country.units(), clock);
        editing = new StoredCodeListEditing(
                database.transactions(),
                access,
                country.units(),
                brought,
                memory,
                new CountedUses(
                        access,
                        List.of(new SqlCodeUse(
                                database.transactions(),
                                "dan-toc",
                                "hồ sơ người dân",
                                "ansinh.person where ethnicity = ?")),
                        counters),
                new ExcelSpreadsheets(),
                audit,
                clock);
    }

    /** A bundle begins to run. */
    void bring(long bundleId, String bundle, String fileName, String text) {
        try {
            brought.put(bundleId, bundle, List.of(CodeListReadingTest.file(fileName, text)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        memory.expire();
    }

    /** Somebody who proposes in a unit. */
    static Caller maker(long unit) {
        return new Caller(
                "lap." + unit, "Lê Thị Lập", unit, Set.of(Permissions.CODELIST_READ, Permissions.CODELIST_PROPOSE));
    }

    /** Somebody else who approves there. */
    static Caller checker(long unit) {
        return new Caller(
                "duyet." + unit,
                "Trần Văn Duyệt",
                unit,
                Set.of(Permissions.CODELIST_READ, Permissions.CODELIST_PROPOSE, Permissions.CODELIST_APPROVE));
    }

    <T> T as(Caller caller, Callable<T> work) {
        try {
            return access.callAs(caller, work);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    void approve(Caller caller, long proposal) {
        as(caller, () -> {
            editing.approve(proposal);
            return null;
        });
    }

    /** The refusal's message. */
    String refused(String code, Caller caller, Callable<?> work) {
        Problem problem = assertThrows(Problem.class, () -> as(caller, work));
        assertEquals(code, problem.code(), problem.getMessage());
        return problem.getMessage();
    }

    /** The first column of a query's rows, as the platform sees them. */
    List<String> rows(String sql) {
        return database.transactions()
                .call(connection -> Rows.list(connection, sql, statement -> {}, row -> row.getString(1)));
    }
}
