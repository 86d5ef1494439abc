package vn.ansinh.core.casework.procedure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import vn.ansinh.api.casework.Procedure;
import vn.ansinh.api.casework.Procedure.Certainty;
import vn.ansinh.api.casework.Procedure.Effect;
import vn.ansinh.api.casework.Procedure.FactQuestion;
import vn.ansinh.api.casework.Procedure.NationalCode;
import vn.ansinh.api.casework.Procedure.RequiredPaper;
import vn.ansinh.api.casework.Procedure.When;
import vn.ansinh.api.casework.Step;
import vn.ansinh.core.extender.Faults;
import vn.ansinh.core.extender.FileRefusedException;
import vn.ansinh.core.extender.Place;
import vn.ansinh.core.extender.YamlMap;

/**
 * Reads the notation of a procedure, and whether it is right by itself. Whether there are the facts and benefits that it names is
 * asked by {@link ProcedureShelf}.
 */
final class ProcedureParser {

    /** At least two words: the first is the program's. */
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z0-9][a-z0-9-]*)+");

    private static final Pattern VERSION = Pattern.compile("\\d{1,6}(\\.\\d{1,6}){0,2}");
    private static final Pattern PROGRAM = Pattern.compile("[a-z][a-z0-9-]*");
    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_TEXT = 1_000;

    private static final Map<String, Effect> EFFECTS = YamlMap.words(
            "mo", Effect.OPEN,
            "dieu-chinh", Effect.ADJUST,
            "thoi", Effect.END,
            "chuyen", Effect.MOVE,
            "chuyen-di", Effect.MOVE_OUT,
            "mot-lan", Effect.ONCE);

    private static final Map<String, Certainty> CERTAINTIES = YamlMap.words(
            "van-ban", Certainty.TEXT,
            "kho-ma", Certainty.PUBLIC_DATA,
            "tri-nho", Certainty.MEMORY,
            "chua-ro", Certainty.UNKNOWN);

    private final YamlMap root;
    private final Faults faults;
    private final Map<String, Place> places = new HashMap<>();

    private ProcedureParser(YamlMap root, Faults faults) {
        this.root = root;
        this.faults = faults;
    }

    /**
     * Reads a file.
     *
     * @param file name, for messages
     * @throws FileRefusedException with all that is wrong in it
     */
    static ProcedureReading read(String source, String file) {
        Faults faults = new Faults(file);
        YamlMap root = YamlMap.read(source, file, faults);
        ProcedureParser parser = new ProcedureParser(root, faults);
        Procedure procedure = root == null ? null : parser.read();
        faults.refuse();
        return new ProcedureReading(procedure, file, source, parser.places);
    }

    /** @return {@code null} when it was not understood */
    private Procedure read() {
        String id = root.formed("thu-tuc", ID, "mã của chương trình, dấu chấm, tên không dấu, như btxh.mai-tang");
        String version = root.formed("phien-ban", VERSION, "số phiên bản như \"2021\"");
        String program = root.formed("chuong-trinh", PROGRAM, "mã chương trình, chữ thường không dấu");
        if (id != null && program != null && !id.startsWith(program + ".")) {
            root.fault("thu-tuc", "«thu-tuc: " + id + "» phải bắt đầu bằng «" + program + ".».");
        }
        String name = root.told("ten", LONGEST_TITLE);
        NationalCode code = code();
        String basis = root.told("can-cu", LONGEST_TEXT);
        List<String> citations = sentences("can-cu-ban-hanh");
        YamlMap force = root.map("hieu-luc");
        LocalDate from = force == null ? null : force.day("tu");
        LocalDate last = force != null && force.has("den") ? force.day("den") : null;
        if (from != null && last != null && last.isBefore(from)) {
            force.fault("den", "Ngày cuối cùng «den» phải từ ngày đầu tiên «tu» trở đi.");
        }
        finish(force);
        Effect effect = root.meaning("ket-qua", EFFECTS);
        List<String> benefits = root.texts("che-do");
        benefits.forEach(benefit -> places.put(ProcedureReading.benefit(benefit), root.place("che-do")));
        List<RequiredPaper> papers = papers(benefits);
        List<FactQuestion> questions = questions(benefits);
        List<String> notes = sentences("luu-y");
        List<Step> steps = new StepParser(root).steps(effect, !notes.isEmpty());
        List<String> guidance = sentences("huong-dan");
        List<String> applicants = sentences("nguoi-nop");
        root.finish();
        if (faults.count() > 0) {
            return null;
        }
        return new Procedure(
                id,
                version,
                program,
                name,
                code,
                basis,
                citations,
                from,
                last == null ? null : last.plusDays(1),
                effect,
                guidance,
                applicants,
                papers,
                questions,
                benefits,
                steps,
                notes);
    }

    private NationalCode code() {
        if (!root.has("ma")) {
            return new NationalCode("", Certainty.UNKNOWN);
        }
        YamlMap map = root.map("ma");
        if (map == null) {
            return null;
        }
        String value = map.text("so");
        Certainty certainty = map.meaning("do-tin", CERTAINTIES);
        map.finish();
        return new NationalCode(value, certainty);
    }

    private List<String> sentences(String key) {
        List<String> sentences = root.texts(key);
        for (String sentence : sentences) {
            if (sentence.isBlank() || sentence.length() > LONGEST_TEXT) {
                root.fault(key, "Mỗi đoạn của «" + key + "» phải có chữ và không dài quá " + LONGEST_TEXT + " chữ.");
            }
        }
        return sentences;
    }

    private List<RequiredPaper> papers(List<String> benefits) {
        List<RequiredPaper> papers = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (YamlMap map : root.maps("giay-to")) {
            String code = map.formed("ma", StepParser.CODE, StepParser.CODE_TOLD);
            if (code != null && !codes.add(code)) {
                map.fault("ma", "Giấy tờ «" + code + "» ghi hai lần.");
            }
            String name = map.told("ten", LONGEST_TITLE);
            boolean shown = map.flag("xuat-trinh");
            boolean required = !map.has("bat-buoc") || map.flag("bat-buoc");
            When when = map.has("khi") ? when(map.map("khi")) : null;
            List<String> only = only(map, benefits);
            boolean sensitive = map.flag("nhay-cam");
            map.finish();
            papers.add(new RequiredPaper(code, name, shown, required, when, only, sensitive));
        }
        return papers;
    }

    private When when(YamlMap map) {
        if (map == null) {
            return null;
        }
        String key = map.text("khoa");
        List<String> values = map.texts("gia-tri");
        remember(key, map);
        values.forEach(value -> places.put(ProcedureReading.value(key, value), map.place("gia-tri")));
        map.finish();
        return key == null ? null : new When(key, values);
    }

    private List<FactQuestion> questions(List<String> benefits) {
        List<FactQuestion> questions = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (YamlMap map : root.maps("hoi")) {
            String key = map.text("khoa");
            remember(key, map);
            if (key != null && !keys.add(key)) {
                map.fault("khoa", "«" + key + "» hỏi hai lần.");
            }
            boolean required = map.flag("bat-buoc");
            List<String> only = only(map, benefits);
            map.finish();
            questions.add(new FactQuestion(key, required, only));
        }
        return questions;
    }

    /**
     * For which benefits a paper or a question is.
     *
     * @param benefits those of the procedure, empty for all of the program: what is for another one would never be asked
     */
    private List<String> only(YamlMap map, List<String> benefits) {
        List<String> only = map.texts("che-do");
        only.forEach(benefit -> places.putIfAbsent(ProcedureReading.benefit(benefit), map.place("che-do")));
        List<String> others = only.stream()
                .filter(benefit -> !benefits.isEmpty() && !benefits.contains(benefit))
                .toList();
        if (!others.isEmpty()) {
            map.fault("che-do", "Thủ tục không gồm chế độ " + String.join(", ", others) + ".");
        }
        return only;
    }

    private void remember(String key, YamlMap map) {
        if (key != null) {
            places.putIfAbsent(ProcedureReading.key(key), map.place("khoa"));
        }
    }

    private static void finish(YamlMap map) {
        if (map != null) {
            map.finish();
        }
    }
}
