package vn.ansinh.core.bulk;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.bulk.BulkDecision;
import vn.ansinh.api.policy.Benefit;
import vn.ansinh.api.policy.Discretion;
import vn.ansinh.api.policy.Policies;
import vn.ansinh.api.unit.Units;
import vn.ansinh.core.casework.procedure.ProcedureLibrary;

/**
 * What a caller is told of decisions and their rows: who may not know of a sensitive benefit is not told its name. Whose turn it is
 * to sign is, and who has signed: nobody signs blindly.
 */
final class PaperSight {

    private final Connection connection;
    private final Caller caller;
    private final Units units;
    private final Policies policies;
    private final Discretion discretion;
    private final ProcedureLibrary procedures;
    private final LocalDate today;
    private final Map<Long, Boolean> whole = new HashMap<>();

    /** @param connection that reaches what the caller sees */
    PaperSight(
            Connection connection,
            Caller caller,
            Units units,
            Policies policies,
            Discretion discretion,
            ProcedureLibrary procedures,
            LocalDate today) {
        this.connection = connection;
        this.caller = caller;
        this.units = units;
        this.policies = policies;
        this.discretion = discretion;
        this.procedures = procedures;
        this.today = today;
    }

    /** One decision. */
    Optional<BulkDecision> byId(long id) throws SQLException {
        Optional<BulkDecision> paper = new Papers(connection).byId(id);
        return paper.isEmpty() ? paper : Optional.of(of(paper.get()));
    }

    /** One that is there, as it is now. */
    BulkDecision told(long id) throws SQLException {
        return byId(id).orElseThrow();
    }

    /** As {@link Papers#list}. */
    List<BulkDecision> list(String program, BulkDecision.State state, long before, int limit) throws SQLException {
        List<BulkDecision> papers = new ArrayList<>();
        for (BulkDecision paper : new Papers(connection).list(program, state, before, limit)) {
            papers.add(of(paper));
        }
        return papers;
    }

    /** A decision, without the code of a new benefit that the caller may not know. */
    private BulkDecision of(BulkDecision paper) throws SQLException {
        return paper.benefit() == null || !hides(paper, paper.benefit())
                ? paper
                : new BulkDecision(
                        paper.id(),
                        paper.kind(),
                        paper.program(),
                        paper.unitId(),
                        paper.state(),
                        paper.reason(),
                        paper.month(),
                        null,
                        paper.note(),
                        paper.number(),
                        paper.date(),
                        paper.rows(),
                        paper.open(),
                        paper.draftedBy(),
                        paper.draftedName(),
                        paper.draftedAt(),
                        paper.decidedBy(),
                        paper.decidedName(),
                        paper.decidedAt(),
                        paper.returned());
    }

    /** What a benefit of a row is called. */
    String name(BulkDecision paper, String benefit) throws SQLException {
        return hides(paper, benefit)
                ? discretion.name(benefit)
                : policies.benefit(benefit).map(Benefit::name).orElse(benefit);
    }

    private boolean hides(BulkDecision paper, String benefit) throws SQLException {
        if (!discretion.hides(benefit)) {
            return false;
        }
        Boolean known = whole.get(paper.id());
        if (known == null) {
            known = signs(paper);
            whole.put(paper.id(), known);
        }
        return !known;
    }

    private boolean signs(BulkDecision paper) throws SQLException {
        if (!caller.may(Permissions.BULK_SIGN)) {
            return false;
        }
        if (caller.account().equals(paper.decidedBy())) {
            return true;
        }
        if (paper.state() != BulkDecision.State.SUBMITTED
                || !units.isWithin(paper.unitId(), caller.unitId())
                || new Papers(connection).isOf(paper.id(), caller.account())) {
            return false;
        }
        Checking checking = new Checking(connection, units, policies, caller, paper, today);
        return new Deciders(procedures, units, today, paper, paper.date() == null ? today : paper.date())
                .may(caller, checking.asked(new Lines(connection).of(paper.id())));
    }
}
