package vn.ansinh.core.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.ansinh.api.benefit.EntitlementEvent;
import vn.ansinh.api.benefit.PaymentDetails;
import vn.ansinh.api.casework.Application;
import vn.ansinh.api.casework.CaseDetail.Check;
import vn.ansinh.api.casework.Procedure;
import vn.ansinh.api.casework.Procedure.Effect;
import vn.ansinh.api.casework.Procedure.FactQuestion;
import vn.ansinh.api.casework.Procedure.RequiredPaper;
import vn.ansinh.api.fact.Fact;
import vn.ansinh.api.fact.FactKey;
import vn.ansinh.api.fact.Subject;
import vn.ansinh.api.identity.Households;
import vn.ansinh.api.identity.Person;
import vn.ansinh.api.policy.Benefit;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.api.unit.AdministrativeUnit.Level;
import vn.ansinh.core.casework.eligibility.UnknownAnswer;

/** Looks an application through: what is wrong with it, and what it lacks. */
final class ApplicationChecks {

    private static final String METHODS = "hinh-thuc-chi-tra";

    private final CaseDesk desk;
    private final Procedure procedure;
    private final Application application;
    private final Person person;
    private final Map<String, List<String>> known;

    private ApplicationChecks(CaseDesk desk, Procedure procedure, Application application, Person person) {
        this.desk = desk;
        this.procedure = procedure;
        this.application = application;
        this.person = person;
        this.known = known();
    }

    /**
     * @param version {@code null} for that of the day it was handed in
     * @throws Problem INVALID for what cannot be an application, NOT_FOUND for a person outside the caller's sight
     */
    static ApplicationChecks of(CaseDesk desk, Application application, Procedure version) {
        if (application.receivedOn() == null || application.receivedOn().isAfter(desk.today())) {
            throw Problem.invalid("AS-CASE-DAY", "Ngày nộp hồ sơ không được để trống và không được sau hôm nay.");
        }
        Procedure procedure = version != null
                ? version
                : desk.procedures()
                        .on(application.procedure(), application.receivedOn())
                        .orElseThrow(() -> Problem.invalid(
                                "AS-CASE-PROCEDURE",
                                "Ngày " + Vietnamese.day(application.receivedOn())
                                        + " không có thủ tục này. Vui lòng chọn thủ tục trong danh sách."));
        Person person = application.subject().number() == null
                ? desk.people().byId(application.personId()).orElseThrow(Newcomers::unknown)
                : new Newcomers(desk).moving(application, procedure);
        ApplicationChecks checks = new ApplicationChecks(desk, procedure, application, person);
        checks.requireSense();
        return checks;
    }

    /** @throws Problem INVALID unless it says who files it and, with a way of paying, who is paid: what is still being typed need not */
    ApplicationChecks requireApplicant() {
        Application.Applicant applicant = application.applicant();
        if (applicant == null || applicant.name() == null || applicant.name().isBlank()) {
            throw Problem.invalid("AS-CASE-APPLICANT", "Thiếu họ tên người nộp hồ sơ.");
        }
        if (application.payment() != null && application.payment().payeeRole() == null) {
            throw Problem.invalid(
                    "AS-CASE-PAYEE", "Chưa ghi ai nhận tiền: người hưởng, người nhận thay hay người chăm sóc.");
        }
        return this;
    }

    Procedure procedure() {
        return procedure;
    }

    Person person() {
        return person;
    }

    private Map<String, List<String>> known() {
        Map<String, List<String>> values = new LinkedHashMap<>();
        LocalDate day = application.receivedOn();
        for (Fact fact : desk.knowing(() -> desk.facts().of(Subject.person(person.id())))) {
            if (fact.holdsOn(day) || fact.to() == null) {
                values.computeIfAbsent(fact.key(), key -> new ArrayList<>()).add(fact.value());
            }
        }
        values.putAll(application.answers());
        return values;
    }

    private void requireSense() {
        if (desk.units()
                .byId(application.unitId())
                .filter(unit -> unit.level() == Level.COMMUNE)
                .isEmpty()) {
            throw Problem.invalid("AS-CASE-UNIT", "Hồ sơ do một xã, phường tiếp nhận. Vui lòng chọn lại đơn vị.");
        }
        if (application.benefit() != null) {
            Benefit benefit = desk.policies()
                    .benefit(application.benefit())
                    .filter(each -> each.program().equals(procedure.program()))
                    .orElse(null);
            if (benefit == null
                    || !procedure.benefits().isEmpty() && !procedure.benefits().contains(application.benefit())) {
                throw Problem.invalid(
                        "AS-CASE-BENEFIT", "Thủ tục này không có chế độ «" + application.benefit() + "».");
            }
        }
        application.answers().forEach((key, values) -> {
            FactKey asked = desk.facts()
                    .key(key)
                    .orElseThrow(() ->
                            UnknownAnswer.of(procedure, desk.facts().keys().keySet(), key));
            if (!asked.many() && values.size() > 1
                    || !values.stream().allMatch(value -> value != null && asked.allows(value))) {
                throw Problem.invalid(
                        "AS-FACT-VALUE",
                        "Giá trị của «" + asked.label() + "» không đúng. Vui lòng nhập lại theo danh mục.");
            }
        });
        requireListed();
        requireParticulars();
    }

    /** Codes are of their lists; whether one may still be chosen is asked where money is granted. */
    private void requireListed() {
        Application.Applicant applicant = application.applicant();
        if (applicant != null
                && applicant.relation() != null
                && desk.codeLists()
                        .byCode(Households.RELATIONS, applicant.relation())
                        .isEmpty()) {
            throw Problem.invalid(
                    "AS-CASE-RELATION",
                    "Quan hệ của người nộp “" + applicant.relation()
                            + "” không có trong danh mục quan hệ. Vui lòng chọn lại trong danh sách.");
        }
        PaymentDetails payment = application.payment();
        if (payment != null
                && (payment.method() == null
                        || desk.codeLists().byCode(METHODS, payment.method()).isEmpty())) {
            throw Problem.invalid(
                    "AS-CASE-PAYMENT",
                    "Hình thức chi trả “" + (payment.method() == null ? "" : payment.method())
                            + "” không có trong danh mục. Vui lòng chọn lại trong danh sách.");
        }
    }

    private void requireParticulars() {
        Application.Particulars subject = application.subject();
        if (subject.eventOn() != null && subject.eventOn().isAfter(desk.today())) {
            throw Problem.invalid("AS-CASE-EVENT", "Ngày xảy ra sự việc không được sau hôm nay.");
        }
        if (procedure.effect() == Effect.END
                && subject.reason() != null
                && desk.entitlements().reasons(EntitlementEvent.Kind.END).stream()
                        .noneMatch(reason -> reason.code().equals(subject.reason()))) {
            throw Problem.invalid(
                    "AS-CASE-END-REASON",
                    "Lý do thôi hưởng “" + subject.reason()
                            + "” không có trong danh mục lý do. Vui lòng chọn lại trong danh sách.");
        }
        boolean moves = procedure.effect() == Effect.MOVE || procedure.effect() == Effect.MOVE_OUT;
        if (moves && subject.toUnitId() != 0) {
            AdministrativeUnit to = desk.units()
                    .byId(subject.toUnitId())
                    .filter(unit -> unit.level() == Level.COMMUNE)
                    .orElse(null);
            if (to == null) {
                throw Problem.invalid("AS-CASE-MOVE", "Nơi chuyển đến phải là một xã, phường.");
            }
        }
    }

    /** Codes of papers and of facts without which the application is not complete. */
    Set<String> missing() {
        Set<String> missing = new TreeSet<>();
        for (RequiredPaper paper : procedure.papers()) {
            if (paper.required()
                    && paper.concerns(application.benefit(), known)
                    && !application.papers().contains(paper.code())) {
                missing.add(paper.code());
            }
        }
        for (FactQuestion question : procedure.questions()) {
            boolean asked = question.benefits().isEmpty()
                    || application.benefit() != null && question.benefits().contains(application.benefit());
            if (question.required() && asked && !known.containsKey(question.key())) {
                missing.add(question.key());
            }
        }
        return missing;
    }

    /**
     * What stands in the way of a complete file, and what the official should know.
     *
     * @param all whether papers and facts are named whose names reveal something
     */
    List<Check> checks(boolean all) {
        List<Check> checks = new ArrayList<>();
        Set<String> missing = missing();
        Map<String, String> papers =
                procedure.papers().stream().collect(Collectors.toMap(RequiredPaper::code, RequiredPaper::name));
        Secrets secrets = new Secrets(desk);
        for (String code : missing) {
            if (!all && secrets.of(procedure, code)) {
                checks.add(new Check(false, true, "Thiếu giấy tờ hoặc thông tin được bảo mật."));
                continue;
            }
            checks.add(new Check(
                    false,
                    true,
                    papers.containsKey(code)
                            ? "Thiếu giấy tờ: " + papers.get(code) + "."
                            : "Chưa có thông tin: "
                                    + desk.facts().key(code).map(FactKey::label).orElse(code) + "."));
        }
        if (missing.isEmpty()) {
            checks.add(new Check(true, true, "Đủ giấy tờ và thông tin bắt buộc."));
        }
        checks.addAll(ofEffect());
        return checks;
    }

    /** What the effect of the procedure needs to know. */
    List<Check> ofEffect() {
        List<Check> checks = new ArrayList<>();
        Application.Particulars subject = application.subject();
        boolean pays = procedure.effect() == Effect.OPEN || procedure.effect() == Effect.ONCE;
        if (pays && application.benefit() == null) {
            checks.add(new Check(false, false, "Chưa chọn chế độ đề nghị."));
        }
        if (pays && application.payment() == null) {
            checks.add(new Check(false, false, "Chưa ghi hình thức nhận tiền."));
        }
        if (procedure.effect() == Effect.OPEN && person.deceasedOn() != null) {
            checks.add(new Check(false, false, "Người này đã mất ngày " + Vietnamese.day(person.deceasedOn()) + "."));
        }
        if (procedure.effect() == Effect.END && (subject.eventOn() == null || subject.reason() == null)) {
            checks.add(new Check(false, true, "Thiếu lý do hoặc ngày xảy ra sự việc làm thôi hưởng."));
        }
        if (procedure.effect() == Effect.ADJUST && subject.eventOn() == null) {
            checks.add(new Check(false, true, "Thiếu ngày mà thông tin mới có hiệu lực."));
        }
        if (procedure.effect() == Effect.MOVE_OUT && subject.toUnitId() == 0) {
            checks.add(new Check(false, true, "Thiếu nơi chuyển đến."));
        }
        if (subject.eventOn() != null
                && subject.eventOn().isAfter(application.receivedOn())
                && procedure.effect() == Effect.END) {
            checks.add(new Check(false, true, "Ngày xảy ra sự việc sau ngày nộp hồ sơ."));
        }
        return checks;
    }

    /** Whether the case would reveal health, HIV or abuse. */
    boolean sensitive() {
        if (application.benefit() != null && desk.policies().isSensitive(application.benefit())) {
            return true;
        }
        if (application.answers().keySet().stream()
                .anyMatch(key -> desk.facts().key(key).map(FactKey::sensitive).orElse(true))) {
            return true;
        }
        boolean ofRights = procedure.effect() != Effect.OPEN && procedure.effect() != Effect.ONCE;
        return ofRights
                && desk.knowing(() -> desk.entitlements().ofPerson(person.id())).stream()
                        .filter(right -> right.program().equals(procedure.program()))
                        .filter(right -> application.subject().entitlements().isEmpty()
                                || application.subject().entitlements().contains(right.id()))
                        .anyMatch(right -> desk.policies().isSensitive(right.benefit()));
    }
}
