package vn.ansinh.core.funding;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.ansinh.api.codelist.CodeLists;
import vn.ansinh.api.funding.Balances.Balance;
import vn.ansinh.api.funding.FundingRules.Rule;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.text.Money;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.api.unit.Units;
import vn.ansinh.core.benefit.ClosingFunds;
import vn.ansinh.core.funding.Accounts.Account;
import vn.ansinh.core.payment.Sql;

/** {@link ClosingFunds} on tables {@code ansinh.funding_…}: closing a list uses what is on its unit's account. */
public final class AccountsAtClosing implements ClosingFunds {

    private static final int NAMED = 5;

    /** Lists that must be approved from above and are not, as they stand. */
    private static final String UNAPPROVED = """
            select y.unit_id from ansinh.payroll y
            where y.id = any(?) and (select n.approval from (
                    select distinct on (r.unit_id) r.unit_id, r.approval, u.level
                    from ansinh.unit_closure c
                        join ansinh.funding_rule r on r.unit_id = c.ancestor_id
                        join ansinh.unit u on u.id = r.unit_id
                    where c.unit_id = y.unit_id and c.ancestor_id <> y.unit_id and r.program = y.program
                        and r.from_month <= y.month
                    order by r.unit_id, r.from_month desc, r.id desc) n
                order by ansinh.funding_depth(n.level) desc limit 1)
              and not exists (select from ansinh.funding_submission s
                where s.payroll_id = y.id and s.run_id = y.run_id and s.state = 'APPROVED')
            order by y.unit_id""";

    /** Accounts that lists use, of units that keep any, with one list of each. */
    private static final String USED = """
            with k as materialized (
                select distinct on (u.program, u.bearer_id, u.year, u.fund) u.program, u.bearer_id, u.year, u.fund, u.unit_id,
                    u.month
                from ansinh.funding_use u
                where u.payroll_id = any(?) and u.amount > 0
                order by u.program, u.bearer_id, u.year, u.fund, u.unit_id)
            select k.program, k.bearer_id, k.year, k.fund, k.unit_id, k.month from k where
            """ + Accounts.KEPT + " order by k.bearer_id, k.fund";

    private final FundingCodes codes;
    private final Units units;

    public AccountsAtClosing(Units units, CodeLists codeLists) {
        this.units = units;
        this.codes = new FundingCodes(codeLists);
    }

    @Override
    public void requireApproved(Connection connection, Long[] payrolls) throws SQLException {
        List<String> names = Sql.of(UNAPPROVED, List.of(payrolls)).list(connection, row -> name(row.getLong(1)));
        if (!names.isEmpty()) {
            String more = names.size() > NAMED ? " và " + (names.size() - NAMED) + " đơn vị khác" : "";
            throw Problem.conflict(
                    "AS-FUNDING-UNAPPROVED",
                    "Danh sách của " + names.stream().limit(NAMED).collect(Collectors.joining(", ")) + more
                            + " chưa được cấp trên duyệt nên chưa chốt được. Chưa chốt danh sách nào; hãy trình danh"
                            + " sách đang có và chờ duyệt.");
        }
    }

    private record Used(Account account, long unitId, YearMonth month) {}

    @Override
    public void requireEnough(Connection connection, Long[] payrolls, boolean seen) throws SQLException {
        List<Used> used = Sql.of(USED, List.of(payrolls))
                .list(
                        connection,
                        row -> new Used(
                                new Account(row.getString(1), row.getLong(2), row.getInt(3), row.getString(4)),
                                row.getLong(5),
                                Sql.month(row, 6)));
        if (used.isEmpty()) {
            return;
        }
        // lists that are closed together are of one program and one month
        String program = used.get(0).account().program();
        YearMonth month = used.get(0).month();
        Accounts.lock(connection, used.stream().map(Used::account).toList());
        Map<Account, Balance> overdrawn = new HashMap<>();
        for (Balance balance : Accounts.of(connection, program, month.getYear(), bearers(used))) {
            if (balance.available() < 0) {
                overdrawn.put(new Account(program, balance.unitId(), balance.year(), balance.fund()), balance);
            }
        }
        // who has a budget of its own and has told nothing of it may have any amount
        Set<Long> own = Offices.ownBudgets(connection, program, bearers(used), month);
        List<Used> lacking = used.stream()
                .filter(one -> overdrawn.containsKey(one.account()))
                .filter(one -> overdrawn.get(one.account()).received() != 0
                        || !own.contains(one.account().unitId()))
                .toList();
        boolean blocks =
                RuleOfList.of(
                                connection,
                                program,
                                lacking.stream().map(Used::unitId).toList(),
                                month)
                        .values()
                        .stream()
                        .anyMatch(Rule::blocks);
        refuse(
                lacking.stream()
                        .map(one -> name(one.account().unitId()) + " thiếu "
                                + Money.format(-overdrawn.get(one.account()).available())
                                + " đồng nguồn «" + codes.fundName(one.account().fund()) + "»")
                        .toList(),
                blocks,
                seen);
    }

    private static List<Long> bearers(List<Used> used) {
        return used.stream().map(one -> one.account().unitId()).distinct().toList();
    }

    private static void refuse(List<String> lacking, boolean blocks, boolean seen) {
        if (lacking.isEmpty() || seen && !blocks) {
            return;
        }
        String what = lacking.stream().limit(NAMED).collect(Collectors.joining("; "))
                + (lacking.size() > NAMED ? "; và " + (lacking.size() - NAMED) + " khoản khác" : "");
        if (blocks) {
            throw Problem.conflict(
                    "AS-FUNDING-LACKING",
                    "Không đủ kinh phí: " + what
                            + ". Cấp trên quy định không chốt khi thiếu. Chưa chốt danh sách nào; hãy đề nghị cấp thêm.");
        }
        throw Problem.conflict(
                "AS-FUNDING-SHORTFALL",
                "Không đủ kinh phí: " + what
                        + ". Chưa chốt danh sách nào; nếu vẫn chốt, hãy xác nhận đã biết thiếu kinh phí.");
    }

    private String name(long unitId) {
        return units.byId(unitId).map(AdministrativeUnit::name).orElse("đơn vị " + unitId);
    }
}
