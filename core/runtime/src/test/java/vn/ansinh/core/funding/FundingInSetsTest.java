package vn.ansinh.core.funding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.ansinh.core.SmallCountry.HA_TINH;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ansinh.api.benefit.Payroll;
import vn.ansinh.api.funding.FundingRules.Rule;
import vn.ansinh.core.benefit.ClosedLists;
import vn.ansinh.core.payment.Sql;
import vn.ansinh.testkit.TestDatabase;

/** What is asked for all lists of a closing at once is what is asked for each alone, whatever provinces and communes have set. */
class FundingInSetsTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final int COMMUNES = 6;
    private static final int WORLDS = 12;

    @Test
    void allListsAtOnceAreEachListAlone() {
        ClosedLists lists = new ClosedLists(DATABASE);
        Random chance = new Random(20261123);
        List<Long> communes = new ArrayList<>();
        List<Long> drafts = new ArrayList<>();
        for (int i = 0; i < COMMUNES; i++) {
            long commune = lists.commune();
            lists.person("Hà Văn " + i, commune, "BD", "2026-10");
            Payroll draft = lists.draft(commune, NOVEMBER.toString());
            communes.add(commune);
            drafts.add(draft.id());
        }
        int told = 0;
        for (int world = 0; world < WORLDS; world++) {
            long unit = chance.nextInt(3) == 0 ? HA_TINH : communes.get(chance.nextInt(COMMUNES));
            lists.execute("insert into ansinh.funding_rule (program, unit_id, from_month, own_budget, pooled, approval,"
                    + " blocks, basis, set_by, set_at) values ('" + ClosedLists.program() + "', " + unit
                    + ", date '2026-0"
                    + (1 + chance.nextInt(9)) + "-01', " + chance.nextBoolean() + ", " + chance.nextBoolean() + ", "
                    + chance.nextBoolean() + ", " + chance.nextBoolean() + ", 'QĐ', 'thao', now())");
            lists.execute(
                    "insert into ansinh.funding_source (program, unit_id, benefit, fund, from_month, set_by, set_at)"
                            + " values ('" + ClosedLists.program() + "', " + unit + ", '"
                            + (chance.nextBoolean() ? "" : "CAO-TUOI") + "', 'F" + world + "', date '2026-"
                            + (world < 9 ? "0" : "")
                            + (1 + world) + "-01', 'thao', now())");
            List<String> alone = alone(drafts);
            assertEquals(COMMUNES, alone.size());
            assertEquals(alone, atOnce(drafts), "after " + (world + 1) + " settings");
            told += (int) alone.stream().distinct().count();
            rulesAgree(communes);
        }
        assertTrue(told > WORLDS * 2, "the settings made a difference: " + told);
    }

    private static List<String> atOnce(List<Long> drafts) {
        return DATABASE.transactions()
                .call(connection -> Sql.of(
                                "select n.payroll_id || ' ' || n.fund || ' ' || n.bearer_id || ' ' || n.amount"
                                        + " from ansinh.funding_need(?, ?) n order by n.payroll_id",
                                drafts,
                                NOVEMBER)
                        .list(connection, row -> row.getString(1)));
    }

    private static List<String> alone(List<Long> drafts) {
        return DATABASE.transactions()
                .call(connection -> Sql.of(
                                "select y.id || ' ' || ansinh.funding_fund(y.program, y.unit_id, r.benefit, y.month) || ' '"
                                        + " || ansinh.funding_bearer(y.program, y.unit_id, y.month) || ' ' || sum(l.amount)"
                                        + " from ansinh.payroll y join ansinh.payroll_line l on l.payroll_id = y.id"
                                        + " and l.month = y.month join ansinh.payroll_rule r on r.id = l.rule_id"
                                        + " where y.id = any(?) and r.fund is null group by y.id, r.benefit order by y.id",
                                drafts)
                        .list(connection, row -> row.getString(1)));
    }

    private static void rulesAgree(List<Long> communes) {
        DATABASE.transactions().run(connection -> {
            Map<Long, Rule> all = RuleOfList.of(connection, ClosedLists.program(), communes, NOVEMBER);
            for (long commune : communes) {
                assertEquals(RuleOfList.of(connection, ClosedLists.program(), commune, NOVEMBER), all.get(commune));
                long bearer = Sql.of("select ansinh.funding_bearer(?, ?, ?)", ClosedLists.program(), commune, NOVEMBER)
                        .one(connection, row -> row.getLong(1));
                assertEquals(bearer, all.get(commune).bearerId());
            }
        });
    }
}
