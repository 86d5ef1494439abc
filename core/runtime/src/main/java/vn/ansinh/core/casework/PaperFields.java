package vn.ansinh.core.casework;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import vn.ansinh.api.casework.CaseDetail.Draft;
import vn.ansinh.api.casework.Procedure.Effect;
import vn.ansinh.api.casework.Procedure.RequiredPaper;
import vn.ansinh.api.casework.Step;
import vn.ansinh.api.codelist.CodeLists;
import vn.ansinh.api.fact.FactKey;
import vn.ansinh.api.identity.Person;
import vn.ansinh.api.policy.Benefit;
import vn.ansinh.api.text.Money;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.core.paper.UnitHead;
import vn.ansinh.core.sql.Rows;

/** What papers say of a case, by the fields of the shipped templates. */
final class PaperFields {

    private static final String LATER = "theo thông báo của cơ quan tiếp nhận";
    /** Code list of why rights begin, change and end. */
    static final String REASONS = "ly-do-tang-giam";

    private final CaseAct act;
    private final CaseRow row;
    private final Person person;
    private final Map<String, Object> fields = new HashMap<>();

    PaperFields(CaseAct act) {
        this.act = act;
        this.row = act.row();
        this.person =
                act.desk.knowing(() -> act.desk.people().byId(row.personId())).orElseThrow(CaseAct::unknown);
        application();
    }

    Map<String, Object> map() {
        return fields;
    }

    PaperFields and(String field, Object value) {
        fields.put(field, value);
        return this;
    }

    private void application() {
        fields.put("ma_ho_so", row.number());
        fields.put("thu_tuc", act.procedure.name());
        fields.put("nguoi_nop", row.applicant().name());
        fields.put("dien_thoai", row.applicant().phone());
        fields.put("ho_ten", person.fullName());
        fields.put("ngay_sinh", born());
        fields.put("dia_chi", address());
        fields.put("ngay_tiep_nhan", Vietnamese.day(row.receivedOn()));
        fields.put("ngay_hen", row.promisedOn() == null ? LATER : Vietnamese.day(row.promisedOn()));
        fields.put("con_thieu", missing());
        fields.put("giay_to", papers());
        fields.put("can_cu", cited());
        fields.put("ve_viec", "Về việc " + Vietnamese.lowerFirst(act.procedure.name()));
        fields.put("thi_hanh", "Thủ trưởng các cơ quan, đơn vị có liên quan");
    }

    /** What a decision rests on, each on a line of its own (NĐ 30/2020/NĐ-CP, phụ lục I, mục II khoản 6 điểm a). */
    private String cited() {
        return act.procedure.citations().isEmpty()
                ? "Căn cứ " + act.procedure.basis() + "."
                : String.join("\n", act.procedure.citations());
    }

    private String born() {
        return person.birth().yearOnly()
                ? Integer.toString(person.birth().date().getYear())
                : Vietnamese.day(person.birth().date());
    }

    private String address() {
        String unit = act.desk.units().fullName(person.unitId());
        return person.address() == null ? unit : person.address() + ", " + unit;
    }

    private String missing() {
        if (row.missing().isEmpty() || row.sensitive()) {
            return row.missing().isEmpty() ? "" : "Còn thiếu giấy tờ, thông tin như đã hướng dẫn";
        }
        Map<String, String> names =
                act.procedure.papers().stream().collect(Collectors.toMap(RequiredPaper::code, RequiredPaper::name));
        return "Còn thiếu: "
                + row.missing().stream()
                        .map(code -> names.getOrDefault(
                                code,
                                act.desk.facts().key(code).map(FactKey::label).orElse(code)))
                        .collect(Collectors.joining("; "));
    }

    private List<Map<String, String>> papers() {
        List<Map<String, String>> rows = new ArrayList<>();
        if (row.sensitive()) {
            return List.of(Map.of("stt", "1", "ten", "Tờ khai và giấy tờ kèm theo", "so_ban", "01", "ghi_chu", ""));
        }
        Secrets secrets = new Secrets(act.desk);
        for (RequiredPaper paper : act.procedure.papers()) {
            if (row.papers().contains(paper.code())) {
                rows.add(Map.of(
                        "stt",
                        Integer.toString(rows.size() + 1),
                        "ten",
                        secrets.of(paper) ? "Giấy tờ khác" : paper.name(),
                        "so_ban",
                        "01",
                        "ghi_chu",
                        paper.shown() ? "Xuất trình" : "Nộp"));
            }
        }
        return rows;
    }

    /** What hangs out: that the review was passed, of everybody in the same words; who would be revealed by it is not posted. */
    PaperFields posting(LocalDate until) throws SQLException {
        fields.put("tu_ngay", Vietnamese.day(act.day));
        fields.put("den_ngay", Vietnamese.day(until));
        fields.put("noi_tiep_nhan", agency(row.unitId()));
        fields.put("noi_niem_yet", "Trụ sở " + agency(row.unitId()));
        fields.put(
                "danh_sach",
                List.of(Map.of(
                        "stt", "1",
                        "ho_ten", person.fullName(),
                        "nam_sinh", Integer.toString(person.birth().date().getYear()),
                        "dia_chi", hamlet(),
                        "noi_dung", "Đủ điều kiện đề nghị. Thủ tục: " + act.procedure.name() + ".")));
        return this;
    }

    /** No nearer than that: neighbours know who is meant. */
    private String hamlet() throws SQLException {
        return Rows.list(
                        act.connection,
                        "select coalesce(ansinh.hamlet_of(?), '')",
                        select -> select.setString(1, person.address()),
                        found -> found.getString(1))
                .get(0);
    }

    /** What was said and concluded about a complaint, for those who were there to sign. */
    PaperFields minutes(String complainant, String said, String conclusion, boolean upheld) {
        String agency = agency(row.unitId());
        fields.put("ve_viec", "Xem xét, kết luận khiếu nại về kết quả xét duyệt hồ sơ số " + row.number());
        fields.put("thoi_gian", Vietnamese.day(act.day));
        fields.put("dia_diem", "trụ sở " + agency);
        fields.put(
                "thanh_phan",
                String.join(
                        "\n",
                        "- Đại diện " + agency + ": " + act.caller.fullName(),
                        "- Người khiếu nại: " + complainant,
                        "- Người được xét duyệt: " + person.fullName()));
        fields.put("noi_dung", "Nội dung khiếu nại: " + said);
        fields.put("ket_luan", (upheld ? "Khiếu nại đúng. " : "Khiếu nại không đúng. ") + conclusion);
        return this;
    }

    private String agency(long unitId) {
        return act.desk
                .units()
                .byId(unitId)
                .map(AdministrativeUnit::name)
                .map(UnitHead::agency)
                .orElse("");
    }

    private String benefit(String code, String otherwise) {
        return code == null
                ? otherwise
                : act.desk.policies().benefit(code).map(Benefit::name).orElse(otherwise);
    }

    /** What is decided. */
    PaperFields decision(Draft draft) {
        long decider = decider();
        String benefit = benefit(draft.benefit(), act.procedure.name());
        fields.put("nguoi_quyet_dinh", "CHỦ TỊCH " + agency(decider).toUpperCase(Locale.ROOT));
        fields.put("noi_gui", addressee(decider).isEmpty() ? "Chủ tịch " + agency(decider) : addressee(decider));
        fields.put("che_do", benefit);
        fields.put("muc_huong", Money.format(draft.amount()));
        fields.put("muc_bang_chu", Money.inWords(draft.amount()));
        fields.put("cach_tinh", draft.words());
        fields.put("tu_thang", month(draft));
        fields.put("den_thang", draft.from() == null || !isLast() ? "" : Vietnamese.month(draft.from()));
        fields.put("ly_do", draft.reason().isEmpty() ? reason() : draft.reason());
        fields.put("noi_moi", act.desk.units().fullName(row.toUnitId() == 0 ? row.unitId() : row.toUnitId()));
        fields.put("nguoi_nhan", payee());
        fields.put("ngay_mat", row.eventOn() == null ? "" : Vietnamese.day(row.eventOn()));
        fields.put("noi_dung", draft.words().isEmpty() ? draft.reason() : draft.words());
        fields.put(
                "de_nghi",
                addressee(decider).isEmpty()
                        ? "Kính trình Chủ tịch " + agency(decider) + " xem xét, quyết định./."
                        : "Đề nghị " + addressee(decider) + " xem xét, thẩm định, trình Chủ tịch " + agency(decider)
                                + " quyết định./.");
        fields.put(
                "ho_so",
                List.of(Map.of(
                        "stt",
                        "1",
                        "ho_ten",
                        person.fullName(),
                        "nam_sinh",
                        Integer.toString(person.birth().date().getYear()),
                        "dia_chi",
                        address(),
                        "che_do",
                        benefit,
                        "muc_huong",
                        draft.amount() == 0 ? "" : Money.format(draft.amount()))));
        return this;
    }

    /** What the submission itself rests on: not on whose proposal it is. */
    PaperFields submission() {
        List<String> lines =
                cited().lines().filter(line -> !line.startsWith("Theo đề nghị")).toList();
        String last = lines.get(lines.size() - 1);
        fields.put(
                "can_cu",
                String.join("\n", lines.subList(0, lines.size() - 1))
                        + (lines.size() > 1 ? "\n" : "")
                        + last.substring(0, last.length() - 1) + ".");
        return this;
    }

    /** To whom a unit below the deciding one writes, where law names a body of that one; blank: to its chairman. */
    private String addressee(long decider) {
        if (decider == act.turns().holder(row.unitId(), act.step().level(), act.day)) {
            return "";
        }
        List<Step> steps = act.procedure.steps();
        return steps.subList(steps.indexOf(act.step()), steps.size()).stream()
                .takeWhile(step -> step.level() == act.step().level())
                .map(Step::addressee)
                .filter(body -> !body.isEmpty())
                .findFirst()
                .map(body -> act.desk
                        .units()
                        .byId(decider)
                        .map(unit -> UnitHead.body(body, unit.name()))
                        .orElse(body))
                .orElse("");
    }

    /** The unit of the next step in which is signed. */
    private long decider() {
        List<Step> steps = act.procedure.steps();
        int now = steps.indexOf(act.step());
        return steps.subList(now, steps.size()).stream()
                .filter(step -> step.kind() == Step.Kind.DECISION)
                .findFirst()
                .map(step -> act.turns().holder(row.unitId(), step.level(), act.day))
                .orElse(row.unitId());
    }

    /** Papers name the first month without, drafts the last one with. */
    private String month(Draft draft) {
        if (draft.from() == null) {
            return "";
        }
        return Vietnamese.month(isLast() ? draft.from().plusMonths(1) : draft.from());
    }

    /** Whether the draft names the last month that is paid here. */
    private boolean isLast() {
        return row.effect() == Effect.END
                || row.effect() == Effect.MOVE_OUT && !act.step().elsewhere();
    }

    private String reason() {
        return row.reason() == null
                ? "Thay đổi điều kiện hưởng"
                : act.desk
                        .codeLists()
                        .byCode(REASONS, row.reason())
                        .map(CodeLists.Entry::name)
                        .orElse(row.reason());
    }

    private String payee() {
        return row.payment() != null && row.payment().payeeName() != null
                ? row.payment().payeeName()
                : row.effect() == Effect.ONCE ? row.applicant().name() : "";
    }
}
