package vn.ansinh.core.report.closing;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.codelist.CodeLists;
import vn.ansinh.api.deadline.Cadence;
import vn.ansinh.api.deadline.Deadlines;
import vn.ansinh.api.deadline.DueRule;
import vn.ansinh.api.report.ReportClosings;
import vn.ansinh.api.report.ReportColumn;
import vn.ansinh.api.report.ReportColumn.Opens;
import vn.ansinh.api.report.ReportColumn.Privacy;
import vn.ansinh.api.report.ReportColumn.Type;
import vn.ansinh.api.report.ReportDefinition;
import vn.ansinh.api.report.ReportParameter;
import vn.ansinh.api.report.ReportParameter.Kind;
import vn.ansinh.api.report.ReportRow;
import vn.ansinh.api.report.ReportSubmission;
import vn.ansinh.api.report.ReportSubmission.Step;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.api.unit.AdministrativeUnit.Level;
import vn.ansinh.core.SmallCountry;
import vn.ansinh.core.access.ThreadAccess;
import vn.ansinh.core.deadline.StoredDeadlines;
import vn.ansinh.core.report.definition.KnownReport;
import vn.ansinh.core.report.definition.ReportLibrary;
import vn.ansinh.core.report.query.ReportRunner;
import vn.ansinh.core.report.render.CsvReport;
import vn.ansinh.core.report.render.ReportContent.RowConsumer;
import vn.ansinh.testkit.DeskClock;
import vn.ansinh.testkit.TestDatabase;

/** A form that communes send to the province and the province to the ministry, on data that a test changes at will. */
final class ClosingDesk {

    static final String FORM = "btxh.mau-thu";
    static final LocalDate FIRST_HALF = LocalDate.of(2026, 1, 1);

    final SmallCountry country = new SmallCountry();
    final ThreadAccess access = country.access();
    final Map<Long, Map<String, Long>> people = new HashMap<>();
    final ReportClosings closings;
    final Deadlines deadlines;
    LocalDate today = LocalDate.of(2026, 6, 10);

    private final List<KnownReport> reports = new ArrayList<>();

    ClosingDesk(TestDatabase database) {
        country.store(database.transactions());
        Transactions transactions = database.scopedBy(access);
        DeskClock clock = new DeskClock(() -> today);
        ReportLibrary library = library();
        ReportDeadlines due = new ReportDeadlines(library, new Submitters(country.units()), transactions);
        StoredDeadlines stored = new StoredDeadlines(
                List.of(), due, transactions, access, country.units(), noHolidays(), Audit.NONE, clock);
        deadlines = stored;
        closings = new StoredReportClosings(
                library,
                new Counted(),
                List.of(new CsvReport()),
                due,
                stored,
                transactions,
                access,
                country.units(),
                Audit.NONE,
                clock);
        knows(form(Privacy.PUBLIC, false));
    }

    /** Puts a report in the place of what was there. */
    void knows(ReportDefinition definition) {
        reports.clear();
        reports.add(new KnownReport(definition, new KnownReport.Source.Query("select", false), Map.of(), "thử"));
    }

    /** People by kind: {@code Người cao tuổi} and {@code Người khuyết tật} in the group of monthly rights. */
    void counts(long unit, long old, long disabled) {
        people.put(unit, Map.of("Người cao tuổi", old, "Người khuyết tật", disabled));
    }

    static ReportDefinition form(Privacy names, boolean sensitive) {
        DueRule communes = DueRule.onDay(Cadence.HALF_YEAR, 5, 14);
        DueRule provinces = DueRule.onDay(Cadence.HALF_YEAR, 6, 14);
        return new ReportDefinition(
                FORM,
                "1.0",
                "Kết quả trợ giúp thường xuyên",
                "Thử",
                "btxh",
                "Thử",
                null,
                false,
                "entitlement.read",
                sensitive,
                List.of(
                        new ReportParameter("don_vi", "Đơn vị", Kind.UNIT, "cua-toi", true, null),
                        new ReportParameter("ky", "Kỳ", Kind.HALF_YEAR, "ky-nay", true, null)),
                List.of(
                        column("stt", "STT", Type.ORDINAL, Privacy.PUBLIC, false),
                        column("kind", "Đối tượng", Type.TEXT, names, false),
                        column("people", "Số người", Type.NUMBER, Privacy.PUBLIC, true),
                        column("amount", "Kinh phí", Type.MONEY, Privacy.PUBLIC, true)),
                List.of("kind"),
                List.of(),
                true,
                "Mẫu số 10a",
                List.of(),
                List.of(),
                List.of(),
                Optional.of(new ReportSubmission(List.of(
                        new Step(Level.COMMUNE, communes, "Thông tư 02/2021/TT-BLĐTBXH Điều 6"),
                        new Step(Level.PROVINCE, provinces, null)))));
    }

    private static ReportColumn column(String name, String title, Type type, Privacy privacy, boolean total) {
        return new ReportColumn(name, title, null, type, 10, privacy, total, Opens.NOTHING, null);
    }

    /** Leader of a unit, who closes and takes up. */
    static Caller leader(String account, long unit) {
        return new Caller(account, "Bà " + account, unit, Set.of("*"), Set.of("btxh"), 0, null, 0);
    }

    static Caller may(String account, long unit, String... permissions) {
        return new Caller(account, "Ông " + account, unit, Set.of(permissions), Set.of("btxh"), 0, null, 0);
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

    private ReportLibrary library() {
        return (ReportLibrary) Proxy.newProxyInstance(
                ReportLibrary.class.getClassLoader(),
                new Class<?>[] {ReportLibrary.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "all" -> List.copyOf(reports);
                    case "byId" ->
                        reports.stream()
                                .filter(each -> each.definition().id().equals(arguments[0]))
                                .findFirst();
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    /** Counts the people of a unit and below: each has 500.000 đồng. */
    private final class Counted implements ReportRunner {

        @Override
        public <T> T read(KnownReport report, Map<String, Object> values, Work<T> work) {
            try {
                return work.with(reading(rows((Long) values.get("don_vi"))));
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        private Reading reading(List<ReportRow> rows) {
            return new Reading() {
                @Override
                public Instant asOf() {
                    return new DeskClock(() -> today).instant();
                }

                @Override
                public long rows(long shown, RowConsumer to) throws Exception {
                    for (ReportRow row : rows) {
                        to.row(row);
                    }
                    return rows.size();
                }
            };
        }

        private List<ReportRow> rows(long unit) {
            List<ReportRow> rows = new ArrayList<>();
            long all = 0;
            for (String kind : List.of("Người cao tuổi", "Người khuyết tật")) {
                long count = people.entrySet().stream()
                        .filter(of -> country.units().isWithin(of.getKey(), unit))
                        .mapToLong(of -> of.getValue().get(kind))
                        .sum();
                all += count;
                rows.add(row(ReportRow.Kind.GROUP, "Nhóm " + kind, null, null, null));
                rows.add(row(ReportRow.Kind.DETAIL, 1L, kind, count, count * 500_000));
                rows.add(row(ReportRow.Kind.SUBTOTAL, "Cộng", null, count, count * 500_000));
            }
            rows.add(row(ReportRow.Kind.TOTAL, "Tổng cộng", null, all, all * 500_000));
            return rows;
        }

        private static ReportRow row(ReportRow.Kind kind, Object... values) {
            return new ReportRow(kind, java.util.Arrays.asList(values), Map.of());
        }

        @Override
        public List<String> faults(ReportDefinition definition, KnownReport.Source.Query query) {
            return List.of();
        }
    }

    private static CodeLists noHolidays() {
        return (CodeLists) Proxy.newProxyInstance(
                CodeLists.class.getClassLoader(),
                new Class<?>[] {CodeLists.class},
                (proxy, method, arguments) -> List.of());
    }
}
