package vn.ansinh.core.bulk;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongFunction;
import vn.ansinh.api.benefit.Decision;
import vn.ansinh.api.bulk.BulkDecision;
import vn.ansinh.api.bulk.BulkRow.State;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.core.bulk.CarryingOut.Act;
import vn.ansinh.core.identity.ReportedPeople;

/** Everything that a signature sets going, in the transaction that keeps the signature. */
final class Signing {

    private final Connection connection;
    private final Checking checking;
    private final BulkDecision paper;
    private final Decision decision;
    private final String account;
    private final CarryingOut acts;

    Signing(Connection connection, Checking checking, BulkDecision paper, Decision decision, String account) {
        this.connection = connection;
        this.checking = checking;
        this.paper = paper;
        this.decision = decision;
        this.account = account;
        this.acts = new CarryingOut(connection, decision, account);
    }

    /**
     * Carries out rows that have all been judged ready.
     *
     * @param reasonName of the decision's reason, as the code list has it
     * @param unitName tells a unit's full name
     * @return the rows with what came of each
     */
    List<Line> carryOut(List<Line> lines, String reasonName, LongFunction<String> unitName) throws SQLException {
        return switch (paper.kind()) {
            case DEATH -> deaths(lines);
            case MOVE -> moves(lines, unitName);
            default -> rights(lines, reasonName);
        };
    }

    private List<Line> rights(List<Line> lines, String reasonName) throws SQLException {
        Map<Long, Held> held = new TreeMap<>();
        checking.rights(lines).forEach(right -> held.put(right.id(), right));
        List<Act> acting = new ArrayList<>();
        List<Line> done = new ArrayList<>();
        for (Line line : lines) {
            Held right = held.get(line.entitlementId());
            if (checking.verdicts().holdsAlready(right)) {
                done.add(line.as(State.UNCHANGED, null));
                continue;
            }
            acting.add(act(right));
            done.add(line.as(State.DONE, told()));
        }
        switch (paper.kind()) {
            case END -> acts.end(acting);
            case SUSPEND -> acts.suspend(acting, reasonName);
            case ADJUST -> acts.adjust(acting);
            default -> acts.transfer(acting, paper.benefit());
        }
        return done;
    }

    private Act act(Held right) {
        return switch (paper.kind()) {
            case END -> new Act(right.id(), paper.month(), 0, before(right));
            case TRANSFER -> new Act(right.id(), paper.month().minusMonths(1), 0, before(right));
            default -> new Act(right.id(), paper.month(), 0, null);
        };
    }

    private static String before(Held right) {
        return right.to() == null ? null : "Trước đó hưởng hết tháng " + Vietnamese.month(right.to());
    }

    private String told() {
        String month = Vietnamese.month(paper.month());
        return switch (paper.kind()) {
            case END -> "Hưởng hết tháng " + month + ".";
            case SUSPEND -> "Tạm dừng từ tháng " + month + ".";
            case ADJUST -> "Điều chỉnh từ tháng " + month + ".";
            default -> "Chuyển chế độ từ tháng " + month + ".";
        };
    }

    private List<Line> deaths(List<Line> lines) throws SQLException {
        Map<Long, List<Held>> rights = checking.rightsOfPeople(lines);
        new ReportedPeople(connection, account)
                .died(
                        lines.stream().map(Line::personId).toList(),
                        lines.stream().map(Line::day).toList(),
                        "Quyết định số " + decision.number() + ", báo tử");
        List<Act> acting = new ArrayList<>();
        List<Line> done = new ArrayList<>();
        for (Line line : lines) {
            YearMonth death = YearMonth.from(line.day());
            List<Held> ending = rights.getOrDefault(line.personId(), List.of()).stream()
                    .filter(right -> checking.verdicts().ends(right, death))
                    .toList();
            ending.forEach(right -> acting.add(new Act(right.id(), Verdicts.lastPaid(right, death), 0, before(right))));
            done.add(line.as(State.DONE, line.message()));
        }
        acts.end(acting);
        return done;
    }

    private List<Line> moves(List<Line> lines, LongFunction<String> unitName) throws SQLException {
        Map<Long, List<Held>> rights = checking.rightsOfPeople(lines);
        record To(long unitId, LocalDate day) {}
        Map<String, List<Long>> people = new TreeMap<>();
        Map<String, To> places = new TreeMap<>();
        List<Act> acting = new ArrayList<>();
        List<Line> done = new ArrayList<>();
        for (Line line : lines) {
            String place = line.toUnitId() + " " + line.day();
            places.put(place, new To(line.toUnitId(), line.day()));
            people.computeIfAbsent(place, each -> new ArrayList<>()).add(line.personId());
            rights.getOrDefault(line.personId(), List.of()).stream()
                    .filter(right -> checking.verdicts().moves(right, line))
                    .forEach(right -> acting.add(new Act(
                            right.id(),
                            Verdicts.movesFrom(line.day()),
                            line.toUnitId(),
                            "Từ " + unitName.apply(right.unitId()) + " đến " + unitName.apply(line.toUnitId()))));
            done.add(line.as(State.DONE, line.message()));
        }
        acts.move(acting);
        ReportedPeople moving = new ReportedPeople(connection, account);
        for (Map.Entry<String, To> place : places.entrySet()) {
            To to = place.getValue();
            moving.moved(
                    people.get(place.getKey()),
                    to.unitId(),
                    to.day(),
                    "Quyết định số " + decision.number() + ", chuyển nơi cư trú",
                    unitName);
        }
        return done;
    }
}
