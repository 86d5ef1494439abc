package vn.ansinh.core.review;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import vn.ansinh.api.review.ReviewKind;
import vn.ansinh.api.review.ReviewKind.Proposal;
import vn.ansinh.core.extender.Faults;
import vn.ansinh.core.extender.FileRefusedException;
import vn.ansinh.core.extender.YamlMap;
import vn.ansinh.core.review.ReviewRule.Look;
import vn.ansinh.core.review.ReviewRule.Who;

/** Reads a file of {@code ANSINH-INF/review}; its keys are Vietnamese without diacritics, for who knows the law. */
final class ReviewFile {

    private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int YEAR = 12;
    private static final int OLDEST = 120;

    private static final Map<String, Look> LOOKS = Map.of(
            "tuoi", Look.AGE,
            "tuoi-cua-con", Look.CHILD_AGE,
            "het-han", Look.EXPIRY,
            "keo-dai", Look.LASTING,
            "khong-nhan", Look.NOT_COLLECTED,
            "da-chet", Look.DECEASED);

    private static final Map<String, Who> PEOPLE =
            Map.of("dang-huong", Who.HOLDING, "chua-huong", Who.WITHOUT, "tat-ca", Who.ALL);

    private static final Map<String, Proposal> PROPOSALS = Map.of(
            "dieu-chinh", Proposal.ADJUST,
            "tam-dung", Proposal.SUSPEND,
            "thoi-huong", Proposal.END,
            "chuyen-che-do", Proposal.TRANSFER,
            "xet-moi", Proposal.CONSIDER);

    private final Faults faults;

    private ReviewFile(Faults faults) {
        this.faults = faults;
    }

    /**
     * The kinds of a file.
     *
     * @param file its name, for messages
     * @throws FileRefusedException with everything that is wrong, by line
     */
    static List<ReviewRule> read(String yaml, String file) {
        Faults faults = new Faults(file);
        YamlMap root = YamlMap.read(yaml, file, faults);
        List<ReviewRule> rules = root == null ? List.of() : new ReviewFile(faults).rules(root);
        faults.refuse();
        return rules;
    }

    private List<ReviewRule> rules(YamlMap root) {
        String program = root.text("chuong-trinh");
        List<ReviewRule> rules = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        if (!root.has("ra-soat")) {
            root.fault("ra-soat", "Thiếu «ra-soat»: danh sách những việc cần rà soát.");
        }
        for (YamlMap map : root.maps("ra-soat")) {
            ReviewRule rule = rule(program, map);
            map.finish();
            if (rule != null && !codes.add(rule.kind().code())) {
                map.fault("ma", "Mã «" + rule.kind().code() + "» ghi hai lần.");
            }
            rules.add(rule);
        }
        root.finish();
        return rules;
    }

    /** @return {@code null} when it is not understood */
    private ReviewRule rule(String program, YamlMap map) {
        int before = faults.count();
        String code = map.text("ma");
        if (code != null && !CODE.matcher(code).matches()) {
            map.fault("ma", "«" + code + "» phải là chữ thường không dấu, số và gạch nối.");
        }
        String name = map.text("ten");
        String clause = map.text("can-cu");
        Look look = choice(map, "kieu", LOOKS, null);
        Proposal proposal = choice(map, "de-xuat", PROPOSALS, null);
        String reason = map.text("ly-do", null);
        boolean sensitive = map.flag("nhay-cam");
        String neutral = map.text("ten-chung", null);
        if (sensitive != (neutral != null)) {
            map.fault("nhay-cam", "Việc nhạy cảm cần «ten-chung»: tên cho người không được xem thông tin nhạy cảm.");
        }
        List<String> benefits = map.texts("che-do");
        Who who = choice(map, "nguoi", PEOPLE, Who.HOLDING);
        List<String> facts = map.texts("su-kien");
        List<Integer> months = look == null ? List.of() : months(map, look);
        if (look != null) {
            check(map, look, who, proposal, benefits, facts);
        }
        if (faults.count() > before) {
            return null;
        }
        ReviewKind kind = new ReviewKind(program, code, name, clause, proposal, reason, sensitive);
        return new ReviewRule(kind, neutral, look, who, benefits, months, facts);
    }

    private static void check(
            YamlMap map, Look look, Who who, Proposal proposal, List<String> benefits, List<String> facts) {
        boolean asksFacts = look == Look.CHILD_AGE || look == Look.EXPIRY || look == Look.LASTING;
        if (asksFacts == facts.isEmpty()) {
            map.fault(
                    "su-kien",
                    asksFacts
                            ? "Kiểu này cần «su-kien»: mã sự kiện cần xem."
                            : "Kiểu này không xem sự kiện; hãy bỏ «su-kien».");
        }
        if (who == Who.WITHOUT && (look != Look.AGE || !benefits.isEmpty())) {
            map.fault("nguoi", "«chua-huong» chỉ dùng với kiểu «tuoi» và không có «che-do».");
        }
        if (who == Who.ALL && (look != Look.LASTING || !benefits.isEmpty())) {
            map.fault("nguoi", "«tat-ca» chỉ dùng với kiểu «keo-dai» và không có «che-do».");
        }
        if ((proposal == Proposal.CONSIDER) != (who == Who.WITHOUT)) {
            map.fault("de-xuat", "«xet-moi» và «nguoi: chua-huong» đi cùng nhau.");
        }
    }

    /** Ages in years or months, or how long. */
    private static List<Integer> months(YamlMap map, Look look) {
        List<Integer> months = new ArrayList<>();
        boolean ages = look == Look.AGE || look == Look.CHILD_AGE;
        if (ages && map.has("tuoi")) {
            numbers(map, "tuoi", OLDEST).forEach(years -> months.add(years * YEAR));
        }
        if (look != Look.EXPIRY && look != Look.DECEASED && map.has("thang")) {
            months.addAll(numbers(map, "thang", OLDEST * YEAR));
        }
        boolean none = look == Look.EXPIRY || look == Look.DECEASED;
        if (!none && months.isEmpty()) {
            map.fault(
                    ages ? "tuoi" : "thang",
                    ages ? "Thiếu «tuoi» (năm) hoặc «thang»." : "Thiếu «thang»: bao nhiêu tháng.");
        } else if (!none && !ages && months.size() != 1) {
            map.fault("thang", "«thang» là một số ở kiểu này.");
        }
        return months;
    }

    private static List<Integer> numbers(YamlMap map, String key, int most) {
        List<Integer> numbers = new ArrayList<>();
        for (String text : map.texts(key)) {
            if (text.matches("[1-9][0-9]{0,3}") && Integer.parseInt(text) <= most) {
                numbers.add(Integer.valueOf(text));
            } else {
                map.fault(key, "«" + text + "» phải là số từ 1 đến " + most + ".");
            }
        }
        return numbers;
    }

    private static <T> T choice(YamlMap map, String key, Map<String, T> choices, T otherwise) {
        String text = otherwise == null ? map.text(key) : map.text(key, null);
        if (text == null) {
            return otherwise;
        }
        T chosen = choices.get(text.toLowerCase(Locale.ROOT));
        if (chosen == null) {
            map.fault(
                    key,
                    "«" + key + ": " + text + "» phải là một trong: "
                            + String.join(
                                    ", ", choices.keySet().stream().sorted().toList()) + ".");
        }
        return chosen;
    }
}
