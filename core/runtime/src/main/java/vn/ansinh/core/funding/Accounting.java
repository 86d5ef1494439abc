package vn.ansinh.core.funding;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.ansinh.api.funding.Settlements.Figures;
import vn.ansinh.core.payment.Sql;

/** Counts a unit's accounts of a year through a month, from decisions, closed lines, results and fees. */
final class Accounting {

    /**
     * Line by line where the money is. Months of the lines' lists stand in the query's parameters, so that only their partitions
     * are read.
     */
    private static final String LINES = """
            with mine as materialized (
                select u.fund, u.benefit, u.pack_fund, y.id as payroll_id, y.month
                from ansinh.funding_use u join ansinh.payroll y on y.id = u.list_id and y.state = 'CLOSED'
                where u.bearer_id = ? and u.program = ? and u.year = ? and u.amount > 0 and y.month <= ?),
            gone as materialized (
                select c.month, c.line_id, sum(c.amount) as amount
                from ansinh.payroll_cancellation c
                    join ansinh.payroll g on g.id = c.payroll_id and g.month <= ?
                where not c.annulled and c.month between ? and ? group by c.month, c.line_id),
            line as (
                select m.fund, l.month, l.id, l.amount - coalesce(g.amount, 0) as owed
                from mine m
                    join ansinh.payroll_line l on l.month = m.month and l.payroll_id = m.payroll_id
                        and l.month between ? and ?
                    join ansinh.payroll_rule r on r.id = l.rule_id and r.benefit = m.benefit
                        and r.fund is not distinct from m.pack_fund
                    left join gone g on g.month = l.month and g.line_id = l.id),
            stood as (
                select line.fund, line.owed, case when p.state = 'PAID' and p.day > ? then 'WAITING' else p.state end as state,
                    p.amount as ordered
                from line left join ansinh.payment_line p on p.month = line.month and p.line_id = line.id)
            select fund, coalesce(sum(ordered) filter (where state = 'PAID'), 0),
                coalesce(sum(owed) filter (where state = 'UNPAID'), 0)
                    + coalesce(sum(owed - ordered) filter (where state = 'PAID'), 0),
                coalesce(sum(owed) filter (where state = 'WAITING'), 0),
                coalesce(sum(owed) filter (where state is null or state = 'PLANNED'), 0)
            from stood group by fund""";

    /** Years before that are accounted for, by source: what was paid and charged then, and whether money was owed still. */
    private static final String FORMER = """
            select s.year, r.fund, r.paid, r.fee, r.paid_former, r.fee_former,
                r.undelivered + r.underway + r.unordered > 0
            from ansinh.funding_settlement s join ansinh.funding_settlement_row r on r.settlement_id = s.id
            where s.unit_id = ? and s.program = ? and s.year < ? and s.state = 'ACCEPTED'
                and s.through_month = make_date(s.year, 12, 1)""";

    private static final String CHARGED =
            "select c.fund, sum(c.amount) from ansinh.funding_charge c where c.unit_id = ? and c.program = ? and c.year = ?"
                    + " group by c.fund";

    private static final String SUMS = """
            select fund, sum(received), sum(returned), sum(given), sum(closed), sum(cancelled), sum(agent), sum(fee),
                sum(carried_in), sum(carried_out), sum(recovered), sum(former) from (
                select l.fund, case when d.kind in ('BUDGET', 'GIVE') then l.amount else 0 end as received,
                    case when d.kind in ('TAKE_BACK', 'RETURN') then l.amount else 0 end as returned, 0::bigint as given,
                    0::bigint as closed, 0::bigint as cancelled, 0::bigint as agent, 0::bigint as fee,
                    0::bigint as carried_in, case d.kind when 'CARRY_OVER' then l.amount else 0 end as carried_out,
                    0::bigint as recovered, 0::bigint as former
                from ansinh.funding_decision d join ansinh.funding_line l on l.decision_id = d.id
                where d.state = 'APPROVED' and l.unit_id = ? and d.program = ? and d.year = ? and d.day <= ?
                union all
                select l.fund, 0, 0, 0, 0, 0, 0, 0, l.amount, 0, 0, 0
                from ansinh.funding_decision d join ansinh.funding_line l on l.decision_id = d.id
                where d.state = 'APPROVED' and d.kind = 'CARRY_OVER' and l.unit_id = ? and d.program = ? and d.year = ?
                    and d.day <= ?
                union all
                select l.fund, 0, 0, case when d.kind = 'GIVE' then l.amount else -l.amount end, 0, 0, 0, 0, 0, 0, 0, 0
                from ansinh.funding_decision d join ansinh.funding_line l on l.decision_id = d.id
                where d.state = 'APPROVED' and d.kind not in ('BUDGET', 'CARRY_OVER') and d.unit_id = ? and d.program = ? and d.year = ?
                    and d.day <= ?
                union all
                select u.fund, 0, 0, 0, u.amount, u.cancelled, 0, 0, 0, 0, 0, 0
                from ansinh.funding_use u
                    join ansinh.payroll y on y.id = u.payroll_id and y.state = 'CLOSED'
                    join ansinh.payroll w on w.id = u.list_id
                where u.bearer_id = ? and u.program = ? and u.year = ? and y.month <= ? and w.month <= ?
                union all
                select a.fund, 0, 0, 0, 0, 0, a.amount, 0, 0, 0, 0, 0 from ansinh.funding_agent_return a
                where a.bearer_id = ? and a.program = ? and a.year = ? and a.day <= ?
                union all
                select c.fund, 0, 0, 0, 0, 0, 0, c.amount, 0, 0, 0, 0 from ansinh.funding_charge c
                where c.unit_id = ? and c.program = ? and c.year = ? and c.month <= ?
                union all
                select r.fund, 0, 0, 0, 0, 0, 0, 0, 0, 0, case when r.former then 0 else r.amount end,
                    case when r.former then r.amount else 0 end
                from ansinh.funding_recovered(?, ?, ?) r where r.day <= ?) s
            group by fund""";

    private final Connection connection;

    Accounting(Connection connection) {
        this.connection = connection;
    }

    /** What money of a year is counted by: results and papers until the end of the month; of December until 31 January. */
    private static LocalDate lastDay(YearMonth through) {
        return lastEvent(through).atEndOfMonth();
    }

    /** What papers about a year's money are counted by: they name the year themselves, those of December's accounts with any day. */
    private static LocalDate lastPaper(YearMonth through) {
        return through.getMonth() == Month.DECEMBER ? LocalDate.of(through.getYear() + 100, 1, 1) : lastDay(through);
    }

    /** Latest list whose closing may still have cancelled something. */
    private static YearMonth lastEvent(YearMonth through) {
        return through.getMonth() == Month.DECEMBER ? through.plusMonths(1) : through;
    }

    /** Figures since the beginning of the year, by source. */
    Map<String, Figures> figures(String program, long unitId, YearMonth through) throws SQLException {
        int year = through.getYear();
        LocalDate last = lastDay(through);
        LocalDate paper = lastPaper(through);
        YearMonth event = lastEvent(through);
        Map<String, long[]> stood = stood(program, unitId, through, last);
        Map<String, Late> late = late(program, unitId, year, last);
        Map<String, Figures> figures = new TreeMap<>();
        Sql.of(SUMS)
                .and("", unitId, program, year, paper)
                .and("", unitId, program, year - 1, last)
                .and("", unitId, program, year, paper)
                .and("", unitId, program, year, event, through)
                .and("", unitId, program, year, last)
                .and("", unitId, program, year, through)
                .and("", program, unitId, year, last)
                .list(connection, row -> {
                    long[] lines = stood.getOrDefault(row.getString(1), new long[4]);
                    Late former = late.getOrDefault(row.getString(1), Late.NOTHING);
                    return figures.put(
                            row.getString(1),
                            new Figures(
                                    row.getLong(2),
                                    row.getLong(3),
                                    row.getLong(4),
                                    row.getLong(5),
                                    row.getLong(6),
                                    lines[0],
                                    lines[1],
                                    lines[2],
                                    lines[3],
                                    row.getLong(7),
                                    row.getLong(8),
                                    row.getLong(9),
                                    row.getLong(10),
                                    row.getLong(11),
                                    row.getLong(12),
                                    former.paid(),
                                    former.fee()));
                });
        late.forEach((fund, former) -> figures.computeIfAbsent(
                fund, unused -> new Figures(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, former.paid(), former.fee())));
        return figures;
    }

    /** By source: paid, undelivered, underway, unordered of a year's lists through a month, as results until a day say. */
    private Map<String, long[]> stood(String program, long unitId, YearMonth through, LocalDate last)
            throws SQLException {
        YearMonth first = YearMonth.of(through.getYear(), 1);
        Map<String, long[]> stood = new TreeMap<>();
        Sql.of(
                        LINES,
                        unitId,
                        program,
                        through.getYear(),
                        through,
                        lastEvent(through),
                        first,
                        through,
                        first,
                        through,
                        last)
                .list(
                        connection,
                        row -> stood.put(
                                row.getString(1),
                                new long[] {row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)}));
        return stood;
    }

    /** What came after the accounts of a year; đồng. */
    private record Late(long paid, long fee) {

        private static final Late NOTHING = new Late(0, 0);

        private Late plus(long more, long moreFee) {
            return new Late(paid + more, fee + moreFee);
        }
    }

    private record Former(int year, String fund, long paid, long fee, long paidFormer, long feeFormer, boolean owed) {}

    /**
     * What reached people and was charged on lists of years before, and stands in no accepted accounts yet. Nothing before the year
     * before is accounted for itself: until then it is that year's.
     */
    private Map<String, Late> late(String program, long unitId, int year, LocalDate last) throws SQLException {
        List<Former> told = Sql.of(FORMER, unitId, program, year)
                .list(
                        connection,
                        row -> new Former(
                                row.getInt(1),
                                row.getString(2),
                                row.getLong(3),
                                row.getLong(4),
                                row.getLong(5),
                                row.getLong(6),
                                row.getBoolean(7)));
        Map<String, Late> late = new TreeMap<>();
        if (told.stream().noneMatch(one -> one.year() == year - 1)) {
            return late;
        }
        told.forEach(one -> late.merge(
                one.fund(), new Late(-one.paidFormer(), -one.feeFormer()), (a, b) -> a.plus(b.paid(), b.fee())));
        for (int before : new TreeSet<>(told.stream().map(Former::year).toList())) {
            List<Former> rows =
                    told.stream().filter(one -> one.year() == before).toList();
            Map<String, long[]> now = rows.stream().anyMatch(Former::owed)
                    ? stood(program, unitId, YearMonth.of(before, 12), last)
                    : Map.of();
            Map<String, Long> charged = new TreeMap<>();
            Sql.of(CHARGED, unitId, program, before)
                    .list(connection, row -> charged.put(row.getString(1), row.getLong(2)));
            for (Former one : rows) {
                long paid = now.containsKey(one.fund()) ? now.get(one.fund())[0] - one.paid() : 0;
                late.computeIfPresent(
                        one.fund(), (fund, sum) -> sum.plus(paid, charged.getOrDefault(one.fund(), 0L) - one.fee()));
            }
        }
        late.values().removeIf(Late.NOTHING::equals);
        return late;
    }
}
