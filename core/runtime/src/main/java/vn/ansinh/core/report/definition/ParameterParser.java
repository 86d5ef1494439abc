package vn.ansinh.core.report.definition;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.ansinh.api.deadline.Cadence;
import vn.ansinh.api.report.ReportParameter;
import vn.ansinh.api.report.ReportParameter.Kind;
import vn.ansinh.core.extender.Place;
import vn.ansinh.core.extender.YamlMap;

/** Reads {@code tham-so}. */
final class ParameterParser {

    private static final int MOST = 16;
    private static final int LONGEST = 80;

    private final YamlMap root;
    private final List<ReportParameter> parameters = new ArrayList<>();
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final Map<String, Place> lists = new HashMap<>();
    private final Set<String> names = new HashSet<>();

    ParameterParser(YamlMap root) {
        this.root = root;
    }

    /** Parameters that are right. */
    List<ReportParameter> parameters() {
        List<YamlMap> maps = root.maps("tham-so");
        if (maps.size() > MOST) {
            root.fault("tham-so", "Nhiều nhất " + MOST + " tham số.");
        }
        maps.forEach(this::parameter);
        return parameters;
    }

    /** Every name that stands there, of parameters that are wrong too, with its place. */
    Map<String, Place> places() {
        return places;
    }

    /** Where code lists are named, by parameter. */
    Map<String, Place> lists() {
        return lists;
    }

    private void parameter(YamlMap map) {
        String name = map.formed("ten", ReportWords.NAME, "chữ thường không dấu, số, gạch dưới");
        String label = map.told("nhan", LONGEST);
        Kind kind = map.meaning("kieu", ReportWords.KINDS);
        String otherwise = map.has("mac-dinh") ? map.told("mac-dinh", LONGEST) : null;
        boolean required = !map.has("bat-buoc") || map.flag("bat-buoc");
        String list = map.has("danh-muc") ? map.text("danh-muc") : null;
        if (kind != null && (kind == Kind.CODE) != map.has("danh-muc")) {
            map.fault("danh-muc", "Tham số kiểu danh-muc, và chỉ kiểu ấy, có «danh-muc»: mã danh mục.");
        }
        boolean fits = otherwise == null || kind == null || isValue(kind, otherwise);
        if (!fits) {
            map.fault("mac-dinh", "«mac-dinh: " + otherwise + "» không phải là " + notation(kind) + ".");
        }
        map.finish();
        if (name == null) {
            return;
        }
        if (!names.add(name)) {
            map.fault("ten", "Tham số «" + name + "» ghi hai lần.");
            return;
        }
        places.put(name, map.place("ten"));
        if (list != null) {
            lists.put(name, map.place("danh-muc"));
        }
        if (label != null && kind != null && fits) {
            parameters.add(new ReportParameter(name, label, kind, otherwise, required, list));
        }
    }

    private static boolean isValue(Kind kind, String value) {
        boolean period = value.equals("ky-nay") || value.equals("ky-truoc");
        try {
            return switch (kind) {
                case UNIT -> value.equals("cua-toi");
                case MONTH -> period || YearMonth.parse(value) != null;
                case HALF_YEAR ->
                    period || Cadence.HALF_YEAR.periodOf(LocalDate.parse(value)).equals(LocalDate.parse(value));
                case YEAR -> period || value.matches("[12]\\d{3}");
                case DAY -> period || LocalDate.parse(value) != null;
                case FLAG -> value.equals("true") || value.equals("false");
                case NUMBER -> value.matches("-?\\d{1,18}");
                case CODE, TEXT -> true;
            };
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static String notation(Kind kind) {
        return switch (kind) {
            case UNIT -> "cua-toi (đơn vị của người dùng)";
            case MONTH -> "ky-nay, ky-truoc hoặc tháng như 2026-07";
            case HALF_YEAR -> "ky-nay, ky-truoc hoặc ngày đầu sáu tháng như 2026-07-01";
            case YEAR -> "ky-nay, ky-truoc hoặc năm như 2026";
            case DAY -> "ky-nay, ky-truoc hoặc ngày như 2026-07-01";
            case FLAG -> "true hoặc false";
            case NUMBER -> "số nguyên";
            case CODE, TEXT -> "chữ";
        };
    }
}
