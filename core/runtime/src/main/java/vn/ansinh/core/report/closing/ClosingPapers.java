package vn.ansinh.core.report.closing;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.ansinh.api.deadline.Cadence;
import vn.ansinh.api.report.ReportClosings.Correction;
import vn.ansinh.api.report.ReportColumn;
import vn.ansinh.api.report.ReportDefinition;
import vn.ansinh.api.report.ReportFormat;
import vn.ansinh.api.report.ReportRow;
import vn.ansinh.api.text.Money;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.api.unit.Units;
import vn.ansinh.core.report.definition.KnownReport;
import vn.ansinh.core.report.render.ReportContent;
import vn.ansinh.core.report.render.ReportContent.Heading;
import vn.ansinh.core.report.render.ReportRenderer;

/** Files of a report as it is sent: in every format there is, what was corrected told below the table. */
final class ClosingPapers {

    /** So many corrections are told on paper; the rest is counted. */
    private static final int TOLD = 30;

    private final List<ReportRenderer> renderers;
    private final Units units;

    /** @param renderers changes as formats come and go */
    ClosingPapers(List<ReportRenderer> renderers, Units units) {
        this.renderers = renderers;
        this.units = units;
    }

    /** What is written. */
    record Sheet(
            KnownReport report,
            Heading heading,
            long unitId,
            Cadence cadence,
            LocalDate period,
            Instant asOf,
            List<ReportRow> rows,
            List<Correction> corrections) {}

    Map<ReportFormat, byte[]> of(Sheet sheet) throws Exception {
        Map<ReportFormat, byte[]> files = new EnumMap<>(ReportFormat.class);
        ReportDefinition report = told(sheet);
        for (ReportRenderer renderer : renderers) {
            ByteArrayOutputStream to = new ByteArrayOutputStream();
            renderer.write(
                    new ReportContent(
                            report,
                            sheet.heading(),
                            List.of(
                                    "Đơn vị: " + units.fullName(sheet.unitId()),
                                    "Kỳ: " + period(sheet.cadence(), sheet.period())),
                            report.unread() ? "BIỂU MẪU CHƯA ĐỐI CHIẾU VỚI VĂN BẢN" : null,
                            sheet.report().templates().get(renderer.format()),
                            sheet.asOf(),
                            each -> {
                                for (ReportRow row : sheet.rows()) {
                                    each.row(row);
                                }
                            }),
                    to);
            files.put(renderer.format(), to.toByteArray());
        }
        return files;
    }

    /** {@code 11/2026}, {@code 6 tháng cuối năm 2026}, {@code 22/11/2026}. */
    static String period(Cadence cadence, LocalDate period) {
        return switch (cadence) {
            case DAY -> Vietnamese.day(period);
            case MONTH -> Vietnamese.month(YearMonth.from(period));
            case HALF_YEAR ->
                (period.getMonthValue() == 1 ? "6 tháng đầu năm " : "6 tháng cuối năm ") + period.getYear();
        };
    }

    /** The definition with a note for each correction. */
    private static ReportDefinition told(Sheet sheet) {
        ReportDefinition of = sheet.report().definition();
        List<String> notes = new ArrayList<>(of.notes());
        Map<String, String> titles =
                of.columns().stream().collect(Collectors.toMap(ReportColumn::name, ReportColumn::title));
        sheet.corrections().stream()
                .limit(TOLD)
                .map(correction -> "Số liệu đã chỉnh: "
                        + String.join(", ", correction.key().values()) + ", "
                        + titles.get(correction.column()) + ": máy tính "
                        + (correction.computed() == null ? "trống" : Money.format(correction.computed())) + ", báo cáo "
                        + Money.format(correction.corrected()) + ". Lý do: " + correction.reason())
                .forEach(notes::add);
        if (sheet.corrections().size() > TOLD) {
            notes.add("và " + (sheet.corrections().size() - TOLD) + " số liệu đã chỉnh khác.");
        }
        return of.withNotes(notes);
    }

    /** {@code mau-10a_2026-6-thang-cuoi_xa-thach-ha_lan-2.pdf}. */
    String fileName(Kept kept, ReportFormat format) {
        String name = kept.report().substring(kept.report().indexOf('.') + 1);
        String day = switch (kept.cadence()) {
            case DAY -> kept.period().toString();
            case MONTH -> YearMonth.from(kept.period()).toString();
            case HALF_YEAR ->
                kept.period().getYear() + (kept.period().getMonthValue() == 1 ? "-6-thang-dau" : "-6-thang-cuoi");
        };
        String unit = units.byId(kept.unitId()).map(AdministrativeUnit::name).orElse("don vi " + kept.unitId());
        return slug(name) + "_" + day + "_" + slug(unit) + (kept.turn() == 1 ? "" : "_lan-" + kept.turn()) + "."
                + format.extension();
    }

    private static String slug(String words) {
        return Vietnamese.fold(words).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }
}
