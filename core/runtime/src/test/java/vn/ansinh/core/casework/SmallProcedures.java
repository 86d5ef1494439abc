package vn.ansinh.core.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.ansinh.api.casework.Procedure;
import vn.ansinh.api.casework.Procedure.Certainty;
import vn.ansinh.api.casework.Procedure.Effect;
import vn.ansinh.api.casework.Procedure.FactQuestion;
import vn.ansinh.api.casework.Procedure.NationalCode;
import vn.ansinh.api.casework.Procedure.RequiredPaper;
import vn.ansinh.api.casework.Procedure.When;
import vn.ansinh.api.casework.Procedures;
import vn.ansinh.api.casework.Step;
import vn.ansinh.api.casework.Term;
import vn.ansinh.api.unit.AdministrativeUnit.Level;

/** Procedures as NĐ 20/2021 has them, before and after 2025-07-01, without a file. */
public final class SmallProcedures implements Procedures {

    static final LocalDate BEGIN = LocalDate.of(2021, 7, 1);
    static final LocalDate REFORM = LocalDate.of(2025, 7, 1);
    public static final String MONTHLY = "btxh.tro-cap-hang-thang";
    static final String ADJUST = "btxh.dieu-chinh";
    static final String END = "btxh.thoi-huong";
    static final String MOVE = "btxh.chuyen-noi-chi-tra";
    static final String MOVE_OUT = "btxh.chuyen-di";
    static final String FUNERAL = "btxh.mai-tang";

    private final List<Procedure> all = new ArrayList<>();

    public SmallProcedures() {
        both(MONTHLY, Effect.OPEN, List.of(), true);
        both(ADJUST, Effect.ADJUST, List.of(), false);
        both(END, Effect.END, List.of(), false);
        both(MOVE, Effect.MOVE, List.of(), false);
        both(MOVE_OUT, Effect.MOVE_OUT, List.of(), false);
        both(FUNERAL, Effect.ONCE, List.of("MT"), false);
    }

    private void both(String id, Effect effect, List<String> benefits, boolean posted) {
        all.add(procedure(id, "2021", BEGIN, REFORM, effect, benefits, steps(Level.DISTRICT, posted, effect)));
        all.add(procedure(id, "2025", REFORM, null, effect, benefits, steps(Level.COMMUNE, posted, effect)));
    }

    private static Procedure procedure(
            String id,
            String version,
            LocalDate from,
            LocalDate to,
            Effect effect,
            List<String> benefits,
            List<Step> steps) {
        boolean opens = effect == Effect.OPEN;
        return new Procedure(
                id,
                version,
                "btxh",
                "Thủ tục " + id.substring(5),
                new NationalCode("", Certainty.UNKNOWN),
                "Nghị định 20/2021/NĐ-CP",
                List.of(),
                from,
                to,
                effect,
                List.of(),
                List.of("Đối tượng"),
                opens
                        ? List.of(
                                new RequiredPaper("to-khai", "Tờ khai", false, true, null, List.of(), false),
                                new RequiredPaper(
                                        "giay-hiv",
                                        "Giấy xác nhận nhiễm HIV",
                                        true,
                                        true,
                                        new When("mang-thai", List.of("co")),
                                        List.of(),
                                        false),
                                new RequiredPaper(
                                        "giay-y-te", "Giấy của cơ quan y tế", true, false, null, List.of(), true),
                                new RequiredPaper(
                                        "giay-xet-nghiem",
                                        "Phiếu xét nghiệm",
                                        true,
                                        true,
                                        null,
                                        List.of("BT3", "BT8"),
                                        false))
                        : List.of(new RequiredPaper("van-ban", "Văn bản đề nghị", false, true, null, List.of(), false)),
                opens ? List.of(new FactQuestion("khuyet-tat.muc-do", true, List.of("BT6"))) : List.of(),
                benefits,
                steps,
                List.of());
    }

    private static List<Step> steps(Level decides, boolean posted, Effect effect) {
        List<Step> steps = new ArrayList<>();
        steps.add(step("tiep-nhan", Step.Kind.RECEPTION, Level.COMMUNE, false, 0, null));
        steps.add(step("xet-duyet", Step.Kind.REVIEW, Level.COMMUNE, false, 7, null));
        if (posted) {
            steps.add(step("niem-yet", Step.Kind.POSTING, Level.COMMUNE, false, 2, "xet-duyet"));
            steps.add(step("khieu-nai", Step.Kind.COMPLAINT, Level.COMMUNE, false, 10, null));
        }
        steps.add(step("de-nghi", Step.Kind.SUBMISSION, Level.COMMUNE, false, 3, null));
        steps.add(step("tham-dinh", Step.Kind.APPRAISAL, decides, false, 7, null));
        steps.add(step("quyet-dinh", Step.Kind.DECISION, decides, false, 3, null));
        if (effect == Effect.MOVE_OUT) {
            steps.add(step("xac-nhan", Step.Kind.SUBMISSION, Level.COMMUNE, true, 3, null));
            steps.add(step("tham-dinh-noi-den", Step.Kind.APPRAISAL, decides, true, 5, null));
            steps.add(step("quyet-dinh-noi-den", Step.Kind.DECISION, decides, true, 0, null));
        }
        steps.add(step("tra-ket-qua", Step.Kind.RESULT, Level.COMMUNE, effect == Effect.MOVE_OUT, 0, null));
        return steps;
    }

    private static Step step(String code, Step.Kind kind, Level level, boolean elsewhere, int days, String within) {
        return new Step(
                code,
                "Bước " + code,
                kind,
                level,
                elsewhere,
                days == 0 ? Term.NONE : new Term(days, Term.Unit.WORKING, false, ""),
                within,
                "",
                List.of(),
                "");
    }

    @Override
    public List<Procedure> on(LocalDate day) {
        return all.stream().filter(procedure -> procedure.holdsOn(day)).toList();
    }

    @Override
    public List<Procedure> versions(String id) {
        return all.stream().filter(procedure -> procedure.id().equals(id)).toList();
    }

    @Override
    public List<Procedure> versions() {
        return List.copyOf(all);
    }

    @Override
    public Optional<Procedure> version(String id, String version) {
        return versions(id).stream()
                .filter(procedure -> procedure.version().equals(version))
                .findFirst();
    }
}
