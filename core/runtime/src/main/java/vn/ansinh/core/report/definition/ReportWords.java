package vn.ansinh.core.report.definition;

import java.util.Collections;
import java.util.LinkedHashMap;
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

    static final Map<String, Kind> KINDS = ordered(
            "don-vi", Kind.UNIT,
            "thang", Kind.MONTH,
            "nua-nam", Kind.HALF_YEAR,
            "nam", Kind.YEAR,
            "ngay", Kind.DAY,
            "danh-muc", Kind.CODE,
            "co-khong", Kind.FLAG,
            "so", Kind.NUMBER,
            "chu", Kind.TEXT);

    static final Map<String, Type> TYPES = ordered(
            "chu", Type.TEXT,
            "tien", Type.MONEY,
            "so", Type.NUMBER,
            "ngay", Type.DATE,
            "thang", Type.MONTH,
            "thu-tu", Type.ORDINAL);

    static final Map<String, Privacy> PRIVACIES =
            ordered("cong-khai", Privacy.PUBLIC, "ca-nhan", Privacy.PERSONAL, "nhay-cam", Privacy.SENSITIVE);

    static final Map<String, Opens> OPENS =
            ordered("nguoi", Opens.PERSON, "danh-sach", Opens.PAYROLL, "don-vi", Opens.UNIT);

    static final Map<String, ReportChart.Kind> CHARTS =
            ordered("cot", ReportChart.Kind.BAR, "duong", ReportChart.Kind.LINE);

    static final Map<String, Level> LEVELS =
            ordered("xa", Level.COMMUNE, "huyen", Level.DISTRICT, "tinh", Level.PROVINCE);

    static final Map<String, Cadence> CADENCES = ordered("thang", Cadence.MONTH, "nua-nam", Cadence.HALF_YEAR);

    /** Names of columns and parameters, as the database has them. */
    static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    /** At least two words: the first is the program's, or the province's own. */
    static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z0-9][a-z0-9-]*)+");

    static final Pattern VERSION = Pattern.compile("\\d{1,6}(\\.\\d{1,6}){0,2}");

    private static final int LONGEST = 80;

    private ReportWords() {}

    /** What a word means; {@code null}, and told, when it is none of these. */
    static <T> T meaning(YamlMap map, String key, Map<String, T> words) {
        String word = map.text(key);
        T meaning = word == null ? null : words.get(word);
        if (word != null && meaning == null) {
            map.fault(key, "«" + key + ": " + word + "» phải là một trong: " + String.join(", ", words.keySet()) + ".");
        }
        return meaning;
    }

    /** As {@link #meaning}, of a key that may be left out. */
    static <T> T meaning(YamlMap map, String key, Map<String, T> words, T otherwise) {
        return map.has(key) ? meaning(map, key, words) : otherwise;
    }

    /** A text of a form and a length; {@code null}, and told, when it is not. */
    static String formed(YamlMap map, String key, Pattern form, String told) {
        String text = map.text(key);
        if (text != null && (text.length() > LONGEST || !form.matcher(text).matches())) {
            map.fault(key, "«" + key + ": " + text + "» phải là " + told + ".");
            return null;
        }
        return text;
    }

    /** A text that people read; too long is told. */
    static String told(YamlMap map, String key, int longest) {
        String text = map.text(key);
        if (text != null && text.length() > longest) {
            map.fault(key, "«" + key + "» dài quá " + longest + " chữ.");
        }
        return text;
    }

    @SuppressWarnings("unchecked") // the callers alternate words and meanings
    private static <T> Map<String, T> ordered(Object... words) {
        Map<String, T> ordered = new LinkedHashMap<>();
        for (int i = 0; i < words.length; i += 2) {
            ordered.put((String) words[i], (T) words[i + 1]);
        }
        return Collections.unmodifiableMap(ordered);
    }
}
