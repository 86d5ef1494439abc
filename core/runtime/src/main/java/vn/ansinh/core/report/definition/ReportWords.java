package vn.ansinh.core.report.definition;

import java.util.Map;
import java.util.regex.Pattern;
import vn.ansinh.api.deadline.Cadence;
import vn.ansinh.api.report.ReportChart;
import vn.ansinh.api.report.ReportColumn.Opens;
import vn.ansinh.api.report.ReportColumn.Privacy;
import vn.ansinh.api.report.ReportColumn.Type;
import vn.ansinh.api.report.ReportParameter.Kind;
import vn.ansinh.api.unit.AdministrativeUnit.Level;
import vn.ansinh.core.extender.YamlMap;

/** The words of report files and what they mean. */
final class ReportWords {

    static final Map<String, Kind> KINDS = YamlMap.words(
            "don-vi", Kind.UNIT,
            "thang", Kind.MONTH,
            "nua-nam", Kind.HALF_YEAR,
            "nam", Kind.YEAR,
            "ngay", Kind.DAY,
            "danh-muc", Kind.CODE,
            "co-khong", Kind.FLAG,
            "so", Kind.NUMBER,
            "chu", Kind.TEXT);

    static final Map<String, Type> TYPES = YamlMap.words(
            "chu", Type.TEXT,
            "tien", Type.MONEY,
            "so", Type.NUMBER,
            "ngay", Type.DATE,
            "thang", Type.MONTH,
            "thu-tu", Type.ORDINAL);

    static final Map<String, Privacy> PRIVACIES =
            YamlMap.words("cong-khai", Privacy.PUBLIC, "ca-nhan", Privacy.PERSONAL, "nhay-cam", Privacy.SENSITIVE);

    static final Map<String, Opens> OPENS =
            YamlMap.words("nguoi", Opens.PERSON, "danh-sach", Opens.PAYROLL, "don-vi", Opens.UNIT);

    static final Map<String, ReportChart.Kind> CHARTS =
            YamlMap.words("cot", ReportChart.Kind.BAR, "duong", ReportChart.Kind.LINE);

    static final Map<String, Level> LEVELS =
            YamlMap.words("xa", Level.COMMUNE, "huyen", Level.DISTRICT, "tinh", Level.PROVINCE);

    static final Map<String, Cadence> CADENCES = YamlMap.words("thang", Cadence.MONTH, "nua-nam", Cadence.HALF_YEAR);

    /** Names of columns and parameters, as the database has them. */
    static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    /** At least two words: the first is the program's, or the province's own. */
    static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z0-9][a-z0-9-]*)+");

    static final Pattern VERSION = Pattern.compile("\\d{1,6}(\\.\\d{1,6}){0,2}");

    private ReportWords() {}
}
