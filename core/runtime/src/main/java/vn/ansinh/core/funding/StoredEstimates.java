package vn.ansinh.core.funding;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.audit.Subject;
import vn.ansinh.api.codelist.CodeLists;
import vn.ansinh.api.funding.Estimates;
import vn.ansinh.api.funding.FundingState;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.api.unit.Units;
import vn.ansinh.core.audit.Fields;
import vn.ansinh.core.identity.PersonScope;
import vn.ansinh.core.payment.Sql;
import vn.ansinh.core.sql.Slice;

/** {@link Estimates} on tables {@code ansinh.funding_estimate…}. */
public final class StoredEstimates implements Estimates {

    private static final String KIND = "funding-estimate";

    private static final String SELECT = "select x.id, x.program, x.unit_id, x.year, x.about, x.state, x.number, "
            + Papers.SIGNATURES + " from ansinh.funding_estimate x";

    private final Transactions transactions;
    private final Transactions everywhere;
    private final Access access;
    private final Offices offices;
    private final FundingCodes codes;
    private final Audit audit;
    private final Papers papers;

    /** @param everywhere for what is written, after it was asked who may */
    public StoredEstimates(
            Transactions transactions,
            Transactions everywhere,
            Access access,
            Units units,
            CodeLists codeLists,
            java.time.Clock clock,
            Audit audit) {
        this.transactions = transactions;
        this.everywhere = everywhere;
        this.access = access;
        this.offices = new Offices(access, units, clock);
        this.codes = new FundingCodes(codeLists);
        this.audit = audit;
        this.papers = new Papers("ansinh.funding_estimate", transactions, clock);
    }

    @Override
    public Estimate propose(EstimateDraft draft) {
        Caller caller = access.require(Permissions.FUNDING_PROPOSE, draft.unitId(), draft.program());
        offices.requireUnit(draft.unitId());
        Offices.requireYear(draft.year());
        if (draft.lines().isEmpty()) {
            throw Problem.invalid("AS-FUNDING-NO-LINES", "Dự toán chưa có dòng nào. Vui lòng ghi nguồn và số tiền.");
        }
        LocalDate today = LocalDate.now(offices.clock());
        for (EstimateLine line : draft.lines()) {
            codes.requireFund(line.fund(), today, draft.unitId());
            codes.requireIndex(line.codes(), today, draft.unitId());
            Accounts.requireAmount(line.asked());
        }
        return everywhere.call(connection -> {
            long id = Sql.of(
                            "insert into ansinh.funding_estimate (program, unit_id, year, about, state, proposed_by,"
                                    + " proposed_name, proposed_at) values (?, ?, ?, ?, 'PROPOSED', ?, ?, ?) returning id",
                            draft.program(),
                            draft.unitId(),
                            draft.year(),
                            Papers.text(draft.about()),
                            caller.account(),
                            caller.fullName(),
                            offices.clock().instant())
                    .one(connection, row -> row.getLong(1));
            int no = 0;
            for (EstimateLine line : draft.lines()) {
                Sql.of(
                                "insert into ansinh.funding_estimate_line (estimate_id, no, fund, chapter, category, division,"
                                        + " item, sub_item, asked, basis) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                                id,
                                ++no,
                                line.fund(),
                                line.codes().chapter(),
                                line.codes().category(),
                                line.codes().division(),
                                line.codes().item(),
                                line.codes().subItem(),
                                line.asked(),
                                Papers.text(line.basis()))
                        .execute(connection);
            }
            return told(connection, id, "funding.estimate", null);
        });
    }

    @Override
    public Estimate approve(long id, List<Long> granted, String number) {
        access.require(Permissions.FUNDING_APPROVE);
        if (number == null || number.isBlank()) {
            throw Problem.invalid("AS-FUNDING-NUMBER", "Vui lòng ghi số quyết định giao dự toán.");
        }
        papers.requireSeen(id);
        return everywhere.call(connection -> {
            Estimate estimate = decidable(connection, id);
            if (granted.size() != estimate.draft().lines().size()
                    || granted.stream().anyMatch(amount -> amount == null || amount < 0)) {
                throw Problem.invalid(
                        "AS-FUNDING-GRANTED", "Mỗi dòng dự toán phải có số được giao, từ 0 đồng trở lên.");
            }
            for (int i = 0; i < granted.size(); i++) {
                Sql.of(
                                "update ansinh.funding_estimate_line set granted = ? where estimate_id = ? and no = ?",
                                granted.get(i),
                                id,
                                i + 1)
                        .execute(connection);
            }
            Caller caller = access.require();
            Sql.of(
                            "update ansinh.funding_estimate set state = 'APPROVED', number = ?, decided_by = ?,"
                                    + " decided_name = ?, decided_at = ? where id = ?",
                            Papers.text(number),
                            caller.account(),
                            caller.fullName(),
                            offices.clock().instant(),
                            id)
                    .execute(connection);
            return told(connection, id, "funding.estimate-approve", null);
        });
    }

    @Override
    public Estimate giveBack(long id, String reason) {
        access.require(Permissions.FUNDING_APPROVE);
        String why = Papers.reason(reason);
        papers.requireSeen(id);
        return everywhere.call(connection -> {
            decidable(connection, id);
            papers.decide(connection, id, FundingState.RETURNED, access.require(), why);
            return told(connection, id, "funding.estimate-return", why);
        });
    }

    private Estimate decidable(Connection connection, long id) throws SQLException {
        papers.lock(connection, id);
        Estimate estimate = read(connection, id);
        Caller caller = offices.requireDecider(
                connection,
                Permissions.FUNDING_APPROVE,
                estimate.draft().unitId(),
                estimate.draft().program());
        Papers.requireDecidable(estimate.state(), estimate.signatures(), caller);
        return estimate;
    }

    @Override
    public Estimate withdraw(long id, String reason) {
        access.require(Permissions.FUNDING_PROPOSE);
        String why = Papers.reason(reason);
        papers.requireSeen(id);
        return everywhere.call(connection -> {
            papers.lock(connection, id);
            Estimate estimate = read(connection, id);
            Caller caller = access.require(
                    Permissions.FUNDING_PROPOSE,
                    estimate.draft().unitId(),
                    estimate.draft().program());
            Papers.requireWithdrawable(estimate.state(), estimate.signatures(), caller);
            papers.decide(connection, id, FundingState.WITHDRAWN, caller, why);
            return told(connection, id, "funding.estimate-withdraw", why);
        });
    }

    private Estimate told(Connection connection, long id, String action, String why) throws SQLException {
        Estimate estimate = read(connection, id);
        audit.changed(
                new Subject(KIND, id),
                action,
                Map.of(),
                Fields.of("unit", estimate.draft().unitId())
                        .and("year", estimate.draft().year())
                        .and("state", estimate.state())
                        .and("asked", estimate.asked())
                        .and("granted", estimate.granted())
                        .and("number", estimate.number())
                        .map(),
                why);
        return estimate;
    }

    @Override
    public EstimatePage list(EstimateQuery query) {
        Caller caller = access.require(Permissions.FUNDING_READ);
        Papers.requireLimit(query.limit());
        return transactions.call(connection -> {
            List<Estimate> rows = withLines(
                    connection,
                    filtered(SELECT, caller, query)
                            .and(
                                    " and x.id < ? order by x.id desc limit ?",
                                    Papers.before(query.cursor()),
                                    query.limit() + 1)
                            .list(connection, StoredEstimates::head));
            long[] sums = filtered(
                            "select count(distinct x.id), coalesce(sum(l.asked), 0), coalesce(sum(l.granted), 0)"
                                    + " from ansinh.funding_estimate x"
                                    + " join ansinh.funding_estimate_line l on l.estimate_id = x.id",
                            caller,
                            query)
                    .one(connection, row -> new long[] {row.getLong(1), row.getLong(2), row.getLong(3)});
            Slice<Estimate> page = Slice.of(rows, query.limit());
            return new EstimatePage(
                    page.rows(), (int) sums[0], sums[1], sums[2], page.next(last -> Long.toString(last.id())));
        });
    }

    private Sql filtered(String select, Caller caller, EstimateQuery query) {
        Sql sql = Sql.of(select + " where")
                .and(PersonScope.of(caller, query.unitId(), offices.units(), "x.unit_id", "x.program"));
        if (query.program() != null) {
            sql.and(" and x.program = ?", query.program());
        }
        if (query.year() != 0) {
            sql.and(" and x.year = ?", query.year());
        }
        if (query.state() != null) {
            sql.and(" and x.state = ?", query.state().name());
        }
        return sql;
    }

    @Override
    public Optional<Estimate> byId(long id) {
        Caller caller = access.require(Permissions.FUNDING_READ);
        return transactions.call(connection -> withLines(
                        connection,
                        Sql.of(SELECT + " where x.id = ? and", id)
                                .and(PersonScope.of(caller, 0, offices.units(), "x.unit_id", "x.program"))
                                .list(connection, StoredEstimates::head))
                .stream()
                .findFirst());
    }

    private Estimate read(Connection connection, long id) throws SQLException {
        return withLines(connection, Sql.of(SELECT + " where x.id = ?", id).list(connection, StoredEstimates::head))
                .stream()
                .findFirst()
                .orElseThrow(Papers::unknown);
    }

    private static Estimate head(ResultSet row) throws SQLException {
        return new Estimate(
                row.getLong(1),
                new EstimateDraft(row.getString(2), row.getLong(3), row.getInt(4), row.getString(5), List.of()),
                FundingState.valueOf(row.getString(6)),
                row.getString(7),
                Papers.signatures(row, 8));
    }

    private static List<Estimate> withLines(Connection connection, List<Estimate> heads) throws SQLException {
        if (heads.isEmpty()) {
            return heads;
        }
        Map<Long, List<EstimateLine>> lines = new HashMap<>();
        Sql.of(
                        "select estimate_id, fund, chapter, category, division, item, sub_item, asked, granted, basis"
                                + " from ansinh.funding_estimate_line where estimate_id = any(?) order by estimate_id, no",
                        heads.stream().map(Estimate::id).toList())
                .list(
                        connection,
                        row -> lines.computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                                .add(new EstimateLine(
                                        row.getString(2),
                                        Accounts.codes(row, 3),
                                        row.getLong(8),
                                        row.getObject(9, Long.class),
                                        row.getString(10))));
        return heads.stream()
                .map(head -> new Estimate(
                        head.id(),
                        new EstimateDraft(
                                head.draft().program(),
                                head.draft().unitId(),
                                head.draft().year(),
                                head.draft().about(),
                                lines.getOrDefault(head.id(), List.of())),
                        head.state(),
                        head.number(),
                        head.signatures()))
                .toList();
    }
}
