package vn.ansinh.core.funding;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.audit.Subject;
import vn.ansinh.api.codelist.CodeLists;
import vn.ansinh.api.funding.Allocations;
import vn.ansinh.api.funding.FundingState;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.text.Money;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.api.unit.Units;
import vn.ansinh.core.audit.Fields;
import vn.ansinh.core.funding.Accounts.Account;
import vn.ansinh.core.payment.Sql;

/** {@link Allocations} on tables {@code ansinh.funding_decision} and {@code ansinh.funding_line}. */
public final class StoredAllocations implements Allocations {

    private static final String KIND = "funding-decision";

    private final Transactions transactions;
    private final Transactions everywhere;
    private final Access access;
    private final Offices offices;
    private final FundingCodes codes;
    private final Audit audit;
    private final Papers papers;

    /** @param everywhere for what is written, after it was asked who may */
    public StoredAllocations(
            Transactions transactions,
            Transactions everywhere,
            Access access,
            Units units,
            CodeLists codeLists,
            Clock clock,
            Audit audit) {
        this.transactions = transactions;
        this.everywhere = everywhere;
        this.access = access;
        this.offices = new Offices(access, units, clock);
        this.codes = new FundingCodes(codeLists);
        this.audit = audit;
        this.papers = new Papers("ansinh.funding_decision", transactions, clock);
    }

    @Override
    public Allocation propose(AllocationDraft draft) {
        Caller caller = writer(draft);
        check(draft);
        return everywhere.call(connection -> {
            if (draft.kind() == Kind.BUDGET) {
                requireOwnBudget(connection, draft);
            }
            requireNumber(connection, draft);
            long id = insert(connection, draft, caller);
            return told(connection, id, "funding.allocate", null);
        });
    }

    /** Who writes: the unit that gives or takes back; what is returned, the unit that returns it. */
    private Caller writer(AllocationDraft draft) {
        if (draft.kind() != Kind.RETURN) {
            return access.require(Permissions.FUNDING_PROPOSE, draft.unitId(), draft.program());
        }
        draft.lines().forEach(line -> access.require(Permissions.FUNDING_PROPOSE, line.unitId(), draft.program()));
        return access.require(Permissions.FUNDING_PROPOSE);
    }

    private void check(AllocationDraft draft) {
        offices.requireUnit(draft.unitId());
        Offices.requireYear(draft.year());
        if (draft.number() == null || draft.number().isBlank()) {
            throw Problem.invalid("AS-FUNDING-NUMBER", "Vui lòng ghi số quyết định.");
        }
        if (draft.day() == null || draft.day().isAfter(LocalDate.now(offices.clock()))) {
            throw Problem.invalid("AS-FUNDING-DAY", "Ngày quyết định phải có và không ở tương lai.");
        }
        if (draft.lines().isEmpty()) {
            throw Problem.invalid(
                    "AS-FUNDING-NO-LINES", "Quyết định chưa có dòng nào. Vui lòng ghi đơn vị và số tiền.");
        }
        if (draft.kind() == Kind.CARRY_OVER) {
            requireYearOver(draft);
        }
        codes.requireVoucher(draft.voucher(), draft.day(), draft.unitId());
        for (AllocationLine line : draft.lines()) {
            if (draft.kind() == Kind.CARRY_OVER) {
                if (line.unitId() != draft.unitId()) {
                    throw Problem.invalid(
                            "AS-FUNDING-CARRY-UNIT",
                            "Mỗi đơn vị chuyển nguồn phần của mình; kinh phí của cấp dưới do cấp dưới chuyển hoặc nộp trả.");
                }
            } else if (draft.kind() == Kind.BUDGET) {
                if (line.unitId() != draft.unitId()) {
                    throw Problem.invalid(
                            "AS-FUNDING-BUDGET-UNIT",
                            "Ngân sách giao cho chính đơn vị; cấp cho cấp dưới bằng quyết định khác.");
                }
            } else {
                offices.requireBelow(line.unitId(), draft.unitId());
            }
            codes.requireFund(line.fund(), draft.day(), draft.unitId());
            codes.requireIndex(line.codes(), draft.day(), draft.unitId());
            Accounts.requireAmount(line.amount());
        }
    }

    /** What the law lets a unit keep is not known here: whoever decides names the clause. */
    private static void requireYearOver(AllocationDraft draft) {
        if (draft.day().getYear() <= draft.year()) {
            throw Problem.invalid(
                    "AS-FUNDING-CARRY-EARLY",
                    "Năm ngân sách " + draft.year() + " chưa hết; chuyển nguồn ghi bằng quyết định của năm sau.");
        }
        if (draft.about() == null || draft.about().isBlank()) {
            throw Problem.invalid(
                    "AS-FUNDING-CARRY-CLAUSE", "Vui lòng ghi căn cứ cho chuyển nguồn: văn bản, điều, khoản.");
        }
    }

    private void requireOwnBudget(Connection connection, AllocationDraft draft) throws SQLException {
        if (!Offices.ownBudget(connection, draft.program(), draft.unitId(), YearMonth.from(draft.day()))) {
            throw Problem.conflict(
                    "AS-FUNDING-NO-BUDGET",
                    offices.name(draft.unitId())
                            + " không có ngân sách riêng nên nhận kinh phí bằng quyết định cấp của cấp trên.");
        }
    }

    private static void requireNumber(Connection connection, AllocationDraft draft) throws SQLException {
        boolean used = Sql.of(
                        "select exists (select from ansinh.funding_decision where program = ? and unit_id = ? and year = ?"
                                + " and number = ? and state in ('PROPOSED', 'APPROVED'))",
                        draft.program(),
                        draft.unitId(),
                        draft.year(),
                        Papers.text(draft.number()))
                .one(connection, row -> row.getBoolean(1));
        if (used) {
            throw Problem.conflict(
                    "AS-FUNDING-NUMBER-USED",
                    "Số quyết định «" + draft.number() + "» của năm " + draft.year()
                            + " đã được ghi. Vui lòng kiểm tra để không cấp hai lần.");
        }
    }

    private long insert(Connection connection, AllocationDraft draft, Caller caller) throws SQLException {
        boolean vouched =
                draft.voucher().kind() != null && !draft.voucher().kind().isBlank();
        long id = Sql.of(
                        "insert into ansinh.funding_decision (program, kind, unit_id, year, number, day, voucher_kind,"
                                + " voucher_number, about, state, proposed_by, proposed_name, proposed_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'PROPOSED', ?, ?, ?) returning id",
                        draft.program(),
                        draft.kind().name(),
                        draft.unitId(),
                        draft.year(),
                        Papers.text(draft.number()),
                        draft.day(),
                        vouched ? draft.voucher().kind() : null,
                        vouched ? Papers.text(draft.voucher().number()) : null,
                        Papers.text(draft.about()),
                        caller.account(),
                        caller.fullName(),
                        offices.clock().instant())
                .one(connection, row -> row.getLong(1));
        int no = 0;
        for (AllocationLine line : draft.lines()) {
            Sql.of(
                            "insert into ansinh.funding_line (decision_id, no, program, giver_id, unit_id, fund, chapter,"
                                    + " category, division, item, sub_item, amount)"
                                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                            id,
                            ++no,
                            draft.program(),
                            draft.unitId(),
                            line.unitId(),
                            line.fund(),
                            line.codes().chapter(),
                            line.codes().category(),
                            line.codes().division(),
                            line.codes().item(),
                            line.codes().subItem(),
                            line.amount())
                    .execute(connection);
        }
        return id;
    }

    @Override
    public Allocation approve(long id) {
        access.require(Permissions.FUNDING_APPROVE);
        papers.requireSeen(id);
        return everywhere.call(connection -> {
            Allocation decision = decidable(connection, id);
            requireUnspent(connection, decision.draft());
            papers.decide(connection, id, FundingState.APPROVED, access.require(), null);
            return told(connection, id, "funding.allocate-approve", null);
        });
    }

    /** Both ends are held, so that of two who give away the last money at once the second sees that it is gone. */
    private void requireUnspent(Connection connection, AllocationDraft draft) throws SQLException {
        Map<Account, Long> givers = draft.lines().stream()
                .collect(Collectors.groupingBy(
                        line -> new Account(draft.program(), draft.unitId(), draft.year(), line.fund()),
                        Collectors.summingLong(AllocationLine::amount)));
        Map<Account, Long> receivers = draft.lines().stream()
                .collect(Collectors.groupingBy(
                        line -> new Account(draft.program(), line.unitId(), draft.year(), line.fund()),
                        Collectors.summingLong(AllocationLine::amount)));
        Map<Account, Long> all = new HashMap<>(givers);
        all.putAll(receivers);
        Accounts.lock(connection, all.keySet());
        switch (draft.kind()) {
            case BUDGET -> requireOwnBudget(connection, draft);
            case GIVE -> {
                if (!Offices.ownBudget(connection, draft.program(), draft.unitId(), YearMonth.from(draft.day()))) {
                    requireUnspent(connection, givers);
                }
            }
            case TAKE_BACK, RETURN, CARRY_OVER -> requireUnspent(connection, receivers);
        }
    }

    private void requireUnspent(Connection connection, Map<Account, Long> asked) throws SQLException {
        for (Map.Entry<Account, Long> entry : asked.entrySet()) {
            Account account = entry.getKey();
            long available = Accounts.of(connection, account).available();
            if (entry.getValue() > available) {
                throw Problem.conflict(
                        "AS-FUNDING-UNSPENT",
                        offices.name(account.unitId()) + " còn " + Money.format(Math.max(0, available))
                                + " đồng chưa dùng của nguồn «" + codes.fundName(account.fund()) + "» năm "
                                + account.year() + ", không đủ " + Money.format(entry.getValue())
                                + " đồng của quyết định này. Chưa có gì thay đổi.");
            }
        }
    }

    @Override
    public Allocation giveBack(long id, String reason) {
        access.require(Permissions.FUNDING_APPROVE);
        String why = Papers.reason(reason);
        papers.requireSeen(id);
        return everywhere.call(connection -> {
            decidable(connection, id);
            papers.decide(connection, id, FundingState.RETURNED, access.require(), why);
            return told(connection, id, "funding.allocate-return", why);
        });
    }

    private Allocation decidable(Connection connection, long id) throws SQLException {
        papers.lock(connection, id);
        Allocation decision = read(connection, id);
        AllocationDraft draft = decision.draft();
        Caller caller = draft.kind() == Kind.CARRY_OVER
                ? offices.requireDecider(connection, Permissions.FUNDING_APPROVE, draft.unitId(), draft.program())
                : access.require(Permissions.FUNDING_APPROVE, draft.unitId(), draft.program());
        Papers.requireDecidable(decision.state(), decision.signatures(), caller);
        return decision;
    }

    @Override
    public Allocation withdraw(long id, String reason) {
        access.require(Permissions.FUNDING_PROPOSE);
        String why = Papers.reason(reason);
        papers.requireSeen(id);
        return everywhere.call(connection -> {
            papers.lock(connection, id);
            Allocation decision = read(connection, id);
            Caller caller = writer(decision.draft());
            Papers.requireWithdrawable(decision.state(), decision.signatures(), caller);
            papers.decide(connection, id, FundingState.WITHDRAWN, caller, why);
            return told(connection, id, "funding.allocate-withdraw", why);
        });
    }

    private Allocation told(Connection connection, long id, String action, String why) throws SQLException {
        Allocation decision = read(connection, id);
        Set<Long> to =
                decision.draft().lines().stream().map(AllocationLine::unitId).collect(Collectors.toSet());
        audit.changed(
                new Subject(KIND, id),
                action,
                Map.of(),
                Fields.of("unit", decision.draft().unitId())
                        .and("kind", decision.draft().kind())
                        .and("number", decision.draft().number())
                        .and("year", decision.draft().year())
                        .and("state", decision.state())
                        .and("units", to.size())
                        .and("total", decision.total())
                        .map(),
                why);
        return decision;
    }

    private static Allocation read(Connection connection, long id) throws SQLException {
        return DecisionPages.byId(connection, id).orElseThrow(Papers::unknown);
    }

    @Override
    public AllocationPage list(AllocationQuery query) {
        Caller caller = access.require(Permissions.FUNDING_READ);
        Papers.requireLimit(query.limit());
        return transactions.call(connection -> new DecisionPages(connection, caller, offices.units()).page(query));
    }

    @Override
    public Optional<Allocation> byId(long id) {
        access.require(Permissions.FUNDING_READ);
        // What is not in the caller's subtree the transaction does not reach.
        return transactions.call(connection -> DecisionPages.byId(connection, id));
    }
}
