package vn.ansinh.btxh.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.fact.FactKey;
import vn.ansinh.api.job.Job;
import vn.ansinh.api.job.JobHandler;
import vn.ansinh.api.job.Jobs;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.api.unit.Units;
import vn.ansinh.btxh.policy.BtxhFactKeys;
import vn.ansinh.core.access.ThreadAccess;
import vn.ansinh.core.benefit.PayrollRunHandler;
import vn.ansinh.core.benefit.StoredEntitlements;
import vn.ansinh.core.benefit.StoredPayrolls;
import vn.ansinh.core.identity.StoredPersonRegistry;
import vn.ansinh.core.policy.Arrival;
import vn.ansinh.core.policy.DerivedFacts;
import vn.ansinh.core.policy.PolicyRegistry;
import vn.ansinh.core.sheet.ExcelSpreadsheets;
import vn.ansinh.core.unit.UnitsInMemory;
import vn.ansinh.testkit.TestDatabase;
import vn.ansinh.testkit.TriedJob;

/** The social-affairs office of Hà Tĩnh on 22 November 2026, with the core as it is and jobs that run at once. */
final class ImportOffice {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final List<String> PACKS = List.of(
            "btxh.policy.yaml", "co-so.policy.yaml", "ho-tro-mot-lan.policy.yaml", "huu-tri-xa-hoi.policy.yaml");

    /** Comes as a file of its own, on top of those. */
    private static final Path DECREE = Path.of(
            "..",
            "policies",
            "nd-335-2026",
            "src",
            "main",
            "resources",
            "ANSINH-INF",
            "policy",
            "nd-335-2026.policy.yaml");

    final Units units;
    final ExcelImports imports;
    final StoredPayrolls payrolls;
    final StoredEntitlements entitlements;
    private final Access access;
    private final PolicyRegistry policies;
    private final Map<String, JobHandler> handlers = new HashMap<>();
    private final Caller official;

    ImportOffice(TestDatabase database) throws IOException {
        Transactions everywhere = database.transactions();
        Clock clock = Clock.fixed(TODAY.atTime(9, 15).atZone(ZONE).toInstant(), ZONE);
        units = new UnitsInMemory(everywhere);
        ThreadAccess bound = new ThreadAccess(null, units);
        access = bound;
        Transactions transactions = database.scopedBy(bound);
        WrittenFacts facts = new WrittenFacts(everywhere, BtxhFactKeys.read());
        policies = new PolicyRegistry(everywhere, access, facts, Arrival.IN_FORCE);
        for (String pack : PACKS) {
            offer(text("/ANSINH-INF/policy/" + pack), pack, facts.keys());
        }
        offer(Files.readString(DECREE), "nd-335-2026.policy.yaml", facts.keys());
        official = new Caller("lan", "Nguyễn Thị Lan", province(), Set.of("*"));
        StoredPersonRegistry people = new StoredPersonRegistry(transactions, everywhere, access, units);
        entitlements =
                new StoredEntitlements(transactions, everywhere, access, units, policies, new TestCodeLists(), clock);
        payrolls = new StoredPayrolls(transactions, everywhere, access, units, policies, new TestCodeLists(), clock);
        ListReaders readers =
                new ListReaders(access, new TestCodeLists(), units, policies, people, entitlements, facts, clock);
        ExcelSpreadsheets spreadsheets = new ExcelSpreadsheets();
        StagedImports staged = new StagedImports(
                access,
                transactions,
                database.entityManager("btxh", "btxh"),
                units,
                new AtOnce(),
                spreadsheets,
                readers,
                clock);
        imports = staged;
        add(new CheckJob(access, transactions, spreadsheets, staged, readers));
        add(new CommitJob(access, transactions, staged, readers, clock));
        DerivedFacts derived = new DerivedFacts(everywhere, access, facts, List.of());
        add(new PayrollRunHandler(everywhere, access, policies, derived, clock));
    }

    private void offer(String source, String file, Map<String, FactKey> keys) {
        if (!policies.offer(source, file, keys)) {
            throw new IllegalStateException(file + " is refused");
        }
    }

    private void add(JobHandler handler) {
        handlers.put(handler.type(), handler);
    }

    long province() {
        return units.byCode("42", TODAY).orElseThrow().id();
    }

    long commune(String code) {
        return units.byCode(code, TODAY).orElseThrow().id();
    }

    /** Hands a sample list in for the province, paid through October where a row says nothing. */
    ImportSummary handIn(String list) {
        return asOfficial(() -> {
            try (InputStream file = ImportOffice.class.getResourceAsStream("/sample/" + list + ".xlsx")) {
                long id = imports.submit(province(), list + ".xlsx", YearMonth.of(2026, 10), file)
                        .importId();
                return imports.summary(id);
            }
        });
    }

    ImportSummary commit(ImportSummary summary) {
        return asOfficial(() -> {
            imports.commit(summary.id());
            return imports.summary(summary.id());
        });
    }

    void draftPayroll(YearMonth month) {
        asOfficial(() -> {
            handlers.get("payroll.run")
                    .run(new TriedJob(Map.of(
                            "program", "btxh",
                            "unit", Long.toString(province()),
                            "month", month.toString())));
            return null;
        });
    }

    <T> T asOfficial(Callable<T> work) {
        return as(official, work);
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

    private static String text(String resource) throws IOException {
        try (InputStream in = ImportOffice.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Runs a job where it is submitted. */
    private final class AtOnce implements Jobs {

        @Override
        public long submit(String type, String title, Map<String, String> parameters, InputStream file) {
            try {
                Path copy = null;
                if (file != null) {
                    copy = Files.createTempFile("list", ".xlsx");
                    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                }
                handlers.get(type).run(new TriedJob(parameters, copy));
                if (copy != null) {
                    Files.delete(copy);
                }
                return 1;
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public Optional<Job> byId(long id) {
            return Optional.empty();
        }

        @Override
        public List<Job> latest(int limit) {
            return List.of();
        }

        @Override
        public void cancel(long id) {}

        @Override
        public JobFile output(long id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Job await(long id, Duration patience) {
            throw new UnsupportedOperationException();
        }
    }
}
