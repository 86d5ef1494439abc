package vn.ansinh.core.casework.procedure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import vn.ansinh.api.casework.Procedure.Effect;
import vn.ansinh.api.casework.Step;
import vn.ansinh.api.casework.Step.Kind;
import vn.ansinh.api.casework.Term;
import vn.ansinh.api.casework.Term.Unit;
import vn.ansinh.api.unit.AdministrativeUnit.Level;
import vn.ansinh.core.extender.YamlMap;

/** Reads the steps of a procedure, and whether they make a way from reception to a decision. */
final class StepParser {

    /** Codes of steps and papers. */
    static final Pattern CODE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    static final String CODE_TOLD = "chữ thường không dấu, số, gạch nối";

    private static final int LONGEST = 300;
    private static final int MOST_DAYS = 3_650;

    private static final Map<String, Kind> KINDS = YamlMap.words(
            "tiep-nhan", Kind.RECEPTION,
            "xet-duyet", Kind.REVIEW,
            "niem-yet", Kind.POSTING,
            "khieu-nai", Kind.COMPLAINT,
            "trinh", Kind.SUBMISSION,
            "tham-dinh", Kind.APPRAISAL,
            "quyet-dinh", Kind.DECISION,
            "tra-ket-qua", Kind.RESULT);

    private static final Map<Kind, String> NAMES = Map.of(
            Kind.RECEPTION, "Tiếp nhận",
            Kind.REVIEW, "Rà soát, xét duyệt",
            Kind.POSTING, "Niêm yết công khai",
            Kind.COMPLAINT, "Giải quyết khiếu nại",
            Kind.SUBMISSION, "Trình, đề nghị",
            Kind.APPRAISAL, "Thẩm định",
            Kind.DECISION, "Quyết định",
            Kind.RESULT, "Trả kết quả");

    private static final Map<String, Level> LEVELS =
            YamlMap.words("xa", Level.COMMUNE, "huyen", Level.DISTRICT, "tinh", Level.PROVINCE);

    private static final Map<String, Unit> UNITS = YamlMap.words("ngay-lam-viec", Unit.WORKING, "ngay", Unit.CALENDAR);

    private static final Map<String, Boolean> PLACES = YamlMap.words("cu", false, "moi", true);

    private final YamlMap root;

    StepParser(YamlMap root) {
        this.root = root;
    }

    /**
     * Reads the steps.
     *
     * @param effect of the decision, {@code null} when it was not understood
     * @param noted whether the file says anywhere what is not certain
     */
    List<Step> steps(Effect effect, boolean noted) {
        List<YamlMap> maps = root.maps("buoc");
        List<Step> steps = new ArrayList<>();
        Map<String, Step> earlier = new HashMap<>();
        for (YamlMap map : maps) {
            Step step = step(map);
            within(map, step, earlier);
            if (step.code() != null && earlier.putIfAbsent(step.code(), step) != null) {
                map.fault("ma", "Bước «" + step.code() + "» ghi hai lần.");
            }
            if (step.elsewhere() && effect != null && effect != Effect.MOVE_OUT) {
                map.fault("noi", "Chỉ thủ tục có «ket-qua: chuyen-di» mới có bước ở nơi mới.");
            }
            if (step.term() != null && step.term().provisional() && !noted) {
                map.fault("han", "Thời hạn chưa đọc được trong văn bản thì «luu-y» phải nói rõ điều đó.");
            }
            steps.add(step);
        }
        way(maps, steps, effect);
        return steps;
    }

    private Step step(YamlMap map) {
        String code = map.formed("ma", CODE, CODE_TOLD);
        Kind kind = map.meaning("loai", KINDS);
        String name =
                map.has("ten") ? map.told("ten", LONGEST) : NAMES.getOrDefault(kind == null ? Kind.REVIEW : kind, "");
        Level level = map.meaning("cap", LEVELS);
        Boolean elsewhere = map.meaning("noi", PLACES, false);
        String basis = map.has("can-cu") ? map.told("can-cu", LONGEST) : "";
        Term term = map.has("han") ? term(map.map("han")) : Term.NONE;
        String within = map.has("trong") ? map.text("trong") : null;
        List<String> papers = map.texts("van-ban");
        for (String paper : papers) {
            if (!CODE.matcher(paper).matches()) {
                map.fault("van-ban", "«" + paper + "» phải là mã mẫu văn bản: " + CODE_TOLD + ".");
            }
        }
        String addressee = map.has("gui") ? map.told("gui", LONGEST) : "";
        if (map.has("gui") && kind != Kind.SUBMISSION) {
            map.fault("gui", "Chỉ bước “loai: trinh” mới ghi “gui”: văn bản của bước gửi cơ quan nào.");
        }
        map.finish();
        return new Step(
                code, name, kind, level, Boolean.TRUE.equals(elsewhere), term, within, basis, papers, addressee);
    }

    private Term term(YamlMap map) {
        if (map == null) {
            return null;
        }
        boolean unread = map.flag("chua-doc");
        boolean unchecked = map.flag("chua-doi-chieu");
        String basis = map.has("can-cu") ? map.told("can-cu", LONGEST) : "";
        Unit unit = map.meaning("kieu", UNITS, Unit.WORKING);
        Integer days = null;
        if (unread) {
            for (String key : List.of("so", "kieu", "chua-doi-chieu")) {
                if (map.has(key)) {
                    map.fault(key, "Thời hạn chưa đọc được («chua-doc») thì không ghi «" + key + "».");
                }
            }
        } else {
            days = map.integer("so");
            if (days != null && (days < 1 || days > MOST_DAYS)) {
                map.fault("so", "«so» phải từ 1 đến " + MOST_DAYS + " ngày.");
                days = null;
            }
        }
        map.finish();
        if (unread) {
            return new Term(0, Unit.WORKING, true, basis == null ? "" : basis);
        }
        return days == null || unit == null || basis == null ? null : new Term(days, unit, unchecked, basis);
    }

    /** The step whose term covers this one comes before it, has a term of its own, and one that is not shorter. */
    private static void within(YamlMap map, Step step, Map<String, Step> earlier) {
        if (step.within() == null) {
            return;
        }
        Step cover = earlier.get(step.within());
        if (cover == null) {
            map.fault("trong", "«trong: " + step.within() + "» phải là mã của một bước đứng trước.");
        } else if (cover.within() != null) {
            map.fault("trong", "Bước «" + cover.code() + "» đã nằm trong hạn của bước khác.");
        } else if (step.kind() == Kind.COMPLAINT) {
            map.fault("trong", "Thời gian giải quyết khiếu nại được cộng thêm, không nằm trong hạn của bước khác.");
        } else if (step.term() != null
                && cover.term() != null
                && step.term().known()
                && cover.term().known()
                && step.term().unit() == cover.term().unit()
                && step.term().days() > cover.term().days()) {
            map.fault("trong", "Hạn của bước này dài hơn hạn của bước «" + cover.code() + "».");
        }
    }

    private void way(List<YamlMap> maps, List<Step> steps, Effect effect) {
        if (steps.isEmpty()) {
            root.fault("buoc", "Thiếu các bước «buoc».");
            return;
        }
        if (steps.get(0).kind() != Kind.RECEPTION) {
            maps.get(0).fault("loai", "Bước đầu tiên phải là «loai: tiep-nhan».");
        }
        boolean decided = false;
        boolean moved = false;
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            if (i > 0 && step.kind() == Kind.RECEPTION && !step.elsewhere()) {
                maps.get(i).fault("loai", "Chỉ có một bước tiếp nhận.");
            }
            if (moved && !step.elsewhere()) {
                maps.get(i).fault("noi", "Sau bước ở nơi mới không còn bước ở nơi cũ.");
            }
            if (step.elsewhere() && !moved && !decided) {
                maps.get(i).fault("noi", "Trước khi sang nơi mới phải có bước quyết định ở nơi cũ.");
            }
            if (step.kind() == Kind.POSTING && step.term() == Term.NONE) {
                maps.get(i).fault("ma", "Bước niêm yết phải có «han»: niêm yết ít nhất bao nhiêu ngày.");
            }
            decided |= step.kind() == Kind.DECISION;
            moved |= step.elsewhere();
        }
        if (!decided) {
            root.fault("buoc", "Thiếu bước «loai: quyet-dinh».");
        }
        if (effect == Effect.MOVE_OUT && !moved) {
            root.fault("buoc", "Thủ tục chuyển đi phải có bước ở nơi mới («noi: moi»).");
        }
    }
}
