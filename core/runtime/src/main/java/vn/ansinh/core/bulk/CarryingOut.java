package vn.ansinh.core.bulk;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import vn.ansinh.api.benefit.Decision;
import vn.ansinh.core.sql.CopyIn;

/**
 * What a signed decision does to rights: a statement for all of them, and an event for each. The ledger learns of it by the tables'
 * own triggers, as of every other change.
 */
final class CarryingOut {

    private static final String TELL =
            "insert into ansinh.entitlement_event (entitlement_id, kind, effective_month, reason,"
                    + " decision_number, decision_date, detail, recorded_by) ";

    private static final String STAGE = """
            create temp table if not exists bulk_act (id bigint not null, month date not null, unit_id bigint, detail text)
                on commit drop;
            delete from pg_temp.bulk_act""";

    private static final String END = """
            with acted as (
                update ansinh.entitlement e set to_month = a.month, changed_at = now() from pg_temp.bulk_act a
                where e.id = a.id returning e.id, a.month, a.detail)
            """ + TELL + "select id, 'END', month, ?, ?, ?, detail, ? from acted";

    private static final String SUSPEND =
            """
            with acted as (
                insert into ansinh.entitlement_pause (entitlement_id, from_month, reason, reason_name, recorded_by)
                select id, month, ?, ?, ? from pg_temp.bulk_act returning entitlement_id, from_month),
            touched as (
                update ansinh.entitlement e set changed_at = now() from pg_temp.bulk_act a where e.id = a.id)
            """ + TELL + "select entitlement_id, 'SUSPEND', from_month, ?, ?, ?, null, ? from acted";

    private static final String ADJUST = """
            with touched as (
                update ansinh.entitlement e set changed_at = now() from pg_temp.bulk_act a where e.id = a.id
                returning e.id, a.month)
            """ + TELL + "select id, 'ADJUST', month, ?, ?, ?, null, ? from touched";

    private static final String MOVE = """
            with former as (
                insert into ansinh.entitlement_former_unit (entitlement_id, unit_id, until_month)
                select e.id, e.unit_id, a.month from pg_temp.bulk_act a join ansinh.entitlement e on e.id = a.id),
            acted as (
                update ansinh.entitlement e set unit_id = a.unit_id, changed_at = now() from pg_temp.bulk_act a
                where e.id = a.id returning e.id, a.month, a.detail)
            """ + TELL + "select id, 'MOVE', month, ?, ?, ?, detail, ? from acted";

    private static final String OPEN = """
            with opened as (
                insert into ansinh.entitlement (person_id, program, benefit, unit_id, from_month, decision_number,
                    decision_date, payment_method, account_number, bank, payee_name, payee_number, payee_role)
                select e.person_id, e.program, ?, e.unit_id, (a.month + interval '1 month')::date, ?, ?, e.payment_method,
                    e.account_number, e.bank, e.payee_name, e.payee_number, e.payee_role
                from pg_temp.bulk_act a join ansinh.entitlement e on e.id = a.id
                returning id, from_month)
            insert into ansinh.entitlement_event (entitlement_id, kind, effective_month, decision_number, decision_date,
                recorded_by) select id, 'OPEN', from_month, ?, ?, ? from opened""";

    private final Connection connection;
    private final Decision decision;
    private final String account;

    /** @param account who signed */
    CarryingOut(Connection connection, Decision decision, String account) {
        this.connection = connection;
        this.decision = decision;
        this.account = account;
    }

    /** One right and what it gets. @param month last paid, or first that is different @param unitId new commune, 0 for none */
    record Act(long id, YearMonth month, long unitId, String detail) {}

    void end(List<Act> acts) throws SQLException {
        stage(acts);
        tell(END);
    }

    void suspend(List<Act> acts, String reasonName) throws SQLException {
        stage(acts);
        try (PreparedStatement statement = connection.prepareStatement(SUSPEND)) {
            statement.setString(1, decision.reason());
            statement.setString(2, reasonName);
            statement.setString(3, account);
            paper(statement, 4);
            statement.executeUpdate();
        }
    }

    void adjust(List<Act> acts) throws SQLException {
        stage(acts);
        tell(ADJUST);
    }

    void move(List<Act> acts) throws SQLException {
        stage(acts);
        tell(MOVE);
    }

    /** The old right ends with the month before, the new one begins, paid in the same way. */
    void transfer(List<Act> endings, String benefit) throws SQLException {
        try (var lock = connection.createStatement()) {
            // nobody opens the same right meanwhile
            lock.execute("select pg_advisory_xact_lock(hashtextextended('ansinh.entitlement', 0))");
        }
        end(endings);
        try (PreparedStatement open = connection.prepareStatement(OPEN)) {
            open.setString(1, benefit);
            open.setString(2, decision.number());
            open.setDate(3, Date.valueOf(decision.date()));
            open.setString(4, decision.number());
            open.setDate(5, Date.valueOf(decision.date()));
            open.setString(6, account);
            open.executeUpdate();
        }
    }

    private void stage(List<Act> acts) throws SQLException {
        try (var stage = connection.createStatement()) {
            stage.execute(STAGE);
        }
        try (CopyIn copy = CopyIn.into(connection, "pg_temp.bulk_act (id, month, unit_id, detail)")) {
            for (Act act : acts) {
                copy.row(act.id(), act.month().atDay(1), act.unitId() == 0 ? null : act.unitId(), act.detail());
            }
            copy.finish();
        }
    }

    private void tell(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            paper(statement, 1);
            statement.executeUpdate();
        }
    }

    private void paper(PreparedStatement statement, int first) throws SQLException {
        statement.setString(first, decision.reason());
        statement.setString(first + 1, decision.number());
        statement.setDate(first + 2, Date.valueOf(decision.date()));
        statement.setString(first + 3, account);
    }
}
