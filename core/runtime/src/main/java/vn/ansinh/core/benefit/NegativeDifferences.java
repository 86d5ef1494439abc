package vn.ansinh.core.benefit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import vn.ansinh.core.sql.CopyIn;

/**
 * What was paid beyond what is due, on its way from a draft to the books. At closing the part that nobody collected is
 * cancelled, newest lines first; the rest is proposed for recovery, exactly as much as there is, and what was proposed
 * before and is no more is withdrawn. Money in a payment order without a result waits within the proposal: the next closing
 * knows more.
 */
final class NegativeDifferences {

    private static final String COLUMNS =
            "ansinh.payroll_excess (payroll_id, entitlement_id, person_id, period, amount, reason)";

    /** People who were computed anew since the draft: what was found of them then is void. */
    private static final String FORGET = """
            delete from ansinh.payroll_excess x
            where x.payroll_id = any(?) and x.person_id in (select person_id from pg_temp.payroll_holder)""";

    /** What the lists found, and proposals about their entitlements on which nothing changed: their money may have come back. */
    private static final String WORK = """
            create temp table if not exists excess_now (
                payroll_id bigint not null, program text not null, unit_id bigint not null, entitlement_id bigint not null,
                person_id bigint not null, period date not null, amount bigint not null, reason text not null,
                cancelled bigint not null default 0, primary key (entitlement_id, period)) on commit drop;
            delete from pg_temp.excess_now""";

    private static final String FILL = """
            insert into pg_temp.excess_now (payroll_id, program, unit_id, entitlement_id, person_id, period, amount, reason)
            select y.id, y.program, y.unit_id, x.entitlement_id, x.person_id, x.period, x.amount, x.reason
            from ansinh.payroll y
                join ansinh.payroll_excess x on x.payroll_id = y.id
                join ansinh.entitlement e on e.id = x.entitlement_id and e.unit_id = y.unit_id
            where y.id = any(?)
            union all
            select y.id, y.program, y.unit_id, r.entitlement_id, r.person_id, r.period, r.amount, r.reason
            from ansinh.payroll y
                join ansinh.receivable r on r.program = y.program and r.state = 'PROPOSED'
                join ansinh.entitlement e on e.id = r.entitlement_id and e.unit_id = y.unit_id
            where y.id = any(?) and not exists (select from ansinh.payroll_excess x
                where x.payroll_id = y.id and x.entitlement_id = r.entitlement_id and x.period = r.period)""";

    /** A payment order that takes lines of these lists is made before or after, never meanwhile. */
    private static final String LOCK = """
            select from ansinh.payroll y where y.id in (
                select l.payroll_id from pg_temp.excess_now w join ansinh.payroll_line l
                    on l.entitlement_id = w.entitlement_id and l.period <= w.period
                        and w.period < l.period + make_interval(months => l.months))
            order by y.id for update""";

    private static final String CANCEL = """
            with share as (
                select w.payroll_id, w.entitlement_id, w.person_id, w.period, w.amount, w.reason, l.month, l.id as line_id,
                    l.due - l.paid_before - coalesce((select sum(c.amount) from ansinh.payroll_cancellation c
                        where c.month = l.month and c.line_id = l.id and c.period = w.period and not c.annulled), 0) as free
                from pg_temp.excess_now w
                    join ansinh.payroll_line l on l.entitlement_id = w.entitlement_id and l.period <= w.period
                        and w.period < l.period + make_interval(months => l.months)
                    join ansinh.payroll y on y.id = l.payroll_id and y.state = 'CLOSED'
                where w.amount > 0 and not exists (select from ansinh.payment_line p
                    where p.month = l.month and p.line_id = l.id and p.state <> 'UNPAID')),
            ranked as (
                select s.*, sum(s.free) over (partition by s.entitlement_id, s.period
                    order by s.month desc, s.line_id desc) - s.free as newer
                from share s where s.free > 0),
            done as (
                insert into ansinh.payroll_cancellation (month, line_id, entitlement_id, person_id, period, amount, reason,
                    payroll_id, recorded_by)
                select r.month, r.line_id, r.entitlement_id, r.person_id, r.period, least(r.free, r.amount - r.newer),
                    r.reason, r.payroll_id, ?
                from ranked r where r.newer < r.amount
                returning entitlement_id, period, amount)
            update pg_temp.excess_now w set cancelled = d.amount
            from (select entitlement_id, period, sum(amount) as amount from done group by entitlement_id, period) d
            where d.entitlement_id = w.entitlement_id and d.period = w.period""";

    private static final String PROPOSE = """
            insert into ansinh.receivable as r (program, entitlement_id, person_id, unit_id, period, amount, state, reason,
                collected_by, changed_by)
            select w.program, w.entitlement_id, w.person_id, w.unit_id, w.period, w.amount - w.cancelled, 'PROPOSED',
                w.reason, coalesce(c.name, p.full_name), ?
            from pg_temp.excess_now w
                join ansinh.person p on p.id = w.person_id
                left join lateral (
                    select coalesce(m.collected_by, m.payee_name, l.payee_name) as name
                    from ansinh.payroll_line l
                        join ansinh.payroll y on y.id = l.payroll_id and y.state = 'CLOSED'
                        left join ansinh.payment_line m on m.month = l.month and m.line_id = l.id
                    where l.entitlement_id = w.entitlement_id and l.period <= w.period
                      and w.period < l.period + make_interval(months => l.months)
                    order by l.month desc, l.id desc limit 1) c on true
            where w.amount > w.cancelled
            on conflict (entitlement_id, period) where state = 'PROPOSED' do update set
                amount = excluded.amount, reason = excluded.reason, unit_id = excluded.unit_id,
                collected_by = excluded.collected_by, changed_at = now(), changed_by = excluded.changed_by
            where (r.amount, r.reason, r.unit_id, r.collected_by)
                is distinct from (excluded.amount, excluded.reason, excluded.unit_id, excluded.collected_by)""";

    private static final String WITHDRAW = """
            update ansinh.receivable r set state = 'WITHDRAWN', note = 'Không còn chênh lệch phải truy thu.',
                changed_at = now(), changed_by = ?
            from pg_temp.excess_now w
            where r.state = 'PROPOSED' and r.entitlement_id = w.entitlement_id and r.period = w.period
              and w.amount <= w.cancelled""";

    private final Connection connection;

    NegativeDifferences(Connection connection) {
        this.connection = connection;
    }

    /**
     * Keeps what a run found.
     *
     * @param payrollOfUnit the drafts, by commune
     */
    void keep(List<Excess> found, Map<Long, Long> payrollOfUnit) throws SQLException {
        if (found.isEmpty()) {
            return;
        }
        try (CopyIn copy = CopyIn.into(connection, COLUMNS)) {
            for (Excess excess : found) {
                copy.row(
                        payrollOfUnit.get(excess.unitId()),
                        excess.entitlementId(),
                        excess.personId(),
                        excess.period().atDay(1),
                        excess.amount(),
                        excess.reason());
            }
            copy.finish();
        }
    }

    /** Replaces what a run found of the people that a {@link PersonStream} of this transaction has just gone through. */
    void keepInstead(List<Excess> found, Map<Long, Long> payrollOfUnit) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(FORGET)) {
            delete.setArray(
                    1, connection.createArrayOf("bigint", payrollOfUnit.values().toArray()));
            delete.executeUpdate();
        }
        keep(found, payrollOfUnit);
    }

    /** Books what these lists found; they are about to be closed by {@code account}. */
    void settle(Long[] payrolls, String account) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(WORK);
        }
        try (PreparedStatement fill = connection.prepareStatement(FILL)) {
            fill.setArray(1, connection.createArrayOf("bigint", payrolls));
            fill.setArray(2, connection.createArrayOf("bigint", payrolls));
            if (fill.executeUpdate() == 0) {
                return;
            }
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("analyze pg_temp.excess_now");
            statement.execute(LOCK);
        }
        for (String step : List.of(CANCEL, PROPOSE, WITHDRAW)) {
            try (PreparedStatement book = connection.prepareStatement(step)) {
                book.setString(1, account);
                book.executeUpdate();
            }
        }
    }
}
