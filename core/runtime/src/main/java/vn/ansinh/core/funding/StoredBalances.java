package vn.ansinh.core.funding;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.funding.Balances;
import vn.ansinh.api.funding.FundingRules.Rule;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.api.unit.Units;
import vn.ansinh.core.funding.Accounts.Account;
import vn.ansinh.core.identity.PersonScope;
import vn.ansinh.core.payment.Sql;

/** {@link Balances} on view {@code ansinh.funding_entry}. */
public final class StoredBalances implements Balances {

    private final Transactions everywhere;
    private final Access access;
    private final Units units;

    /** @param everywhere sums need all rows; who may see them is asked first */
    public StoredBalances(Transactions everywhere, Access access, Units units) {
        this.everywhere = everywhere;
        this.access = access;
        this.units = units;
    }

    @Override
    public List<Balance> balances(String program, long unitId, int year) {
        Caller caller = access.require(Permissions.FUNDING_READ);
        Offices.requireYear(year);
        PersonScope scope = PersonScope.of(caller, unitId, units, "n.unit_id", "n.program");
        return everywhere.call(connection -> Sql.of(
                        "select " + Accounts.COLUMNS
                                + " from ansinh.funding_entry n join ansinh.unit u on u.id = n.unit_id"
                                + " where n.program = ? and n.year = ? and",
                        program,
                        year)
                .and(scope)
                .and(" group by n.unit_id, n.year, n.fund, u.level, u.name"
                        + " order by ansinh.funding_depth(u.level), u.name, n.unit_id, n.fund")
                .list(connection, Accounts::balance));
    }

    @Override
    public Outlook outlook(String program, long unitId, YearMonth month) {
        Caller caller = access.require();
        access.require(caller.may(Permissions.FUNDING_READ) ? Permissions.FUNDING_READ : Permissions.PAYROLL_READ);
        PersonScope scope = PersonScope.of(caller, unitId, units, "y.unit_id", "y.program");
        return everywhere.call(connection -> outlook(connection, scope, program, month));
    }

    private static Outlook outlook(Connection connection, PersonScope scope, String program, YearMonth month)
            throws SQLException {
        if (!anybody(connection, program)) {
            return new Outlook(false, false, false, List.of());
        }
        List<long[]> drafts = Sql.of(
                        "select y.id, y.unit_id from ansinh.payroll y where y.program = ? and y.month = ?"
                                + " and y.state = 'DRAFT' and",
                        program,
                        month)
                .and(scope)
                .list(connection, row -> new long[] {row.getLong(1), row.getLong(2)});
        List<Long> kept = new ArrayList<>();
        boolean approval = false;
        boolean blocks = false;
        Map<Long, Rule> rules = RuleOfList.of(
                connection, program, drafts.stream().map(draft -> draft[1]).toList(), month);
        for (long[] draft : drafts) {
            Rule rule = rules.get(draft[1]);
            approval |= rule.approval();
            if (rule.kept()) {
                kept.add(draft[0]);
                blocks |= rule.blocks();
            }
        }
        return new Outlook(!kept.isEmpty(), approval, blocks, needs(connection, program, month, kept));
    }

    /** Nobody keeps accounts of most programs: then nothing needs to be asked commune by commune. */
    private static boolean anybody(Connection connection, String program) throws SQLException {
        return Sql.of(
                        "select exists (select from ansinh.funding_rule where program = ?)"
                                + " or exists (select from ansinh.funding_decision where program = ? and state = 'APPROVED')",
                        program,
                        program)
                .one(connection, row -> row.getBoolean(1));
    }

    /** Those with too little first. */
    static List<Need> needs(Connection connection, String program, YearMonth month, List<Long> drafts)
            throws SQLException {
        if (drafts.isEmpty()) {
            return List.of();
        }
        Map<Account, Long> drafted = new HashMap<>();
        Sql.of(
                        "select n.bearer_id, n.fund, sum(n.amount) from ansinh.funding_need(?, ?) n"
                                + " group by n.bearer_id, n.fund",
                        drafts,
                        month)
                .list(
                        connection,
                        row -> drafted.put(
                                new Account(program, row.getLong(1), month.getYear(), row.getString(2)),
                                row.getLong(3)));
        Map<Account, Long> available = new HashMap<>();
        Accounts.of(
                        connection,
                        program,
                        month.getYear(),
                        drafted.keySet().stream()
                                .map(Account::unitId)
                                .distinct()
                                .toList())
                .forEach(balance -> available.put(
                        new Account(program, balance.unitId(), balance.year(), balance.fund()), balance.available()));
        List<Need> needs = new ArrayList<>();
        for (Map.Entry<Account, Long> entry : drafted.entrySet()) {
            Account account = entry.getKey();
            needs.add(
                    new Need(account.unitId(), account.fund(), available.getOrDefault(account, 0L), entry.getValue()));
        }
        needs.sort(Comparator.comparing(Need::missing)
                .reversed()
                .thenComparing(Need::unitId)
                .thenComparing(Need::fund));
        return needs;
    }
}
