package vn.ansinh.core.bulk;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.ansinh.api.bulk.BulkDecision.Kind;
import vn.ansinh.api.bulk.BulkRow.State;
import vn.ansinh.api.text.Vietnamese;

/** Says of each row whether it can be done as things stand: asked when it is drafted, and again when it is signed. */
final class Verdicts {

    /** Somebody who is reported dead or moved. @param diedOn what the registry knows @param born day or 1 January */
    record Known(long id, LocalDate born, LocalDate diedOn) {}

    private final Kind kind;
    private final String program;
    private final YearMonth month;
    private final String benefit;

    /** @param month {@code null} for reports @param benefit for a TRANSFER, else {@code null} */
    Verdicts(Kind kind, String program, YearMonth month, String benefit) {
        this.kind = kind;
        this.program = program;
        this.month = month;
        this.benefit = benefit;
    }

    /** Of rows that name a right. @param others all rights of the same people */
    Line ofRight(Line line, Held right, List<Held> others) {
        if (right == null || !right.own() || !right.program().equals(program)) {
            return line.as(State.WRONG, "Lần hưởng này không còn thuộc địa bàn của quyết định.");
        }
        String fault = switch (kind) {
            case END -> endFault(right, month);
            case SUSPEND -> suspendFault(right);
            case ADJUST -> adjustFault(right);
            case TRANSFER -> transferFault(right, others);
            default -> throw new IllegalStateException(kind + " has reports");
        };
        if (fault != null) {
            return line.as(State.WRONG, fault);
        }
        return line.as(State.READY, holdsAlready(right) ? "Đã đúng như quyết định; không thay đổi." : null);
    }

    /** Whether the decision changes nothing about a right. */
    boolean holdsAlready(Held right) {
        return switch (kind) {
            case END -> month.equals(right.to());
            case SUSPEND -> month.equals(right.pausedFrom()) && right.pausedTo() == null;
            default -> false;
        };
    }

    static String endFault(Held right, YearMonth last) {
        if (right.to() != null && last.isAfter(right.to())) {
            return ended(right);
        }
        return last.isBefore(right.from().minusMonths(1))
                ? "Tháng hưởng cuối cùng không được trước tháng bắt đầu hưởng (" + Vietnamese.month(right.from()) + ")."
                : null;
    }

    private String suspendFault(Held right) {
        if (month.isBefore(right.from())) {
            return "Tháng tạm dừng không được trước tháng bắt đầu hưởng (" + Vietnamese.month(right.from()) + ").";
        }
        if (right.to() != null && month.isAfter(right.to())) {
            return ended(right);
        }
        boolean paused = right.pausedFrom() != null
                && (right.pausedTo() == null || !right.pausedTo().isBefore(month));
        return paused && !holdsAlready(right)
                ? "Đã tạm dừng từ tháng " + Vietnamese.month(right.pausedFrom()) + "."
                : null;
    }

    private String adjustFault(Held right) {
        if (month.isBefore(right.from())) {
            return "Tháng điều chỉnh không được trước tháng bắt đầu hưởng (" + Vietnamese.month(right.from()) + ").";
        }
        return right.to() != null && month.isAfter(right.to()) ? ended(right) : null;
    }

    private String transferFault(Held right, List<Held> others) {
        String fault = endFault(right, month.minusMonths(1));
        if (fault != null) {
            return fault;
        }
        if (right.benefit().equals(benefit)) {
            return "Chế độ mới trùng với chế độ đang hưởng.";
        }
        if (right.pausedFrom() != null
                && (right.pausedTo() == null || !right.pausedTo().isBefore(month))) {
            return "Đang tạm dừng: hãy cho hưởng lại trước, hoặc thôi hưởng; chế độ mới sẽ được chi ngay.";
        }
        return others.stream()
                        .anyMatch(other -> other.personId() == right.personId()
                                && other.benefit().equals(benefit)
                                && (other.to() == null || !other.to().isBefore(month)))
                ? "Người này đã hưởng chế độ mới trong những tháng đó."
                : null;
    }

    private static String ended(Held right) {
        return "Đã thôi hưởng, hưởng hết tháng " + Vietnamese.month(right.to()) + ".";
    }

    /** Of a reported row whose person is known. @param rights all rights of the person @param known the person */
    Line ofPerson(Line line, Known known, List<Held> rights) {
        return kind == Kind.DEATH ? ofDeath(line, known, rights) : ofMove(line, rights);
    }

    private Line ofDeath(Line line, Known known, List<Held> rights) {
        LocalDate day = line.day();
        if (day.isBefore(known.born())) {
            return line.as(State.WRONG, "Ngày chết ở trước ngày sinh.");
        }
        if (known.diedOn() != null && !known.diedOn().equals(day) && !line.confirmed()) {
            return line.maybe(List.of(known.id()))
                    .as(
                            State.DOUBTFUL,
                            "Cơ sở dữ liệu đã ghi mất ngày " + Vietnamese.day(known.diedOn())
                                    + ". Xác nhận nếu ngày báo mới là đúng.");
        }
        YearMonth last = YearMonth.from(day);
        long ending = rights.stream().filter(right -> ends(right, last)).count();
        boolean elsewhere = rights.stream().anyMatch(right -> !right.own() && right.runsBeyond(last));
        boolean others = rights.stream()
                .anyMatch(right -> right.own() && !right.program().equals(program) && right.runsBeyond(last));
        String said = ending == 0
                ? "Không có chế độ nào phải thôi hưởng; chỉ ghi ngày mất."
                : "Thôi hưởng " + ending + " chế độ, hưởng hết tháng " + Vietnamese.month(last) + ".";
        return line.as(
                State.READY,
                said
                        + (elsewhere ? " Còn chế độ do nơi khác chi trả, nơi đó ra quyết định." : "")
                        + (others ? " Còn chế độ của chương trình khác." : ""));
    }

    /** Whether a reported row does something to a right of its person. */
    boolean concerns(Held right, Line line) {
        return line.day() != null
                && (kind == Kind.DEATH ? ends(right, YearMonth.from(line.day())) : moves(right, line));
    }

    /** Whether a death in month {@code last} ends a right of the decision's. */
    boolean ends(Held right, YearMonth last) {
        return right.own() && right.program().equals(program) && right.runsBeyond(lastPaid(right, last));
    }

    /** Last month paid after a death: its month, or none at all for a right that begins later. */
    static YearMonth lastPaid(Held right, YearMonth death) {
        YearMonth none = right.from().minusMonths(1);
        return death.isBefore(none) ? none : death;
    }

    private Line ofMove(Line line, List<Held> rights) {
        YearMonth from = movesFrom(line.day());
        List<Held> moving = rights.stream().filter(right -> moves(right, line)).toList();
        if (moving.isEmpty()) {
            return line.as(State.WRONG, "Người này không có chế độ nào phải chuyển, hoặc đã được chi trả ở nơi đến.");
        }
        Map<String, Integer> late = new HashMap<>();
        moving.forEach(right -> {
            if (from.isBefore(right.from())) {
                late.merge(Vietnamese.month(right.from()), 1, Integer::sum);
            }
        });
        return late.isEmpty()
                ? line.as(
                        State.READY,
                        "Chuyển " + moving.size() + " chế độ, nơi đến chi trả từ tháng " + Vietnamese.month(from) + ".")
                : line.as(
                        State.WRONG, "Có chế độ bắt đầu sau tháng chuyển (" + String.join(", ", late.keySet()) + ").");
    }

    /** The new commune pays from the month after the move: that month's list has been made where the person lived. */
    static YearMonth movesFrom(LocalDate day) {
        return YearMonth.from(day).plusMonths(1);
    }

    /** Whether a reported move takes a right along. */
    boolean moves(Held right, Line line) {
        return right.own()
                && right.program().equals(program)
                && right.unitId() != line.toUnitId()
                && right.runsBeyond(YearMonth.from(line.day()));
    }
}
