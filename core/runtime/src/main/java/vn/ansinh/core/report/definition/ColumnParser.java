package vn.ansinh.core.report.definition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.ansinh.api.report.ReportChart;
import vn.ansinh.api.report.ReportColumn;
import vn.ansinh.api.report.ReportColumn.Opens;
import vn.ansinh.api.report.ReportColumn.Privacy;
import vn.ansinh.api.report.ReportColumn.Type;
import vn.ansinh.core.extender.YamlMap;

/** Reads {@code cot}, {@code nhom} and {@code bieu-do}. */
final class ColumnParser {

    private static final int MOST_COLUMNS = 60;
    private static final int MOST_GROUPS = 4;
    private static final int MOST_CHARTS = 4;
    private static final int WIDEST = 120;
    private static final int USUAL = 14;
    private static final int LONGEST_TITLE = 120;

    private final YamlMap root;
    private final boolean sensitive;
    private final boolean asksUnit;
    private final List<ReportColumn> columns = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    ColumnParser(YamlMap root, boolean sensitive, boolean asksUnit) {
        this.root = root;
        this.sensitive = sensitive;
        this.asksUnit = asksUnit;
    }

    /** Columns that are right. */
    List<ReportColumn> columns() {
        List<YamlMap> maps = root.maps("cot");
        if (maps.isEmpty()) {
            root.fault("cot", "Báo cáo cần ít nhất một cột («cot»).");
        } else if (maps.size() > MOST_COLUMNS) {
            root.fault("cot", "Báo cáo có " + maps.size() + " cột; nhiều nhất " + MOST_COLUMNS + ".");
        }
        maps.forEach(this::column);
        if (!columns.isEmpty() && columns.stream().allMatch(column -> column.type() == Type.ORDINAL)) {
            root.fault("cot", "Báo cáo cần ít nhất một cột lấy từ truy vấn, ngoài cột thứ tự.");
        }
        return columns;
    }

    private void column(YamlMap map) {
        String name = map.formed("ten", ReportWords.NAME, "chữ thường không dấu, số, gạch dưới");
        String title = map.told("tieu-de", LONGEST_TITLE);
        String band = map.has("nhom-cot") ? map.told("nhom-cot", LONGEST_TITLE) : null;
        Type type = map.meaning("kieu", ReportWords.TYPES);
        Integer width = map.has("rong") ? map.integer("rong") : Integer.valueOf(USUAL);
        if (width != null && (width < 1 || width > WIDEST)) {
            map.fault("rong", "«rong» là số chữ, từ 1 đến " + WIDEST + ".");
        }
        Privacy privacy = map.meaning("rieng-tu", ReportWords.PRIVACIES, Privacy.PUBLIC);
        if (privacy == Privacy.SENSITIVE && !sensitive) {
            map.fault("rieng-tu", "Cột nhạy cảm chỉ có trong báo cáo khai «nhay-cam: true».");
        }
        boolean total = map.flag("tong");
        if (total && type != null && type != Type.MONEY && type != Type.NUMBER) {
            map.fault("tong", "Chỉ cột tiền (tien) và số (so) có tổng.");
        }
        Opens opens = map.meaning("mo", ReportWords.OPENS, Opens.NOTHING);
        String key = map.has("khoa") ? map.formed("khoa", ReportWords.NAME, "tên một cột của truy vấn") : null;
        if (opens != null && (opens == Opens.NOTHING) != (key == null) && !(map.has("khoa") && key == null)) {
            map.fault(opens == Opens.NOTHING ? "khoa" : "mo", "«mo» và «khoa» đi cùng nhau: mở cái gì, theo mã nào.");
        }
        if (opens == Opens.UNIT && !asksUnit) {
            map.fault("mo", "«mo: don-vi» chạy lại báo cáo cho đơn vị bên dưới, nên cần một tham số kiểu don-vi.");
        }
        map.finish();
        if (name != null && !names.add(name)) {
            map.fault("ten", "Cột «" + name + "» ghi hai lần.");
        } else if (name != null && title != null && type != null && width != null && privacy != null && opens != null) {
            columns.add(new ReportColumn(name, title, band, type, width, privacy, total, opens, key));
        }
    }

    /** Columns to group by. */
    List<String> groups() {
        List<String> groups = root.texts("nhom");
        if (groups.size() > MOST_GROUPS) {
            root.fault("nhom", "Nhiều nhất " + MOST_GROUPS + " cấp nhóm.");
        }
        if (new HashSet<>(groups).size() < groups.size()) {
            root.fault("nhom", "Một cột chỉ là nhóm một lần.");
        }
        groups.forEach(group -> exists(root, "nhom", group, false));
        return groups;
    }

    /** Charts that are right. */
    List<ReportChart> charts() {
        List<ReportChart> charts = new ArrayList<>();
        List<YamlMap> maps = root.maps("bieu-do");
        if (maps.size() > MOST_CHARTS) {
            root.fault("bieu-do", "Nhiều nhất " + MOST_CHARTS + " biểu đồ.");
        }
        for (YamlMap map : maps) {
            String title = map.told("ten", LONGEST_TITLE);
            ReportChart.Kind kind = map.meaning("kieu", ReportWords.CHARTS);
            String by = map.text("theo");
            List<String> of = map.texts("cot");
            if (of.isEmpty()) {
                map.fault("cot", "Biểu đồ cần ít nhất một cột số («cot»).");
            }
            boolean right = (by == null || exists(map, "theo", by, false))
                    & of.stream().allMatch(column -> exists(map, "cot", column, true));
            map.finish();
            if (title != null && kind != null && by != null && right) {
                charts.add(new ReportChart(title, kind, by, of));
            }
        }
        return charts;
    }

    private boolean exists(YamlMap map, String key, String name, boolean number) {
        for (ReportColumn column : columns) {
            if (column.name().equals(name)) {
                boolean fits = number
                        ? column.type() == Type.MONEY || column.type() == Type.NUMBER
                        : column.type() != Type.ORDINAL;
                if (!fits) {
                    map.fault(key, "Cột «" + name + "» không dùng được ở đây.");
                }
                return fits;
            }
        }
        // a column that is wrong itself was told where it stands
        if (!names.contains(name)) {
            map.fault(key, "Không có cột «" + name + "».");
        }
        return false;
    }
}
