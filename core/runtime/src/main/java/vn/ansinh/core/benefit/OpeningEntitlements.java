package vn.ansinh.core.benefit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import vn.ansinh.api.benefit.EntitlementDraft;
import vn.ansinh.api.benefit.Entitlements.Opened;
import vn.ansinh.api.benefit.Entitlements.Opened.Outcome;
import vn.ansinh.api.benefit.PaymentDetails;
import vn.ansinh.core.sql.CopyIn;

/**
 * Opens entitlements in sets: the drafts go into a temporary table, each rule is one statement. Two openings never run at
 * the same time, so that neither opens what the other is opening.
 */
final class OpeningEntitlements {

    private static final String STAGE = """
            create temp table if not exists entitlement_draft (
                ord bigint not null, person_id bigint not null, program text not null, benefit text not null,
                unit_id bigint not null, from_month date not null, paid_through date, decision_number text,
                decision_date date, payment_method text not null, account_number text, bank text, payee_name text,
                payee_number text, payee_role text not null, entitlement_id bigint, outcome text) on commit drop;
            delete from pg_temp.entitlement_draft""";

    private static final String COPIED =
            "pg_temp.entitlement_draft (ord, person_id, program, benefit, unit_id, from_month,"
                    + " paid_through, decision_number, decision_date, payment_method, account_number, bank, payee_name,"
                    + " payee_number, payee_role)";

    /**
     * The same first month is the same right, also when it has ended since: an old list imported again opens nothing. One that
     * was ended before it began never was.
     */
    private static final String FIND_SAME = """
            update pg_temp.entitlement_draft d set entitlement_id = e.id, outcome = 'UNCHANGED'
            from ansinh.entitlement e
            where e.person_id = d.person_id and e.benefit = d.benefit and e.from_month = d.from_month
              and (e.to_month is null or e.to_month >= e.from_month)""";

    private static final String FIND_OVERLAPPING = """
            update pg_temp.entitlement_draft d set entitlement_id = e.id, outcome = 'CONFLICT'
            from ansinh.entitlement e
            where d.outcome is null and e.person_id = d.person_id and e.benefit = d.benefit
              and (e.to_month is null or e.to_month >= greatest(d.from_month, e.from_month))""";

    /** Of several drafts of one right the first counts. */
    private static final String OPEN = """
            with first as (
                select distinct on (person_id, benefit) * from pg_temp.entitlement_draft
                where outcome is null order by person_id, benefit, ord),
            opened as (
                insert into ansinh.entitlement (person_id, program, benefit, unit_id, from_month, paid_through,
                    decision_number, decision_date, payment_method, account_number, bank, payee_name, payee_number,
                    payee_role)
                select person_id, program, benefit, unit_id, from_month, paid_through, decision_number, decision_date,
                    payment_method, account_number, bank, payee_name, payee_number, payee_role
                from first
                returning id, person_id, benefit, from_month, decision_number, decision_date),
            told as (
                insert into ansinh.entitlement_event (entitlement_id, kind, effective_month, decision_number,
                    decision_date, recorded_by)
                select id, 'OPEN', from_month, decision_number, decision_date, ? from opened)
            update pg_temp.entitlement_draft d set
                entitlement_id = opened.id,
                outcome = case when d.ord = first.ord then 'OPENED'
                    when d.from_month = opened.from_month then 'UNCHANGED' else 'CONFLICT' end
            from opened join first using (person_id, benefit)
            where d.outcome is null and d.person_id = opened.person_id and d.benefit = opened.benefit""";

    private static final String RESULT = "select entitlement_id, outcome from pg_temp.entitlement_draft order by ord";

    private final Connection connection;
    private final String account;

    OpeningEntitlements(Connection connection, String account) {
        this.connection = connection;
        this.account = account;
    }

    List<Opened> open(List<EntitlementDraft> drafts) throws SQLException {
        execute("select pg_advisory_xact_lock(hashtextextended('ansinh.entitlement', 0))");
        execute(STAGE);
        stage(drafts);
        execute("analyze pg_temp.entitlement_draft");
        execute(FIND_SAME);
        execute(FIND_OVERLAPPING);
        try (PreparedStatement open = connection.prepareStatement(OPEN)) {
            open.setString(1, account);
            open.executeUpdate();
        }
        return result(drafts.size());
    }

    private void stage(List<EntitlementDraft> drafts) throws SQLException {
        try (CopyIn copy = CopyIn.into(connection, COPIED)) {
            for (int i = 0; i < drafts.size(); i++) {
                EntitlementDraft draft = drafts.get(i);
                PaymentDetails payment = draft.payment();
                copy.row(
                        i,
                        draft.personId(),
                        draft.program(),
                        draft.benefit(),
                        draft.unitId(),
                        EntitlementRows.date(draft.from()),
                        EntitlementRows.date(draft.paidThrough()),
                        draft.decisionNumber(),
                        draft.decisionDate(),
                        payment.method(),
                        payment.accountNumber(),
                        payment.bank(),
                        payment.payeeName(),
                        payment.payeeNumber(),
                        payment.payeeRole());
            }
            copy.finish();
        }
    }

    private List<Opened> result(int size) throws SQLException {
        List<Opened> opened = new ArrayList<>(size);
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(RESULT)) {
            while (row.next()) {
                opened.add(new Opened(row.getLong(1), Outcome.valueOf(row.getString(2))));
            }
        }
        return opened;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
