package vn.ansinh.core.report;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.report.ReportRow;
import vn.ansinh.core.benefit.BtxhProvince;
import vn.ansinh.core.report.definition.KnownReport;
import vn.ansinh.core.report.definition.KnownReport.Source.Query;
import vn.ansinh.core.report.definition.ReportFolders;
import vn.ansinh.core.report.query.PublishedReportRunner;
import vn.ansinh.core.report.query.PublishedWords;
import vn.ansinh.core.report.query.ReportLimits;
import vn.ansinh.core.report.query.ReportRunner;
import vn.ansinh.core.report.query.ReportValues;
import vn.ansinh.testkit.TestDatabase;

/** Reports of a folder, asked in a province whose ledger is known. */
final class ProvinceReports {

    final BtxhProvince province;
    final List<KnownReport> all;
    private final ReportRunner runner;

    ProvinceReports(TestDatabase database, Path folder) throws IOException {
        province = new BtxhProvince(database);
        all = ReportFolders.read(folder);
        runner = new PublishedReportRunner(
                database.reports(),
                database.scopedBy(province.access()),
                province.access(),
                new PublishedWords(database.transactions(), province.policies(), province.facts()),
                Audit.NONE,
                Clock.systemUTC(),
                new ReportLimits(100_000, Duration.ofMinutes(1)));
    }

    KnownReport byId(String id) {
        return all.stream()
                .filter(each -> each.definition().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** What the database has against the queries, by file. */
    Map<String, List<String>> faults() {
        Map<String, List<String>> faults = new HashMap<>();
        for (KnownReport report : all) {
            List<String> found = runner.faults(report.definition(), (Query) report.source());
            if (!found.isEmpty()) {
                faults.put(report.file(), found);
            }
        }
        return faults;
    }

    /** Reads a report as an official of a unit. */
    <T> T read(KnownReport report, Map<String, String> chosen, long unit, ReportRunner.Work<T> work) {
        try {
            return province.access()
                    .callAs(
                            new Caller("lan", "Cán bộ Lan", unit, Set.of("*")),
                            () -> runner.read(report, ReportValues.of(report.definition(), chosen), work));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** All rows of a report, groups and sums included. */
    List<ReportRow> rows(KnownReport report, Map<String, String> chosen, long unit) {
        return read(report, chosen, unit, reading -> {
            List<ReportRow> rows = new ArrayList<>();
            reading.rows(rows::add);
            return rows;
        });
    }
}
