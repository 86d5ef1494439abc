package vn.ansinh.core.bulk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.bulk.BulkDecision;
import vn.ansinh.api.casework.Procedure;
import vn.ansinh.api.casework.Procedure.Effect;
import vn.ansinh.api.casework.Step;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.api.unit.AdministrativeUnit.Level;
import vn.ansinh.api.unit.Units;
import vn.ansinh.core.casework.Turns;
import vn.ansinh.core.casework.procedure.ProcedureLibrary;

/**
 * Whose decision it is: the same unit's that a program's procedures let decide a single case of the day. A program without a
 * procedure for it leaves it to whoever may sign in the decision's unit.
 */
final class Deciders {

    private final Collection<Procedure> procedures;
    private final Optional<Procedure> byCase;
    private final Units units;
    private final Turns turns;
    private final BulkDecision paper;
    private final LocalDate date;

    /** @param date of the decision */
    Deciders(ProcedureLibrary library, Units units, LocalDate today, BulkDecision paper, LocalDate date) {
        this.procedures = current(library, paper.program(), date);
        this.byCase = moveByCase(library, paper.program(), date);
        this.units = units;
        this.turns = new Turns(units, today);
        this.paper = paper;
        this.date = date;
    }

    private static Collection<Procedure> current(ProcedureLibrary library, String program, LocalDate date) {
        Map<String, Procedure> current = new LinkedHashMap<>();
        library.all().stream()
                .filter(procedure -> procedure.program().equals(program) && procedure.holdsOn(date))
                .forEach(procedure -> current.put(procedure.id(), procedure));
        return current.values();
    }

    /** The procedure by which people move one by one, where the unit they leave and the one they go to each decide their part. */
    static Optional<Procedure> moveByCase(ProcedureLibrary library, String program, LocalDate date) {
        Collection<Procedure> current = current(library, program, date);
        return current.stream().anyMatch(each -> each.effect() == Effect.MOVE)
                ? Optional.empty()
                : current.stream()
                        .filter(each -> each.effect() == Effect.MOVE_OUT && decides(each, true) && decides(each, false))
                        .findFirst();
    }

    private static boolean decides(Procedure procedure, boolean elsewhere) {
        return procedure.steps().stream()
                .anyMatch(step -> step.kind() == Step.Kind.DECISION && step.elsewhere() == elsewhere);
    }

    /** What is decided about a right. @param toUnitId commune that is to pay, 0 but for a MOVE */
    record Asked(String benefit, long unitId, long toUnitId) {}

    /** A decision that a unit of a level takes for what lies in a commune. */
    private record Turn(Level level, long communeId) {}

    /**
     * @throws Problem CONFLICT when no unit decides about all of it, so that several decisions are needed
     */
    void requireOne(Collection<Asked> asked) {
        Set<Long> holders = turns(asked).stream().map(this::holder).collect(Collectors.toCollection(TreeSet::new));
        if (holders.size() > 1) {
            throw Problem.conflict(
                    "AS-BULK-TURNS",
                    "Ngày " + Vietnamese.day(date) + " việc này do nhiều cơ quan quyết định: " + names(holders) + ". "
                            + (paper.kind() == BulkDecision.Kind.MOVE && byCase.isPresent()
                                    ? "Nơi đi và nơi đến mỗi nơi quyết định một phần: ở Tiếp nhận hồ sơ, vui lòng làm cho từng"
                                            + " người thủ tục «" + byCase.get().name() + "»."
                                    : "Vui lòng lập quyết định riêng của từng cơ quan."));
        }
    }

    /** @throws Problem FORBIDDEN, saying whose decision it is, when it is not the caller's unit's */
    void require(Caller caller, Collection<Asked> asked) {
        Set<Long> others = others(caller, asked);
        if (!others.isEmpty()) {
            throw Problem.forbidden(
                    "AS-BULK-TURN",
                    "Ngày " + Vietnamese.day(date) + " việc này do " + names(others)
                            + " quyết định, như với từng hồ sơ. Cơ quan khác không ký được.");
        }
    }

    /** Whether it is the caller's unit's decision. */
    boolean may(Caller caller, Collection<Asked> asked) {
        return others(caller, asked).isEmpty();
    }

    private Set<Long> others(Caller caller, Collection<Asked> asked) {
        return turns(asked).stream()
                .filter(turn -> !turns.mayAct(caller, turn.level(), turn.communeId(), date))
                .map(this::holder)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private long holder(Turn turn) {
        return turns.holder(turn.communeId(), turn.level(), date);
    }

    private String names(Set<Long> holders) {
        final int named = 3;
        return holders.stream().limit(named).map(units::fullName).collect(Collectors.joining("; "))
                + (holders.size() > named ? " và " + (holders.size() - named) + " cơ quan khác" : "");
    }

    private Set<Turn> turns(Collection<Asked> asked) {
        return asked.stream().distinct().flatMap(one -> turns(one).stream()).collect(Collectors.toSet());
    }

    private List<Turn> turns(Asked one) {
        List<Turn> found = new ArrayList<>();
        switch (paper.kind()) {
            // who decides that a right ends decides that it pauses: TT 02/2021/TT-BLĐTBXH Điều 2 khoản 4
            case END, SUSPEND, DEATH -> add(found, Effect.END, one.benefit(), one);
            case ADJUST -> add(found, Effect.ADJUST, one.benefit(), one);
            case TRANSFER -> {
                add(found, Effect.END, one.benefit(), one);
                add(found, Effect.OPEN, paper.benefit(), one);
            }
            case MOVE -> {
                if (!add(found, Effect.MOVE, one.benefit(), one)) {
                    add(found, Effect.MOVE_OUT, one.benefit(), one);
                }
            }
        }
        return found;
    }

    /** @return whether there is a procedure for it */
    private boolean add(List<Turn> turns, Effect effect, String benefit, Asked one) {
        Optional<Procedure> procedure = procedures.stream()
                .filter(each -> each.effect() == effect
                        && (each.benefits().isEmpty() || each.benefits().contains(benefit)))
                .findFirst();
        procedure.stream()
                .flatMap(each -> each.steps().stream())
                .filter(step -> step.kind() == Step.Kind.DECISION)
                .forEach(step -> {
                    turns.add(new Turn(step.level(), step.elsewhere() ? one.toUnitId() : one.unitId()));
                    if (effect == Effect.MOVE) {
                        turns.add(new Turn(step.level(), one.toUnitId()));
                    }
                });
        return procedure.isPresent();
    }
}
