package vn.ansinh.core.report.closing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.report.ReportClosings.Closing;
import vn.ansinh.api.report.ReportClosings.Correction;
import vn.ansinh.api.report.ReportClosings.State;
import vn.ansinh.api.report.ReportColumn;
import vn.ansinh.api.report.ReportFormat;
import vn.ansinh.core.report.closing.FigureRows.Written;

/** A report read back; one that was sent is compared with the sum that was kept of it each time. */
final class Frozen {

    private final Kept kept;
    private final FigureRows figures;

    Frozen(Connection connection, Kept kept) {
        this.kept = kept;
        this.figures = new FigureRows(connection);
    }

    Closing closing() throws SQLException {
        FigureRows.Table table = figures.tables(List.of(kept.id())).get(kept.id());
        List<Written> written = figures.corrections(kept.id());
        if (kept.state() != State.DRAFT
                && !Digest.of(kept, table, written, kept.sent()).equals(kept.sha256())) {
            throw damaged();
        }
        return new Closing(
                kept.id(),
                kept.definition(table.columns()),
                kept.unitId(),
                kept.cadence(),
                kept.period(),
                kept.turn(),
                kept.state(),
                kept.revision(),
                table.rows(),
                table.computed(),
                corrections(table, written),
                kept.asOf(),
                kept.drafted(),
                kept.sent(),
                kept.decided(),
                kept.sha256(),
                kept.reason());
    }

    /** In the order of the rows. */
    static List<Correction> corrections(FigureRows.Table table, List<Written> written) {
        RowKeys keys = new RowKeys(table.columns());
        List<String> ofRows = keys.of(table.computed());
        List<String> names = table.columns().stream().map(ReportColumn::name).toList();
        return written.stream()
                .map(each -> {
                    int row = ofRows.indexOf(each.rowKey());
                    Object computed = table.computed().get(row).values().get(names.indexOf(each.column()));
                    return new Correction(
                            row,
                            keys.named(table.computed().get(row)),
                            each.column(),
                            (Long) computed,
                            each.corrected(),
                            each.reason(),
                            each.by());
                })
                .sorted(java.util.Comparator.comparingInt(Correction::row))
                .toList();
    }

    byte[] file(ReportFormat format) throws SQLException {
        if (kept.state() == State.DRAFT) {
            throw Problem.conflict(
                    "AS-CLOSING-DRAFT", "Báo cáo chưa gửi nên chưa có tệp; có thể in nháp ở trang Báo cáo.");
        }
        FigureRows.KeptFile file = figures.file(kept.id(), format).stream()
                .findFirst()
                .orElseThrow(() -> Problem.notFound(
                        "AS-CLOSING-FORMAT", "Báo cáo này không được lưu dạng " + format.label() + "."));
        if (!Digest.of(file.content()).equals(file.sha256())) {
            throw damaged();
        }
        return file.content();
    }

    private Problem damaged() {
        return Problem.conflict(
                "AS-CLOSING-DAMAGED",
                "Báo cáo chốt số " + kept.id()
                        + " không còn khớp với mã kiểm tra lúc gửi: dữ liệu đã bị sửa ngoài hệ thống. Vui lòng báo người quản trị.");
    }
}
