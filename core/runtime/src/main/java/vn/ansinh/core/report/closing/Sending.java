package vn.ansinh.core.report.closing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.report.ReportClosings.Hand;
import vn.ansinh.api.report.ReportDefinition;
import vn.ansinh.api.report.ReportFormat;
import vn.ansinh.api.report.ReportRow;
import vn.ansinh.core.report.closing.FigureRows.Written;
import vn.ansinh.core.report.definition.KnownReport;
import vn.ansinh.core.report.render.ReportContent.Heading;

/** Freezes a draft: its rows as they were looked at, its files, and the sum of all that. */
final class Sending {

    private final Connection connection;
    private final Kept kept;
    private final FigureRows figures;
    private final FigureRows.Table table;

    Sending(Connection connection, Kept kept) throws SQLException {
        this.connection = connection;
        this.kept = kept;
        this.figures = new FigureRows(connection);
        this.table = figures.tables(List.of(kept.id())).get(kept.id());
    }

    /** @throws Problem CONFLICT when the data or the report say something else than when the draft was computed */
    void requireSame(ReportDefinition report, Computation.Computed now) {
        if (!report.version().equals(kept.version())
                || report.columns().size() != table.columns().size()) {
            throw Problem.conflict(
                    "AS-CLOSING-VERSION",
                    "Biểu mẫu báo cáo đã đổi từ khi lập (bản " + kept.version() + ", nay là " + report.version()
                            + "). Chưa gửi gì; hãy lập lại, xem lại rồi gửi.");
        }
        boolean same = now.rows().size() == table.computed().size();
        for (int i = 0; same && i < now.rows().size(); i++) {
            ReportRow one = now.rows().get(i);
            ReportRow other = table.computed().get(i);
            same = one.kind() == other.kind() && Cells.same(one.values(), other.values());
        }
        if (!same) {
            throw Problem.conflict(
                    "AS-CLOSING-DATA",
                    "Số liệu đã thay đổi từ khi lập báo cáo. Chưa gửi gì; hãy lập lại, xem lại rồi gửi.");
        }
    }

    /** @return the sum */
    String freeze(ClosingPapers papers, KnownReport report, Heading heading, Hand by) throws Exception {
        List<Written> written = figures.corrections(kept.id());
        ClosingPapers.Sheet sheet = new ClosingPapers.Sheet(
                report,
                heading,
                kept.unitId(),
                kept.cadence(),
                kept.period(),
                kept.asOf(),
                table.rows(),
                Frozen.corrections(table, written));
        for (Map.Entry<ReportFormat, byte[]> file : papers.of(sheet).entrySet()) {
            figures.addFile(kept.id(), file.getKey(), file.getValue());
        }
        String sha256 = Digest.of(kept, table, written, by);
        new ClosingRows(connection).send(kept.id(), by, sha256);
        return sha256;
    }
}
