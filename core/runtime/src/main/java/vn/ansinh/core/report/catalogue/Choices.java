package vn.ansinh.core.report.catalogue;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.codelist.CodeLists;
import vn.ansinh.api.deadline.Cadence;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.report.ReportDefinition;
import vn.ansinh.api.report.ReportParameter;
import vn.ansinh.api.text.Money;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.api.unit.Units;
import vn.ansinh.core.report.query.ReportValues;

/** What is asked before a report runs: from text to what its query binds, and to what people read. */
final class Choices {

    private static final String PERIOD_NOW = "ky-nay";
    private static final String PERIOD_BEFORE = "ky-truoc";
    private static final String OWN_UNIT = "cua-toi";
    private static final int LONGEST_TEXT = 500;

    private final Access access;
    private final Units units;
    private final CodeLists codeLists;
    private final Clock clock;

    /** @param access who asks: units lie in their subtree */
    Choices(Access access, Units units, CodeLists codeLists, Clock clock) {
        this.access = access;
        this.units = units;
        this.codeLists = codeLists;
        this.clock = clock;
    }

    /**
     * Values as a query binds them, by name of parameter; lacks what has none.
     *
     * @param given as text, by name of parameter; blank is none
     * @throws Problem INVALID, naming what is missing, wrong or not asked; FORBIDDEN for a unit out of reach
     */
    Map<String, Object> bound(ReportDefinition report, Map<String, String> given) {
        List<String> asked =
                report.parameters().stream().map(ReportParameter::name).toList();
        given.keySet().stream()
                .filter(name -> !asked.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw Problem.invalid(
                            "AS-REPORT-PARAMETER",
                            "Báo cáo «" + report.title() + "» không hỏi «" + name + "». Các mục: "
                                    + String.join(", ", asked) + ".");
                });
        Map<String, Object> bound = ReportValues.of(report, given);
        report.parameters().forEach(parameter -> check(parameter, bound.get(parameter.name())));
        return bound;
    }

    private void check(ReportParameter parameter, Object value) {
        if (value == null) {
            return;
        }
        if (parameter.kind() == ReportParameter.Kind.UNIT) {
            long unit = (Long) value;
            if (unit != 0 && units.byId(unit).isEmpty()) {
                throw Problem.invalid("AS-REPORT-UNIT", "Không có đơn vị hành chính này.");
            }
            access.require(Permissions.REPORT_READ, unit);
        }
        if (parameter.kind() == ReportParameter.Kind.CODE
                && codeLists.byCode(parameter.codeList(), value.toString()).isEmpty()) {
            throw Problem.invalid(
                    "AS-REPORT-VALUE", "«" + parameter.label() + "» không có mã «" + value + "» trong danh mục.");
        }
        if (value.toString().length() > LONGEST_TEXT) {
            throw Problem.invalid("AS-REPORT-VALUE", "«" + parameter.label() + "» dài quá " + LONGEST_TEXT + " ký tự.");
        }
    }

    /** Values as they travel: without what is blank, each in the one way in which it is written. */
    static Map<String, String> texts(ReportDefinition report, Map<String, Object> bound) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (ReportParameter parameter : report.parameters()) {
            Object value = bound.get(parameter.name());
            if (value != null) {
                texts.put(
                        parameter.name(),
                        parameter.kind() == ReportParameter.Kind.MONTH
                                ? YearMonth.from((LocalDate) value).toString()
                                : value.toString());
            }
        }
        return texts;
    }

    /** What the report says by itself, and what the caller's scope leaves no choice about. */
    Map<String, String> defaults(ReportDefinition report) {
        Map<String, String> defaults = new LinkedHashMap<>();
        for (ReportParameter parameter : report.parameters()) {
            String text = otherwise(parameter);
            if (text != null && usable(parameter, text)) {
                defaults.put(parameter.name(), text);
            }
        }
        return defaults;
    }

    /** Whether a value that was good once still is: lists change, officials move. */
    boolean usable(ReportParameter parameter, String text) {
        try {
            // the others are not asked: one stale value must not take the rest away
            check(parameter, ReportValues.value(parameter, text));
            return true;
        } catch (Problem stale) {
            return false;
        }
    }

    private String otherwise(ReportParameter parameter) {
        String said = parameter.otherwise();
        return switch (parameter.kind()) {
            case UNIT ->
                OWN_UNIT.equals(said) ? Long.toString(access.require().unitId()) : said != null ? said : only();
            case MONTH ->
                period(said, 1).map(day -> YearMonth.from(day).toString()).orElse(said);
            case HALF_YEAR ->
                period(said, 6)
                        .map(day -> Cadence.HALF_YEAR.periodOf(day).toString())
                        .orElse(said);
            case YEAR ->
                period(said, 12).map(day -> Integer.toString(day.getYear())).orElse(said);
            case DAY ->
                PERIOD_BEFORE.equals(said)
                        ? today().minusDays(1).toString()
                        : PERIOD_NOW.equals(said) ? today().toString() : said;
            default -> said;
        };
    }

    /** The caller's unit, where nothing lies below it. */
    private String only() {
        Caller caller = access.require();
        boolean alone =
                caller.unitId() != 0 && units.children(caller.unitId(), today()).isEmpty();
        return alone ? Long.toString(caller.unitId()) : null;
    }

    private Optional<LocalDate> period(String said, int months) {
        if (PERIOD_NOW.equals(said)) {
            return Optional.of(today());
        }
        return PERIOD_BEFORE.equals(said) ? Optional.of(today().minusMonths(months)) : Optional.empty();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    /** As people read them below a title: {@code Đơn vị: Xã Thạch Hà, Tỉnh Hà Tĩnh}. What cannot be read stays as it is. */
    List<String> words(ReportDefinition report, Map<String, String> texts) {
        List<String> words = new ArrayList<>();
        for (ReportParameter parameter : report.parameters()) {
            String text = texts.get(parameter.name());
            if (parameter.kind() == ReportParameter.Kind.FLAG) {
                if (Boolean.parseBoolean(text)) {
                    words.add(parameter.label());
                }
            } else if (text != null && !text.isBlank()) {
                words.add(parameter.label() + ": " + word(parameter, text));
            }
        }
        return words;
    }

    private String word(ReportParameter parameter, String text) {
        try {
            return word(parameter, ReportValues.value(parameter, text));
        } catch (Problem unreadable) {
            return text;
        }
    }

    private String word(ReportParameter parameter, Object value) {
        return switch (parameter.kind()) {
            case UNIT -> (long) value == 0 ? "Cả nước" : units.fullName((long) value);
            case MONTH -> Vietnamese.month(YearMonth.from((LocalDate) value));
            case HALF_YEAR -> half((LocalDate) value);
            case DAY -> Vietnamese.day((LocalDate) value);
            case NUMBER -> Money.format((long) value);
            case CODE ->
                codeLists
                        .byCode(parameter.codeList(), value.toString())
                        .map(CodeLists.Entry::name)
                        .orElse(value.toString());
            default -> value.toString();
        };
    }

    private static String half(LocalDate first) {
        return (first.getMonthValue() == 1 ? "6 tháng đầu năm " : "6 tháng cuối năm ") + first.getYear();
    }

    /** What tells a file from others of the same report: period and unit, {@code _2026-11_xa-thach-ha}. */
    String suffix(ReportDefinition report, Map<String, Object> bound) {
        StringBuilder suffix = new StringBuilder();
        for (ReportParameter parameter : report.parameters()) {
            Object value = bound.get(parameter.name());
            switch (parameter.kind()) {
                case MONTH -> append(suffix, value == null ? null : YearMonth.from((LocalDate) value));
                case HALF_YEAR -> append(suffix, value == null ? null : halfName((LocalDate) value));
                case YEAR, DAY -> append(suffix, value);
                default -> {}
            }
        }
        report.parameter(ReportParameter.Kind.UNIT)
                .map(parameter -> (Long) bound.get(parameter.name()))
                .filter(id -> id != 0)
                .flatMap(units::byId)
                .ifPresent(unit -> append(suffix, slug(unit.name())));
        return suffix.toString();
    }

    private static String halfName(LocalDate first) {
        return first.getYear() + "-" + (first.getMonthValue() == 1 ? "6-thang-dau" : "6-thang-cuoi");
    }

    private static void append(StringBuilder suffix, Object part) {
        if (part != null) {
            suffix.append('_').append(part);
        }
    }

    /** As a part of a file's name. */
    static String slug(String words) {
        return Vietnamese.fold(words).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }
}
