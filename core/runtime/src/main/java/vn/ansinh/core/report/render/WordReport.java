package vn.ansinh.core.report.render;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.report.ReportDefinition;
import vn.ansinh.api.report.ReportFormat;
import vn.ansinh.api.report.ReportRow;
import vn.ansinh.api.text.Money;
import vn.ansinh.api.training.Training;
import vn.ansinh.core.paper.TablePaper.Ending;
import vn.ansinh.core.paper.WordSetting;

/** Reports as Word files: after NĐ 30/2020/NĐ-CP, or in the form of the report's own template. */
public final class WordReport implements ReportRenderer {

    /** Word takes minutes to open tables that are longer. */
    static final int MOST_ROWS = 20_000;

    private final Training training;

    /** @param training where it is, every page says so; own templates say it in their mark */
    public WordReport(Training training) {
        this.training = training;
    }

    @Override
    public ReportFormat format() {
        return ReportFormat.DOCX;
    }

    @Override
    public void write(ReportContent content, OutputStream to) throws Exception {
        Counted counted = new Counted();
        if (content.template() != null) {
            WordTemplate.read(content.template()).write(content, training.active(), counted, to);
            return;
        }
        ReportDefinition definition = content.definition();
        PaperTable table = new PaperTable(definition);
        WordSetting setting = new WordSetting(table.paper(content), training.active(), to);
        content.rows().forEach(row -> {
            counted.row(row);
            setting.row(table.row(row));
        });
        List<String> notes = new ArrayList<>(ReportNotes.of(definition, content.asOf()));
        if (!definition.charts().isEmpty()) {
            notes.add("Biểu đồ có trong bản PDF.");
        }
        setting.finish(new Ending(null, notes, definition.signatories(), definition.recipients(), List.of()));
    }

    /** Ends what is too long for Word. */
    static final class Counted implements ReportContent.RowConsumer {

        private int rows;

        @Override
        public void row(ReportRow row) {
            rows++;
            if (rows > MOST_ROWS) {
                throw new Problem(
                        Problem.Kind.TOO_LARGE,
                        "AS-REPORT-WORD-ROWS",
                        "Báo cáo có hơn " + Money.format(MOST_ROWS)
                                + " dòng, tệp Word như vậy không mở nổi. Hãy lấy tệp Excel hoặc PDF.");
            }
        }
    }
}
