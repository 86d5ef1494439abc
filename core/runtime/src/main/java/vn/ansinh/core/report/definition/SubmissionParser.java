package vn.ansinh.core.report.definition;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.ansinh.api.deadline.Cadence;
import vn.ansinh.api.deadline.DueRule;
import vn.ansinh.api.report.ReportColumn;
import vn.ansinh.api.report.ReportColumn.Privacy;
import vn.ansinh.api.report.ReportParameter;
import vn.ansinh.api.report.ReportParameter.Kind;
import vn.ansinh.api.report.ReportSubmission;
import vn.ansinh.api.report.ReportSubmission.Step;
import vn.ansinh.api.unit.AdministrativeUnit.Level;
import vn.ansinh.core.extender.YamlMap;

/** Reads {@code gui}: which levels send a report up, and by when. */
final class SubmissionParser {

    private static final Map<Cadence, Kind> ASKED =
            Map.of(Cadence.MONTH, Kind.MONTH, Cadence.HALF_YEAR, Kind.HALF_YEAR);
    private static final int MOST_MONTHS = 24;

    private SubmissionParser() {}

    /** Empty for a report that is only looked at, and for one whose {@code gui} is wrong. */
    static Optional<ReportSubmission> read(
            YamlMap root, List<ReportParameter> parameters, List<ReportColumn> columns, boolean sensitive) {
        List<Step> steps = new ArrayList<>();
        for (YamlMap map : root.maps("gui")) {
            Step step = step(map);
            if (step != null && steps.stream().anyMatch(each -> each.level() == step.level())) {
                map.fault("cap", "Mỗi cấp chỉ có một hạn.");
            } else if (step != null) {
                steps.add(step);
            }
        }
        if (steps.isEmpty()) {
            return Optional.empty();
        }
        if (sensitive) {
            root.fault("gui", "Báo cáo nhạy cảm không gửi lên và không chốt.");
        }
        columns.stream()
                .filter(column -> column.privacy() == Privacy.PERSONAL)
                .findFirst()
                .ifPresent(column -> root.fault(
                        "gui",
                        "Báo cáo gửi lên chỉ gồm số tổng hợp, mà cột «" + column.name() + "» là của từng người."));
        Cadence cadence = steps.get(0).rule().cadence();
        if (steps.stream().anyMatch(step -> step.rule().cadence() != cadence)) {
            root.fault("gui", "Các cấp gửi cùng một kỳ: «ky» phải như nhau.");
        }
        Kind period = ASKED.get(cadence);
        if (!asks(parameters, period) || !asks(parameters, Kind.UNIT)) {
            root.fault(
                    "gui",
                    "Báo cáo gửi lên cần một tham số bắt buộc kiểu don-vi và một kiểu "
                            + (period == Kind.MONTH ? "thang" : "nua-nam") + ", đúng kỳ gửi.");
        }
        // provinces begin the enumeration
        steps.sort(Comparator.comparing(Step::level, Comparator.reverseOrder()));
        return Optional.of(new ReportSubmission(steps));
    }

    private static boolean asks(List<ReportParameter> parameters, Kind kind) {
        return parameters.stream()
                        .filter(parameter -> parameter.kind() == kind && parameter.required())
                        .count()
                == 1;
    }

    private static Step step(YamlMap map) {
        Level level = map.meaning("cap", ReportWords.LEVELS);
        YamlMap when = map.map("han");
        DueRule rule = when == null ? null : rule(when);
        String basis = map.has("can-cu") ? map.text("can-cu") : null;
        map.finish();
        return level == null || rule == null ? null : new Step(level, rule, basis);
    }

    private static DueRule rule(YamlMap map) {
        Cadence cadence = map.meaning("ky", ReportWords.CADENCES);
        Integer months = map.integer("thang");
        boolean byDay = !map.has("ngay-lam-viec");
        Integer day = map.integer(byDay ? "ngay" : "ngay-lam-viec");
        LocalTime time = map.has("gio") ? time(map) : DueRule.MIDNIGHT;
        map.finish();
        if (cadence == null || months == null || day == null || time == null) {
            return null;
        }
        if (Math.abs(months) > MOST_MONTHS || day < 1 || day > (byDay ? 31 : 20)) {
            map.fault(
                    byDay ? "ngay" : "ngay-lam-viec",
                    "«han»: «thang» là số tháng sau tháng đầu kỳ (đến " + MOST_MONTHS
                            + "), rồi «ngay» 1–31 hoặc «ngay-lam-viec» 1–20.");
            return null;
        }
        return new DueRule(cadence, months, byDay ? day : 0, byDay ? 0 : day, time);
    }

    private static LocalTime time(YamlMap map) {
        String text = map.text("gio");
        try {
            return text == null ? null : LocalTime.parse(text);
        } catch (DateTimeException e) {
            map.fault("gio", "«gio: " + text + "» phải là giờ như \"17:00\".");
            return null;
        }
    }
}
