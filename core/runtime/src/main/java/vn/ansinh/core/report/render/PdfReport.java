package vn.ansinh.core.report.render;

import java.io.OutputStream;
import vn.ansinh.api.report.ReportCharts;
import vn.ansinh.api.report.ReportDefinition;
import vn.ansinh.api.report.ReportFormat;
import vn.ansinh.core.paper.PdfOfficePaper;
import vn.ansinh.core.paper.TablePaper.Ending;
import vn.ansinh.core.paper.TableSetting;

/** Reports on paper, by the layout of NĐ 30/2020/NĐ-CP; their charts follow on the last pages. */
public final class PdfReport implements ReportRenderer {

    private final PdfOfficePaper papers;

    public PdfReport(PdfOfficePaper papers) {
        this.papers = papers;
    }

    @Override
    public ReportFormat format() {
        return ReportFormat.PDF;
    }

    @Override
    public void write(ReportContent content, OutputStream to) throws Exception {
        ReportDefinition definition = content.definition();
        PaperTable table = new PaperTable(definition);
        ReportCharts charts = new ReportCharts(definition);
        try (TableSetting setting = papers.set(table.paper(content))) {
            content.rows().forEach(row -> {
                charts.add(row);
                setting.row(table.row(row));
            });
            setting.finish(
                    new Ending(
                            null,
                            ReportNotes.of(definition, content.asOf()),
                            definition.signatories(),
                            definition.recipients(),
                            charts.charts()),
                    to);
        }
    }
}
