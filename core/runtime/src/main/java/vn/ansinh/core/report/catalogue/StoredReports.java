package vn.ansinh.core.report.catalogue;

import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.chart.Chart;
import vn.ansinh.api.codelist.CodeLists;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.report.ReportCharts;
import vn.ansinh.api.report.ReportDefinition;
import vn.ansinh.api.report.ReportFormat;
import vn.ansinh.api.report.ReportParameter;
import vn.ansinh.api.report.ReportParameter.Kind;
import vn.ansinh.api.report.ReportRow;
import vn.ansinh.api.report.Reports;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.api.unit.Units;
import vn.ansinh.core.report.definition.KnownReport;
import vn.ansinh.core.report.definition.ReportLibrary;
import vn.ansinh.core.report.query.ReportRunner;
import vn.ansinh.core.report.query.ReportRunner.Reading;
import vn.ansinh.core.report.render.ReportContent;
import vn.ansinh.core.report.render.ReportContent.Heading;
import vn.ansinh.core.report.render.ReportRenderer;

/** {@link Reports} for whoever acts: their rights before, their scope during, and what they did kept afterwards. */
public final class StoredReports implements Reports {

    private static final int MOST_PREVIEWED = 10_000;
    private static final int LONGEST_HISTORY = 1_000;

    private final ReportLibrary library;
    private final ReportRunner runner;
    private final List<ReportRenderer> renderers;
    private final Transactions transactions;
    private final Access access;
    private final Audit audit;
    private final Choices choices;
    private final ReportMemory memory;
    private final SavedChoices savedChoices;
    private final Letterhead letterhead;

    /** @param transactions in the scope of who acts */
    public StoredReports(
            ReportLibrary library,
            ReportRunner runner,
            List<ReportRenderer> renderers,
            Transactions transactions,
            Access access,
            Units units,
            CodeLists codeLists,
            Audit audit,
            Clock clock) {
        this.library = library;
        this.runner = runner;
        this.renderers = renderers;
        this.transactions = transactions;
        this.access = access;
        this.audit = audit;
        this.choices = new Choices(access, units, codeLists, clock);
        this.memory = new ReportMemory(transactions);
        this.savedChoices = new SavedChoices(transactions);
        this.letterhead = new Letterhead(transactions, units, clock);
    }

    @Override
    public List<ReportDefinition> catalogue() {
        Caller caller = access.require(Permissions.REPORT_READ);
        return library.all().stream()
                .map(KnownReport::definition)
                .filter(report -> runs(caller, report))
                .sorted(Comparator.comparing((ReportDefinition report) -> Vietnamese.fold(report.section()))
                        .thenComparing(report -> Vietnamese.fold(report.title()))
                        .thenComparing(ReportDefinition::id))
                .toList();
    }

    private static boolean runs(Caller caller, ReportDefinition report) {
        return caller.may(report.permission())
                && (report.program() == null || caller.works(report.program()))
                && (!report.sensitive() || caller.may(Permissions.REPORT_SENSITIVE));
    }

    @Override
    public Optional<ReportDefinition> byId(String id) {
        Caller caller = access.require(Permissions.REPORT_READ);
        return library.byId(id).map(KnownReport::definition).filter(report -> runs(caller, report));
    }

    private KnownReport known(String id) {
        Caller caller = access.require(Permissions.REPORT_READ);
        KnownReport known = library.byId(id)
                .orElseThrow(() -> Problem.notFound(
                        "AS-REPORT-GONE",
                        "Hiện không có báo cáo «" + id
                                + "»: tệp hoặc chương trình mang báo cáo này chưa được cài hoặc đã được gỡ."));
        ReportDefinition report = known.definition();
        if (report.program() != null) {
            caller.requireProgram(report.program());
        }
        access.require(report.permission());
        if (report.sensitive()) {
            access.require(Permissions.REPORT_SENSITIVE);
        }
        return known;
    }

    @Override
    public Map<String, String> initial(String id) {
        ReportDefinition report = known(id).definition();
        Map<String, String> initial = choices.defaults(report);
        Map<String, String> chosen = memory.chosen(access.require().account(), id);
        for (ReportParameter parameter : report.parameters()) {
            String last = chosen.get(parameter.name());
            if (last != null && last.isBlank()) {
                initial.remove(parameter.name());
            } else if (last != null && choices.usable(parameter, last)) {
                initial.put(parameter.name(), last);
            }
        }
        return initial;
    }

    @Override
    public Preview preview(String id, Map<String, String> given, int limit) {
        if (limit < 1 || limit > MOST_PREVIEWED) {
            throw Problem.invalid("AS-REPORT-LIMIT", "Màn hình hiện từ 1 đến " + MOST_PREVIEWED + " dòng.");
        }
        KnownReport known = known(id);
        Map<String, Object> bound = choices.bound(known.definition(), given);
        ReportDefinition report = known.definition();
        List<String> words = choices.words(report, Choices.texts(report, bound));
        PeopleShown people = new PeopleShown(audit, report, bound, words);
        Preview preview = runner.read(known, bound, reading -> {
            List<ReportRow> rows = new ArrayList<>();
            long count = reading.rows(limit, row -> {
                people.row(row);
                rows.add(row);
            });
            return new Preview(
                    report,
                    Choices.texts(report, bound),
                    words,
                    rows,
                    count,
                    count <= limit,
                    charts(report, rows, count <= limit, reading),
                    reading.asOf());
        });
        Use use = use(report, bound, null, preview.asOf(), preview.count(), 0);
        keep(report, use, () -> people.listed(preview.count()));
        return preview;
    }

    private static List<Chart> charts(ReportDefinition report, List<ReportRow> rows, boolean complete, Reading reading)
            throws Exception {
        ReportCharts charts = new ReportCharts(report);
        if (complete) {
            rows.forEach(charts::add);
        } else if (!report.charts().isEmpty()) {
            reading.rows(charts::add);
        }
        return charts.charts();
    }

    @Override
    public Use write(String id, Map<String, String> given, ReportFormat format, OutputStream to) {
        return write(id, given, format, to, 0, written -> {});
    }

    /** Told how many rows have been written; may throw to stop. */
    @FunctionalInterface
    interface Progress {
        void written(long rows);
    }

    /** @param job that writes it; 0 for none */
    Use write(String id, Map<String, String> given, ReportFormat format, OutputStream to, long job, Progress progress) {
        KnownReport known = known(id);
        Map<String, Object> bound = choices.bound(known.definition(), given);
        ReportRenderer renderer = renderer(format);
        ReportDefinition report = known.definition();
        List<String> words = choices.words(report, Choices.texts(report, bound));
        Heading heading = letterhead.of(access.require(), unit(report, bound));
        String file = fileName(report, bound, format);
        Written written = new Written(new PeopleShown(audit, report, bound, words), progress);
        boolean done = false;
        try {
            Instant asOf = runner.read(known, bound, reading -> {
                ReportContent.Rows rows = each -> reading.rows(row -> {
                    written.row(row);
                    each.row(row);
                });
                byte[] template = known.templates().get(format);
                renderer.write(
                        new ReportContent(report, heading, words, mark(report), template, reading.asOf(), rows), to);
                return reading.asOf();
            });
            Use use = keep(
                    report,
                    use(report, bound, format, asOf, written.rows, job),
                    () -> written.people.exported(written.rows, file));
            done = true;
            return use;
        } finally {
            if (!done) {
                written.people.exported(written.rows, file + " (dở dang)");
            }
        }
    }

    /** Rows of detail on their way into a file. */
    private static final class Written {

        private final PeopleShown people;
        private final Progress progress;
        private long rows;

        private Written(PeopleShown people, Progress progress) {
            this.people = people;
            this.progress = progress;
        }

        void row(ReportRow row) {
            if (row.kind() == ReportRow.Kind.DETAIL) {
                people.row(row);
                progress.written(++rows);
            }
        }
    }

    private ReportRenderer renderer(ReportFormat format) {
        return renderers.stream()
                .filter(each -> each.format() == format)
                .findFirst()
                .orElseThrow(() -> new Problem(
                        Problem.Kind.UNAVAILABLE,
                        "AS-REPORT-FORMAT",
                        "Hiện chưa xuất được tệp " + format.label() + ". Hãy chọn định dạng khác."));
    }

    private static String mark(ReportDefinition report) {
        if (report.sensitive()) {
            return "CÓ THÔNG TIN NHẠY CẢM – KHÔNG NIÊM YẾT, KHÔNG SAO GỬI";
        }
        return report.unread() ? "MẪU CHƯA ĐỐI CHIẾU VỚI VĂN BẢN" : null;
    }

    private static long unit(ReportDefinition report, Map<String, Object> bound) {
        return report.parameter(Kind.UNIT)
                .map(parameter -> (Long) bound.get(parameter.name()))
                .orElse(0L);
    }

    private Use use(
            ReportDefinition report,
            Map<String, Object> bound,
            ReportFormat format,
            Instant asOf,
            long rows,
            long job) {
        Caller caller = access.require();
        return new Use(
                0,
                report.id(),
                report.version(),
                Choices.texts(report, bound),
                format,
                caller.account(),
                caller.fullName(),
                asOf,
                rows,
                job);
    }

    /** Into the history, into what the account chose last, and into the audit: all or nothing. */
    private Use keep(ReportDefinition report, Use use, Runnable told) {
        Caller caller = access.require();
        Map<String, String> chosen = differing(choices.defaults(report), use.values());
        return transactions.call(connection -> {
            if (!caller.byToken()) {
                memory.choose(connection, caller.account(), report.id(), chosen);
            }
            told.run();
            return new Use(
                    memory.used(connection, use, caller.unitId()),
                    use.report(),
                    use.version(),
                    use.values(),
                    use.format(),
                    use.account(),
                    use.fullName(),
                    use.asOf(),
                    use.rows(),
                    use.job());
        });
    }

    /** Who takes what the report says by itself chose nothing: next month it says the next month. */
    private static Map<String, String> differing(Map<String, String> defaults, Map<String, String> used) {
        Map<String, String> differing = new LinkedHashMap<>();
        defaults.keySet().stream().filter(name -> !used.containsKey(name)).forEach(name -> differing.put(name, ""));
        used.forEach((name, value) -> {
            if (!value.equals(defaults.get(name))) {
                differing.put(name, value);
            }
        });
        return differing;
    }

    @Override
    public List<String> words(String id, Map<String, String> given) {
        return choices.words(known(id).definition(), given);
    }

    @Override
    public String fileName(String id, Map<String, String> given, ReportFormat format) {
        ReportDefinition report = known(id).definition();
        return fileName(report, choices.bound(report, given), format);
    }

    private String fileName(ReportDefinition report, Map<String, Object> bound, ReportFormat format) {
        String name = report.id().substring(report.id().indexOf('.') + 1);
        return Choices.slug(name) + choices.suffix(report, bound) + "." + format.extension();
    }

    @Override
    public List<ReportFormat> formats() {
        return renderers.stream().map(ReportRenderer::format).sorted().toList();
    }

    @Override
    public List<Use> history(String id, int limit) {
        Caller caller = access.require(Permissions.REPORT_READ);
        if (limit < 1 || limit > LONGEST_HISTORY) {
            throw Problem.invalid("AS-REPORT-LIMIT", "Lịch sử hiện từ 1 đến " + LONGEST_HISTORY + " dòng.");
        }
        boolean everybody = caller.may(Permissions.AUDIT_READ) && !caller.byToken();
        return memory.uses(id, everybody ? null : caller.account(), limit);
    }

    @Override
    public Set<String> favourites() {
        return memory.favourites(access.require(Permissions.REPORT_READ).account());
    }

    @Override
    public void favour(String id, boolean favourite) {
        String account = access.require(Permissions.REPORT_READ).account();
        if (favourite) {
            known(id);
        }
        memory.favour(account, id, favourite);
    }

    @Override
    public List<Saved> saved(String id) {
        return savedChoices.of(access.require(Permissions.REPORT_READ).account(), id);
    }

    @Override
    public void save(String id, String name, Map<String, String> given) {
        ReportDefinition report = known(id).definition();
        Map<String, String> values = Choices.texts(report, choices.bound(report, given));
        savedChoices.save(access.require().account(), id, name, values);
    }

    @Override
    public void forget(String id, String name) {
        savedChoices.forget(access.require(Permissions.REPORT_READ).account(), id, name);
    }

    @Override
    public Runnable follow(Runnable changed) {
        return library.follow(changed);
    }

    @Override
    public List<ReportFile> files() {
        access.require(Permissions.PROGRAM_MANAGE);
        return library.files();
    }
}
