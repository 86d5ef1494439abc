package vn.ansinh.core.casework;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import vn.ansinh.api.benefit.Decision;
import vn.ansinh.api.benefit.Entitlement;
import vn.ansinh.api.benefit.EntitlementDraft;
import vn.ansinh.api.benefit.EntitlementEvent;
import vn.ansinh.api.benefit.Entitlements.Opened;
import vn.ansinh.api.benefit.Grants;
import vn.ansinh.api.benefit.PaymentDetails;
import vn.ansinh.api.benefit.PaymentDetails.PayeeRole;
import vn.ansinh.api.casework.CaseDetail.Draft;
import vn.ansinh.api.fact.Fact;
import vn.ansinh.api.identity.Person;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.core.casework.Departures.Departed;

/**
 * What a signed decision does: with rights, facts and people, each through its own service, in the name of who signed. Who may sign
 * was checked before.
 */
final class Effects {

    /** Code of list {@code ly-do-tang-giam}. */
    private static final String CAME = "T02";

    private final CaseAct act;
    private final CaseDesk desk;
    private final Proposals proposals;
    private final String number;

    Effects(CaseAct act, Proposals proposals, String number) {
        this.act = act;
        this.desk = act.desk;
        this.proposals = proposals;
        this.number = number;
    }

    void of(Draft draft, boolean conflictsSeen) throws SQLException {
        switch (act.row().effect()) {
            case OPEN -> {
                record(facts().from(number));
                open(draft, act.row().payment(), conflictsSeen);
            }
            case ONCE -> {
                record(facts().from(number));
                died();
                open(draft, payee(), conflictsSeen);
            }
            case ADJUST -> record(facts().required(number));
            case END -> end(draft.from());
            case MOVE -> move(draft.from());
            case MOVE_OUT -> {
                if (act.step().elsewhere()) {
                    openThere(draft.from());
                } else {
                    leave(draft.from());
                }
            }
        }
    }

    private AnsweredFacts facts() throws SQLException {
        return new AnsweredFacts(
                desk, act.row(), CaseRows.answers(act.connection, act.row().id()));
    }

    private void here(Runnable effect) {
        reaching(act.caller.unitId(), effect);
    }

    /** Where people go, or are paid, beyond what the caller reaches. */
    private void anywhere(Runnable effect) {
        reaching(0, effect);
    }

    private void reaching(long unitId, Runnable effect) {
        desk.inForce(act.caller, unitId, () -> {
            effect.run();
            return null;
        });
    }

    private Decision decision(String reason) {
        return new Decision(number, act.day, reason);
    }

    private void record(List<Fact> facts) {
        here(() -> desk.facts().recordAll(facts));
    }

    private void open(Draft draft, PaymentDetails payment, boolean conflictsSeen) {
        Grants.Proposal proposal = new Grants.Proposal(
                act.row().personId(), draft.benefit(), act.row().unitId(), draft.from(), number, act.day);
        here(() -> desk.grants().grant(proposal, payment, conflictsSeen));
    }

    /** A dead person is not paid: who applied is. */
    private PaymentDetails payee() {
        PaymentDetails told = act.row().payment();
        return told.payeeRole() != PayeeRole.SELF
                ? told
                : new PaymentDetails(
                        told.method(),
                        told.accountNumber(),
                        told.bank(),
                        act.row().applicant().name(),
                        null,
                        PayeeRole.COLLECTOR);
    }

    private void died() {
        LocalDate day = act.row().eventOn();
        if (day != null && !day.equals(person().deceasedOn())) {
            anywhere(() -> desk.changes().died(act.row().personId(), day, "Quyết định số " + number));
        }
    }

    private Person person() {
        return desk.knowing(() -> desk.people().byId(act.row().personId())).orElseThrow(CaseAct::unknown);
    }

    private void end(YearMonth last) {
        for (Entitlement right : proposals.monthly(last)) {
            // a right that had not begun ends before it begins
            YearMonth until =
                    last.isBefore(right.from().minusMonths(1)) ? right.from().minusMonths(1) : last;
            here(() -> desk.entitlements()
                    .end(right.id(), until, decision(act.row().reason())));
        }
        if (act.row().reason().equals(Proposals.DIED)) {
            died();
        }
    }

    private void move(YearMonth from) {
        long to = proposals.target();
        for (Entitlement right : proposals.monthly(from.minusMonths(1))) {
            if (right.unitId() != to) {
                YearMonth first = from.isBefore(right.from()) ? right.from() : from;
                anywhere(() -> desk.entitlements().move(right.id(), to, first, decision(CAME)));
            }
        }
        live(to);
    }

    private void live(long unitId) {
        Person person = person();
        if (person.unitId() != unitId) {
            LocalDate day = act.row().eventOn() == null ? act.day : act.row().eventOn();
            anywhere(() -> desk.changes().moved(person.id(), unitId, null, day, "Quyết định số " + number));
        }
    }

    private void leave(YearMonth last) throws SQLException {
        List<Entitlement> rights = proposals.monthly(last);
        for (Entitlement right : rights) {
            here(() -> desk.entitlements().end(right.id(), last, decision(Departures.LEFT)));
        }
        act.change(new CaseChange()
                .set("entitlements", rights.stream().map(Entitlement::id).toArray(Long[]::new)));
        live(act.row().toUnitId());
    }

    /** From the month after the last one there, whatever month this is: no month is paid twice, none not at all. */
    private void openThere(YearMonth from) {
        List<Departed> departed = new Departures(desk, act.row()).still();
        List<EntitlementDraft> drafts =
                departed.stream().map(each -> anew(each.right())).toList();
        here(() -> {
            List<Opened> opened = desk.entitlements().openAll(drafts);
            for (int i = 0; i < opened.size(); i++) {
                if (opened.get(i).outcome() != Opened.Outcome.OPENED) {
                    throw Problem.conflict(
                            "AS-ENTITLEMENT-TWICE",
                            "Người này đã hưởng chế độ ấy ở đây trong những tháng từ " + Vietnamese.month(from) + ".");
                }
                EntitlementEvent end = departed.get(i).end();
                if (end != null) {
                    desk.entitlements().end(opened.get(i).entitlementId(), end.month(), end.decision());
                }
            }
        });
    }

    private EntitlementDraft anew(Entitlement right) {
        return new EntitlementDraft(
                right.personId(),
                right.program(),
                right.benefit(),
                act.row().unitId(),
                right.to().plusMonths(1),
                null,
                number,
                act.day,
                act.row().payment() == null ? right.payment() : act.row().payment());
    }
}
