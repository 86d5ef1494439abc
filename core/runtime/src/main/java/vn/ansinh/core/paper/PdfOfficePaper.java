package vn.ansinh.core.paper;

import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import vn.ansinh.api.paper.OfficePaper;
import vn.ansinh.api.training.Training;
import vn.ansinh.core.paper.TablePaper.Alignment;
import vn.ansinh.core.paper.TablePaper.Column;
import vn.ansinh.core.paper.TablePaper.Ending;
import vn.ansinh.core.paper.TablePaper.Kind;
import vn.ansinh.core.paper.TablePaper.Row;

/** {@link OfficePaper} by way of HTML. */
public final class PdfOfficePaper implements OfficePaper {

    private static final double TEXT_SIZE = 11;

    static {
        // It logs every layout step; what is wrong comes as an exception.
        XRLog.setLoggingEnabled(false);
    }

    private final TableTemplate template;

    public PdfOfficePaper() {
        this(Training.NONE);
    }

    /** @param training where it is, every page says so */
    public PdfOfficePaper(Training training) {
        template = new TableTemplate(training);
    }

    /** Begins a paper whose rows come one by one; to be closed. */
    public TableSetting set(TablePaper paper) {
        return new TableSetting(paper, template);
    }

    @Override
    public void list(ListPaper paper, OutputStream to) throws IOException {
        try (TableSetting setting = set(table(paper))) {
            for (List<String> cells : paper.rows()) {
                setting.row(new Row(Kind.DETAIL, cells));
            }
            if (!paper.totals().isEmpty()) {
                setting.row(new Row(Kind.SUM, paper.totals()));
            }
            setting.finish(new Ending(paper.inWords(), paper.notes(), paper.signatories(), List.of(), List.of()), to);
        }
    }

    private static TablePaper table(ListPaper paper) {
        return new TablePaper(
                paper.agencyAbove(),
                paper.agency(),
                null,
                paper.place(),
                paper.date(),
                null,
                paper.title(),
                paper.subtitle() == null ? List.of() : List.of(paper.subtitle()),
                paper.mark(),
                paper.landscape(),
                TEXT_SIZE,
                paper.columns().stream()
                        .map(column -> new Column(
                                column.title(),
                                null,
                                column.right() ? Alignment.RIGHT : Alignment.LEFT,
                                column.width()))
                        .toList());
    }
}
