package vn.ansinh.core.funding;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.audit.Subject;
import vn.ansinh.api.codelist.CodeLists;
import vn.ansinh.api.funding.FundingRules;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.api.unit.Units;
import vn.ansinh.core.audit.Fields;
import vn.ansinh.core.payment.Sql;

/** {@link FundingRules} on tables {@code ansinh.funding_rule}, {@code …_source} and {@code …_fee}. */
public final class StoredFundingRules implements FundingRules {

    private static final String KIND = "funding-rule";
    private static final Set<Integer> STEPS = Set.of(1, 10, 100, 1000);
    private static final int DECIMALS = 4;

    private final Transactions everywhere;
    private final Access access;
    private final Offices offices;
    private final FundingCodes codes;
    private final Audit audit;

    /** @param everywhere what holds for a unit was set above it, too */
    public StoredFundingRules(
            Transactions everywhere, Access access, Units units, CodeLists codeLists, Clock clock, Audit audit) {
        this.everywhere = everywhere;
        this.access = access;
        this.offices = new Offices(access, units, clock);
        this.codes = new FundingCodes(codeLists);
        this.audit = audit;
    }

    @Override
    public Rule rule(String program, long unitId, YearMonth month) {
        Caller caller = access.require();
        access.require(
                caller.may(Permissions.FUNDING_READ) ? Permissions.FUNDING_READ : Permissions.PAYROLL_READ,
                unitId,
                program);
        return everywhere.call(connection -> RuleOfList.of(connection, program, unitId, month));
    }

    @Override
    public List<Setting> settings(String program, long unitId) {
        access.require(Permissions.FUNDING_READ, unitId, program);
        return everywhere.call(connection -> Sql.of(
                        "select id, from_month, own_budget, pooled, approval, blocks, basis, set_by, coalesce(set_name, set_by), set_at"
                                + " from ansinh.funding_rule where program = ? and unit_id = ?"
                                + " order by from_month desc, id desc",
                        program,
                        unitId)
                .list(connection, row -> setting(row, program, unitId)));
    }

    private static Setting setting(ResultSet row, String program, long unitId) throws SQLException {
        return new Setting(
                row.getLong(1),
                new SettingDraft(
                        program,
                        unitId,
                        Sql.month(row, 2),
                        row.getBoolean(3),
                        row.getBoolean(4),
                        row.getBoolean(5),
                        row.getBoolean(6),
                        row.getString(7)),
                row.getString(8),
                row.getString(9),
                Sql.instant(row, 10));
    }

    @Override
    public Setting set(SettingDraft draft) {
        Caller caller = access.require(Permissions.FUNDING_APPROVE, draft.unitId(), draft.program());
        offices.requireUnit(draft.unitId());
        requireBasis(draft.basis());
        return everywhere.call(connection -> {
            if (draft.ownBudget()
                    && caller.unitId() == draft.unitId()
                    && !Offices.ownBudget(connection, draft.program(), draft.unitId(), draft.from())) {
                throw Problem.forbidden(
                        "AS-FUNDING-OWN-BUDGET", "Đơn vị có ngân sách riêng hay không do cấp trên xác định.");
            }
            requireOpen(connection, draft.program(), draft.unitId(), draft.from());
            Setting set = Sql.of(
                            "insert into ansinh.funding_rule (program, unit_id, from_month, own_budget, pooled, approval,"
                                    + " blocks, basis, set_by, set_name, set_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                                    + " returning id, from_month, own_budget, pooled, approval, blocks, basis, set_by, coalesce(set_name, set_by), set_at",
                            draft.program(),
                            draft.unitId(),
                            draft.from(),
                            draft.ownBudget(),
                            draft.pooled(),
                            draft.approval(),
                            draft.blocks(),
                            Papers.text(draft.basis()),
                            caller.account(),
                            caller.fullName(),
                            offices.clock().instant())
                    .one(connection, row -> setting(row, draft.program(), draft.unitId()));
            int restated = restate(connection, draft.program(), draft.unitId(), draft.from());
            audit.changed(
                    new Subject(KIND, set.id()),
                    "funding.rule",
                    Map.of(),
                    Fields.of("unit", draft.unitId())
                            .and("from", draft.from())
                            .and("own-budget", draft.ownBudget())
                            .and("pooled", draft.pooled())
                            .and("approval", draft.approval())
                            .and("blocks", draft.blocks())
                            .and("restated", restated)
                            .map(),
                    draft.basis());
            return set;
        });
    }

    @Override
    public List<FundingSource> sources(String program, long unitId) {
        access.require(Permissions.FUNDING_READ, unitId, program);
        return everywhere.call(connection -> Sql.of(
                        "select id, benefit, fund, from_month, set_by, coalesce(set_name, set_by), set_at from ansinh.funding_source"
                                + " where program = ? and unit_id = ? order by from_month desc, id desc",
                        program,
                        unitId)
                .list(connection, row -> source(row, program, unitId)));
    }

    private static FundingSource source(ResultSet row, String program, long unitId) throws SQLException {
        return new FundingSource(
                row.getLong(1),
                new SourceDraft(program, unitId, row.getString(2), row.getString(3), Sql.month(row, 4)),
                row.getString(5),
                row.getString(6),
                Sql.instant(row, 7));
    }

    @Override
    public FundingSource setSource(SourceDraft draft) {
        Caller caller = access.require(Permissions.FUNDING_APPROVE, draft.unitId(), draft.program());
        offices.requireUnit(draft.unitId());
        codes.requireFund(draft.fund(), draft.from().atEndOfMonth(), draft.unitId());
        return everywhere.call(connection -> {
            requireOpen(connection, draft.program(), draft.unitId(), draft.from());
            FundingSource set = Sql.of(
                            "insert into ansinh.funding_source (program, unit_id, benefit, fund, from_month, set_by, set_name, set_at)"
                                    + " values (?, ?, ?, ?, ?, ?, ?, ?)"
                                    + " returning id, benefit, fund, from_month, set_by, coalesce(set_name, set_by), set_at",
                            draft.program(),
                            draft.unitId(),
                            Papers.text(draft.benefit()),
                            draft.fund(),
                            draft.from(),
                            caller.account(),
                            caller.fullName(),
                            offices.clock().instant())
                    .one(connection, row -> source(row, draft.program(), draft.unitId()));
            int restated = restate(connection, draft.program(), draft.unitId(), draft.from());
            audit.changed(
                    new Subject(KIND, set.id()),
                    "funding.source",
                    Map.of(),
                    Fields.of("unit", draft.unitId())
                            .and("from", draft.from())
                            .and("benefit", draft.benefit())
                            .and("fund", draft.fund())
                            .and("restated", restated)
                            .map(),
                    null);
            return set;
        });
    }

    private static int restate(Connection connection, String program, long unitId, YearMonth from) throws SQLException {
        return Sql.of("select ansinh.funding_restate(?, ?, ?)", program, unitId, from)
                .one(connection, row -> row.getInt(1));
    }

    /** What was accepted stays what it was. */
    private void requireOpen(Connection connection, String program, long unitId, YearMonth from) throws SQLException {
        Optional<YearMonth> settled = Sql.of(
                        "select s.through_month from ansinh.funding_settlement s"
                                + " join ansinh.unit_closure c on c.unit_id = s.unit_id where c.ancestor_id = ?"
                                + " and s.program = ? and s.state in ('SENT', 'ACCEPTED') and s.through_month >= ?"
                                + " order by s.through_month desc limit 1",
                        unitId,
                        program,
                        from)
                .first(connection, row -> Sql.month(row, 1));
        if (settled.isPresent()) {
            throw Problem.conflict(
                    "AS-FUNDING-SETTLED",
                    "Kinh phí đến tháng " + Vietnamese.month(settled.get())
                            + " đã gửi hoặc đã duyệt quyết toán. Vui lòng chọn tháng sau đó.");
        }
    }

    @Override
    public List<Fee> fees(String program, long unitId) {
        access.require(Permissions.FUNDING_READ, unitId, program);
        return everywhere.call(connection -> Sql.of(
                        "select f.id, f.unit_id, f.method, f.rate, f.fixed, f.step, f.fund, f.from_month, f.basis,"
                                + " f.set_by, coalesce(f.set_name, f.set_by), f.set_at from ansinh.funding_fee f"
                                + " where f.program = ? and f.unit_id = ? order by f.from_month desc, f.id desc",
                        program,
                        unitId)
                .list(connection, row -> fee(row, program)));
    }

    private static Fee fee(ResultSet row, String program) throws SQLException {
        return new Fee(
                row.getLong(1),
                new FeeDraft(
                        program,
                        row.getLong(2),
                        row.getString(3),
                        row.getBigDecimal(4),
                        row.getObject(5, Long.class),
                        row.getInt(6),
                        row.getString(7),
                        Sql.month(row, 8),
                        row.getString(9)),
                row.getString(10),
                row.getString(11),
                Sql.instant(row, 12));
    }

    @Override
    public Fee setFee(FeeDraft draft) {
        Caller caller = access.require(Permissions.FUNDING_APPROVE, draft.unitId(), draft.program());
        offices.requireUnit(draft.unitId());
        requireBasis(draft.basis());
        codes.requireFund(draft.fund(), draft.from().atEndOfMonth(), draft.unitId());
        codes.requireMethod(Papers.text(draft.method()), draft.from().atEndOfMonth(), draft.unitId());
        requireFee(draft);
        return everywhere.call(connection -> {
            boolean charged = Sql.of(
                            "select exists (select from ansinh.funding_charge h join ansinh.payment_order o on o.id = h.order_id"
                                    + " join ansinh.unit_closure c on c.unit_id = o.unit_id"
                                    + " where c.ancestor_id = ? and h.program = ? and h.month >= ?)",
                            draft.unitId(),
                            draft.program(),
                            draft.from())
                    .one(connection, row -> row.getBoolean(1));
            if (charged) {
                throw Problem.conflict(
                        "AS-FUNDING-CHARGED",
                        "Từ tháng này đã có lệnh chi trả được quyết toán theo mức phí đang dùng. Vui lòng chọn tháng sau.");
            }
            Fee set = Sql.of(
                            "insert into ansinh.funding_fee as f (program, unit_id, method, rate, fixed, step, fund,"
                                    + " from_month, basis, set_by, set_name, set_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                                    + " returning f.id, f.unit_id, f.method, f.rate, f.fixed, f.step, f.fund, f.from_month,"
                                    + " f.basis, f.set_by, coalesce(f.set_name, f.set_by), f.set_at",
                            draft.program(),
                            draft.unitId(),
                            Papers.text(draft.method()),
                            draft.rate(),
                            draft.fixed(),
                            draft.step(),
                            draft.fund(),
                            draft.from(),
                            Papers.text(draft.basis()),
                            caller.account(),
                            caller.fullName(),
                            offices.clock().instant())
                    .one(connection, row -> fee(row, draft.program()));
            audit.changed(
                    new Subject(KIND, set.id()),
                    "funding.fee",
                    Map.of(),
                    Fields.of("unit", draft.unitId())
                            .and("from", draft.from())
                            .and("method", draft.method())
                            .and("rate", draft.rate())
                            .and("fixed", draft.fixed())
                            .and("step", draft.step())
                            .and("fund", draft.fund())
                            .map(),
                    draft.basis());
            return set;
        });
    }

    private static void requireFee(FeeDraft draft) {
        BigDecimal rate = draft.rate();
        boolean fits = (rate == null) != (draft.fixed() == null)
                && STEPS.contains(draft.step())
                && (rate == null
                        || rate.signum() >= 0
                                && rate.compareTo(BigDecimal.valueOf(100)) <= 0
                                && rate.stripTrailingZeros().scale() <= DECIMALS)
                && (draft.fixed() == null || draft.fixed() >= 0);
        if (!fits) {
            throw Problem.invalid(
                    "AS-FUNDING-FEE",
                    "Phí chi trả là tỷ lệ % (từ 0 đến 100, tối đa 4 chữ số thập phân) hoặc số đồng mỗi lượt chi,"
                            + " làm tròn đến 1, 10, 100 hoặc 1.000 đồng.");
        }
    }

    private static void requireBasis(String basis) {
        if (basis == null || basis.isBlank()) {
            throw Problem.invalid("AS-FUNDING-BASIS", "Vui lòng ghi văn bản làm căn cứ.");
        }
    }

    @Override
    public Optional<Fee> fee(String program, long unitId, String method, YearMonth month) {
        access.require(Permissions.FUNDING_READ, unitId, program);
        return everywhere.call(connection -> Sql.of(
                        "select f.id, f.unit_id, f.method, f.rate, f.fixed, f.step, f.fund, f.from_month, f.basis,"
                                + " f.set_by, coalesce(f.set_name, f.set_by), f.set_at from ansinh.unit_closure c"
                                + " join ansinh.funding_fee f on f.unit_id = c.ancestor_id"
                                + " join ansinh.unit u on u.id = f.unit_id"
                                + " where c.unit_id = ? and f.program = ? and f.from_month <= ? and f.method in ('', ?)"
                                + " order by ansinh.funding_depth(u.level) desc, f.method desc, f.from_month desc, f.id desc"
                                + " limit 1",
                        unitId,
                        program,
                        month,
                        method)
                .first(connection, row -> fee(row, program)));
    }
}
