package vn.ansinh.core.casework;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.casework.Application;
import vn.ansinh.api.casework.CaseDetail.Draft;
import vn.ansinh.api.casework.CaseDetail.Track;
import vn.ansinh.api.casework.CaseFile;
import vn.ansinh.api.casework.CaseState;
import vn.ansinh.api.casework.Procedure;
import vn.ansinh.api.casework.Step;
import vn.ansinh.api.deadline.WorkingDays;
import vn.ansinh.api.policy.Benefit;
import vn.ansinh.api.unit.AdministrativeUnit.Level;
import vn.ansinh.core.casework.term.OfficeDays;

/**
 * What a caller is shown of cases. Lists name no benefit, to who may not see what is sensitive, of a procedure that has a sensitive one
 * among its benefits: one that is left out among others that are named would point at its bearer. Whose turn it is in a case sees it
 * whole: nobody decides blindly.
 */
final class CaseSight {

    private final CaseDesk desk;
    private final boolean everything;
    private final Secrets secrets;
    private final WorkingDays days;
    private final Map<String, Optional<Procedure>> procedures = new HashMap<>();
    private final Map<String, Boolean> discreet = new HashMap<>();

    /** For lists. */
    CaseSight(CaseDesk desk, Caller caller) {
        this(desk, caller, false);
    }

    /** For one case, whole for whose turn it is. */
    static CaseSight within(CaseDesk desk, Caller caller, CaseRow row, Procedure procedure) {
        return new CaseSight(desk, caller, new Turns(desk.units(), desk.today()).working(caller, row, procedure));
    }

    private CaseSight(CaseDesk desk, Caller caller, boolean working) {
        this.desk = desk;
        this.everything = working || caller.may(Permissions.FACT_SENSITIVE);
        this.secrets = new Secrets(desk);
        this.days =
                OfficeDays.of(desk.codeLists(), 0, desk.today().minusYears(2)).days();
    }

    /** Whether the caller sees what is sensitive. */
    boolean everything() {
        return everything;
    }

    private Optional<Procedure> procedure(CaseRow row) {
        return procedures.computeIfAbsent(
                row.procedure() + " " + row.version(),
                key -> desk.procedures().version(row.procedure(), row.version()));
    }

    private boolean named(CaseRow row) {
        return everything
                || !row.sensitive()
                        && !discreet.computeIfAbsent(
                                row.procedure() + " " + row.version(),
                                key -> procedure(row).map(this::mayBeSensitive).orElse(true));
    }

    private boolean mayBeSensitive(Procedure procedure) {
        List<String> benefits = procedure.benefits().isEmpty()
                ? desk.policies().benefits(procedure.program()).stream()
                        .map(Benefit::code)
                        .toList()
                : procedure.benefits();
        return benefits.stream().anyMatch(this::sensitive);
    }

    private boolean sensitive(String benefit) {
        return desk.policies().isSensitive(benefit);
    }

    /** A case as lists show it. @param holderName who took the step on, {@code null} where the file does not say */
    CaseFile file(CaseRow row, String holderName) {
        Optional<Procedure> procedure = procedure(row);
        Optional<Step> step = procedure.flatMap(known -> known.step(row.step()));
        boolean named = named(row);
        boolean late =
                row.state() == CaseState.OPEN && row.due() != null && row.due().isBefore(desk.today());
        return new CaseFile(
                row.id(),
                row.number(),
                row.procedure(),
                procedure.map(Procedure::name).orElse(row.procedure()),
                row.version(),
                row.program(),
                row.personId(),
                row.name(),
                named ? row.benefit() : null,
                named && row.benefit() != null
                        ? desk.policies()
                                .benefit(row.benefit())
                                .map(Benefit::name)
                                .orElse(row.benefit())
                        : null,
                row.state(),
                row.step(),
                step.map(Step::name).orElse(row.step()),
                row.kind(),
                step.map(Step::level).orElse(Level.COMMUNE),
                row.unitId(),
                row.holderUnitId(),
                row.holder(),
                holderName == null ? row.holder() : holderName,
                row.receivedOn(),
                row.since(),
                row.state().ended() ? null : row.due(),
                row.promisedOn(),
                row.provisional(),
                late ? Math.max(1, days.between(row.due(), desk.today())) : 0,
                missing(row, procedure.orElse(null)),
                row.paperPlace(),
                row.revision(),
                row.changedAt());
    }

    private Set<String> missing(CaseRow row, Procedure procedure) {
        return row.missing().stream().filter(code -> seen(row, procedure, code)).collect(Collectors.toSet());
    }

    /** What was applied for. */
    Application application(CaseRow row, Map<String, List<String>> answers) {
        Procedure procedure = procedure(row).orElse(null);
        return new Application(
                row.procedure(),
                row.personId(),
                row.unitId(),
                row.receivedOn(),
                row.applicant(),
                named(row) ? row.benefit() : null,
                answers.entrySet().stream()
                        .filter(answer -> seen(answer.getKey()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                row.papers().stream().filter(code -> seen(row, procedure, code)).collect(Collectors.toSet()),
                row.payment(),
                new Application.Particulars(row.entitlements(), row.reason(), row.eventOn(), row.toUnitId()),
                row.promisedOn(),
                row.paperPlace());
    }

    private boolean seen(String key) {
        return everything || !secrets.ofKey(key);
    }

    private boolean seen(CaseRow row, Procedure procedure, String code) {
        return everything || !row.sensitive() && procedure != null && !secrets.of(procedure, code);
    }

    /**
     * What the caller tells anew about a case that was shown as {@link #application} shows it: what was not shown stays, and so does
     * the day on which it was handed in.
     */
    Application restored(CaseRow row, Map<String, List<String>> answers, Application told) {
        Procedure procedure = procedure(row).orElse(null);
        Map<String, List<String>> all = new HashMap<>(told.answers());
        answers.forEach((key, values) -> {
            if (!seen(key)) {
                all.putIfAbsent(key, values);
            }
        });
        Set<String> papers = new HashSet<>(told.papers());
        row.papers().stream().filter(code -> !seen(row, procedure, code)).forEach(papers::add);
        return new Application(
                told.procedure(),
                told.personId(),
                told.unitId(),
                row.receivedOn(),
                told.applicant(),
                told.benefit() == null && !named(row) ? row.benefit() : told.benefit(),
                all,
                papers,
                told.payment(),
                told.subject(),
                told.promisedOn(),
                told.paperPlace());
    }

    /** The steps; what a case passed by, as the posting of what is sensitive, is left out before who may not know why. */
    List<Track> track(List<Track> track) {
        return everything
                ? track
                : track.stream().filter(step -> !step.skipped()).toList();
    }

    /** What is proposed; {@code null} for nothing. */
    Draft draft(CaseRow row, Draft draft) {
        return draft == null || named(row)
                ? draft
                : new Draft(
                        draft.outcome(),
                        null,
                        draft.from(),
                        draft.amount(),
                        "",
                        draft.reason(),
                        draft.drafter(),
                        draft.draftedAt());
    }
}
