package vn.ansinh.core.report.closing;

import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.ansinh.api.deadline.Deadline;
import vn.ansinh.api.deadline.DueRule;
import vn.ansinh.api.report.ReportDefinition;
import vn.ansinh.api.report.ReportSubmission.Step;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.api.unit.AdministrativeUnit.Level;
import vn.ansinh.core.deadline.DeadlineSource;
import vn.ansinh.core.report.definition.KnownReport;
import vn.ansinh.core.report.definition.ReportLibrary;
import vn.ansinh.core.sql.Rows;

/** What has to be sent by when, by each level: what the files of the reports say, done when it was sent. */
public final class ReportDeadlines implements DeadlineSource {

    private static final Map<Level, String> WORDS =
            Map.of(Level.COMMUNE, "xa", Level.DISTRICT, "huyen", Level.PROVINCE, "tinh");
    private static final Map<Level, String> NAMES =
            Map.of(Level.COMMUNE, "cấp xã", Level.DISTRICT, "cấp huyện", Level.PROVINCE, "cấp tỉnh");

    private final ReportLibrary library;
    private final Submitters submitters;
    private final Transactions transactions;

    public ReportDeadlines(ReportLibrary library, Submitters submitters, Transactions transactions) {
        this.library = library;
        this.submitters = submitters;
        this.transactions = transactions;
    }

    @Override
    public List<Deadline> now() {
        return library.all().stream()
                .map(KnownReport::definition)
                .filter(Submitters::isSentUp)
                .flatMap(report ->
                        report.submission().orElseThrow().levels().stream().map(step -> of(report, step)))
                .toList();
    }

    /** The deadline that a unit's level has for a report. */
    Optional<Deadline> of(ReportDefinition report, Level level) {
        return Submitters.step(report, level).map(step -> of(report, step));
    }

    private Deadline of(ReportDefinition report, Step step) {
        return new Sending(report, step);
    }

    private final class Sending implements Deadline {

        private final ReportDefinition report;
        private final Step step;

        Sending(ReportDefinition report, Step step) {
            this.report = report;
            this.step = step;
        }

        @Override
        public String id() {
            return report.id() + "." + WORDS.get(step.level());
        }

        @Override
        public String program() {
            return report.program();
        }

        @Override
        public String name() {
            String form = report.form() == null ? "" : ", " + report.form();
            return "Gửi báo cáo " + NAMES.get(step.level()) + form + ": " + report.title();
        }

        @Override
        public String basis() {
            return step.basis() == null ? "" : step.basis();
        }

        @Override
        public DueRule rule() {
            return step.rule();
        }

        @Override
        public CutOff cutsOff() {
            return CutOff.OWN;
        }

        @Override
        public List<Standing> standings(long unitId, LocalDate period) {
            Map<Long, Instant> sent = new HashMap<>();
            transactions.run(connection -> Rows.list(
                    connection,
                    "select unit_id, sent_at from ansinh.report_closing"
                            + " where report = ? and period = ? and state in ('SENT', 'RECEIVED')",
                    select -> {
                        select.setString(1, report.id());
                        select.setDate(2, Date.valueOf(period));
                    },
                    row -> sent.put(row.getLong(1), row.getTimestamp(2).toInstant())));
            return submitters
                    .at(step.level(), unitId, Submitters.lastDay(step.rule().cadence(), period))
                    .stream()
                    .map(unit -> new Standing(unit, sent.get(unit)))
                    .toList();
        }
    }
}
