package vn.ansinh.core.funding;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import vn.ansinh.api.funding.Balances.Balance;
import vn.ansinh.api.funding.BudgetCodes;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.core.payment.Sql;

/** Accounts of one transaction: held while something is given away or used, and counted. */
final class Accounts {

    static final String COLUMNS =
            "n.unit_id, n.year, n.fund, sum(n.estimated), sum(n.received), sum(n.given), sum(n.closed),"
                    + " sum(n.cancelled), sum(n.fee)";

    /**
     * Whether anybody keeps accounts for unit {@code k.bearer_id} in {@code k.program}: something was set at or above it, or it was
     * given money.
     */
    static final String KEPT = """
            ((k.program, k.bearer_id) in (select r.program, c.unit_id
                from ansinh.funding_rule r join ansinh.unit_closure c on c.ancestor_id = r.unit_id)
             or (k.program, k.bearer_id) in (select d.program, l.unit_id
                from ansinh.funding_line l join ansinh.funding_decision d on d.id = l.decision_id
                where d.state = 'APPROVED'))""";

    /** 100 million million đồng: what is more was typed wrongly. */
    private static final long LARGEST = 100_000_000_000_000L;

    private static final String NAMED =
            "unnest(?::text[], ?::bigint[], ?::integer[], ?::text[]) k (program, unit_id, year, fund)";

    private static final String OPEN = "insert into ansinh.funding_account (program, unit_id, year, fund)"
            + " select distinct k.program, k.unit_id, k.year, k.fund from " + NAMED + " order by 1, 2, 3, 4"
            + " on conflict do nothing";

    /** Everybody takes them in this order. */
    private static final String HOLD =
            "select 1 from ansinh.funding_account a where (a.program, a.unit_id, a.year, a.fund)"
                    + " in (select k.program, k.unit_id, k.year, k.fund from " + NAMED + ")"
                    + " order by a.program, a.unit_id, a.year, a.fund for update";

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private Accounts() {}

    /** Program, unit, budget year and source. */
    record Account(String program, long unitId, int year, String fund) {}

    /** Locks accounts until the transaction ends. @throws Problem CONFLICT when somebody else holds one for too long */
    static void lock(Connection connection, Collection<Account> accounts) throws SQLException {
        try (Statement patience = connection.createStatement()) {
            patience.execute("set local lock_timeout = '20s'");
            for (String each : List.of(OPEN, HOLD)) {
                Sql.of(
                                each,
                                accounts.stream().map(Account::program).toList(),
                                accounts.stream().map(Account::unitId).toList(),
                                accounts.stream().map(Account::year).toList(),
                                accounts.stream().map(Account::fund).toList())
                        .execute(connection);
            }
            patience.execute("set local lock_timeout = default");
        } catch (SQLException e) {
            if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                throw new Problem(
                        Problem.Kind.CONFLICT,
                        "AS-FUNDING-BUSY",
                        "Kinh phí của đơn vị này đang được người khác cấp hoặc chốt. Vui lòng đợi ít phút rồi làm lại.",
                        e);
            }
            throw e;
        }
    }

    /** What is on an account. */
    static Balance of(Connection connection, Account account) throws SQLException {
        return of(connection, account.program(), account.year(), List.of(account.unitId())).stream()
                .filter(balance -> balance.fund().equals(account.fund()))
                .findFirst()
                .orElseGet(() -> new Balance(account.unitId(), account.year(), account.fund(), 0, 0, 0, 0, 0, 0));
    }

    /** What is on accounts of units. */
    static List<Balance> of(Connection connection, String program, int year, Collection<Long> units)
            throws SQLException {
        return Sql.of(
                        "select " + COLUMNS + " from ansinh.funding_entry n where n.program = ? and n.year = ?"
                                + " and n.unit_id = any(?) group by n.unit_id, n.year, n.fund",
                        program,
                        year,
                        units)
                .list(connection, Accounts::balance);
    }

    /** Reads {@link #COLUMNS}. */
    static Balance balance(ResultSet row) throws SQLException {
        return new Balance(
                row.getLong(1),
                row.getInt(2),
                row.getString(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7),
                row.getLong(8),
                row.getLong(9));
    }

    /** Reads the codes of the budget index from a column on. */
    static BudgetCodes codes(ResultSet row, int at) throws SQLException {
        return new BudgetCodes(
                row.getString(at),
                row.getString(at + 1),
                row.getString(at + 2),
                row.getString(at + 3),
                row.getString(at + 4));
    }

    /** @throws Problem INVALID when it is not above 0, or cannot be meant */
    static void requireAmount(long amount) {
        if (amount <= 0 || amount > LARGEST) {
            throw Problem.invalid("AS-FUNDING-AMOUNT", "Số tiền phải lớn hơn 0 đồng. Vui lòng kiểm tra lại.");
        }
    }

    /** A day that may be {@code null}. */
    static LocalDate day(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
