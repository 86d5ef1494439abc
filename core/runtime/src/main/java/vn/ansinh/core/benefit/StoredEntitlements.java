package vn.ansinh.core.benefit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.benefit.Decision;
import vn.ansinh.api.benefit.Entitlement;
import vn.ansinh.api.benefit.EntitlementDraft;
import vn.ansinh.api.benefit.EntitlementEvent;
import vn.ansinh.api.benefit.EntitlementEvent.Kind;
import vn.ansinh.api.benefit.Entitlements;
import vn.ansinh.api.benefit.PaymentDetails;
import vn.ansinh.api.codelist.CodeLists;
import vn.ansinh.api.codelist.CodeLists.Entry;
import vn.ansinh.api.policy.Policies;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.api.unit.Units;
import vn.ansinh.core.identity.PersonRows;
import vn.ansinh.core.identity.PersonScope;
import vn.ansinh.core.sql.Rows;
import vn.ansinh.core.sql.Slice;

/** {@link Entitlements} on table {@code ansinh.entitlement}. */
public final class StoredEntitlements implements Entitlements {

    private static final String METHODS = "hinh-thuc-chi-tra";
    private static final int LONGEST_PAGE = 500;
    private static final int CURSOR_BASE = 36;

    private final Transactions transactions;
    private final Transactions everywhere;
    private final Access access;
    private final Units units;
    private final Policies policies;
    private final CodeLists codeLists;
    private final EventReasons reasons;
    private final Clock clock;

    /** For tests without row-level security. */
    public StoredEntitlements(
            Transactions transactions,
            Access access,
            Units units,
            Policies policies,
            CodeLists codeLists,
            Clock clock) {
        this(transactions, transactions, access, units, policies, codeLists, clock);
    }

    /** @param everywhere for writing, which looks at rights that others pay */
    public StoredEntitlements(
            Transactions transactions,
            Transactions everywhere,
            Access access,
            Units units,
            Policies policies,
            CodeLists codeLists,
            Clock clock) {
        this.transactions = transactions;
        this.everywhere = everywhere;
        this.access = access;
        this.units = units;
        this.policies = policies;
        this.codeLists = codeLists;
        this.reasons = new EventReasons(codeLists);
        this.clock = clock;
    }

    @Override
    public Optional<Entitlement> byId(long id) {
        return select("e.id = ?", id).stream().findFirst();
    }

    @Override
    public List<Entitlement> ofPerson(long personId) {
        return select("e.person_id = ?", personId);
    }

    private List<Entitlement> select(String condition, long id) {
        return related(
                "select " + EntitlementRows.COLUMNS + " from ansinh.entitlement e where " + condition + " and ",
                "e.from_month desc, e.id desc",
                id,
                row -> EntitlementRows.read(row, 1));
    }

    @Override
    public List<PaidAccount> accountsOf(long personId) {
        return related(
                "select a.account_number, a.bank, a.payee_name, a.from_at, a.to_at from ansinh.entitlement_account a"
                        + " join ansinh.entitlement e on e.id = a.entitlement_id where e.person_id = ? and ",
                "a.to_at desc nulls first, a.from_at desc, a.id desc",
                personId,
                row -> new PaidAccount(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, OffsetDateTime.class).toInstant(),
                        row.getObject(5) == null
                                ? null
                                : row.getObject(5, OffsetDateTime.class).toInstant()));
    }

    @Override
    public List<Opened> openAll(List<EntitlementDraft> drafts) {
        Caller caller = access.require(Permissions.ENTITLEMENT_WRITE);
        Set<String> checkedUnits = new HashSet<>();
        Set<String> checkedBenefits = new HashSet<>();
        for (EntitlementDraft draft : drafts) {
            if (checkedUnits.add(draft.unitId() + " " + draft.program())) {
                access.require(Permissions.ENTITLEMENT_WRITE, draft.unitId(), draft.program());
            }
            if (checkedBenefits.add(draft.program() + " " + draft.benefit())) {
                checkBenefit(draft);
            }
            if (draft.from() == null || draft.payment() == null) {
                throw Problem.invalid("AS-ENTITLEMENT-INCOMPLETE", "Thiếu tháng bắt đầu hưởng hoặc hình thức chi trả.");
            }
        }
        return drafts.isEmpty()
                ? List.of()
                : everywhere.call(connection -> {
                    requireSeen(connection, caller, drafts);
                    return new OpeningEntitlements(connection, caller.account()).open(drafts);
                });
    }

    /** A right is opened for who lives in the caller's territory, or is paid there already. */
    private void requireSeen(Connection connection, Caller caller, List<EntitlementDraft> drafts) throws SQLException {
        Object[] people =
                drafts.stream().map(EntitlementDraft::personId).distinct().toArray();
        PersonScope lives = PersonScope.of(caller, 0, units, "p.unit_id");
        PersonScope paid = PersonScope.of(caller, 0, units, "e.unit_id", "e.program");
        String sql = "select exists (select from unnest(?::bigint[]) d (id) where not exists ("
                + "select from ansinh.person p where p.id = d.id and (" + lives.sql()
                + " or exists (select from ansinh.entitlement e where e.person_id = p.id and " + paid.sql() + "))))";
        boolean unseen = Rows.list(
                        connection,
                        sql,
                        select -> {
                            select.setArray(1, connection.createArrayOf("bigint", people));
                            paid.bind(select, lives.bind(select, 2));
                        },
                        row -> row.getBoolean(1))
                .get(0);
        if (unseen) {
            throw Problem.notFound(
                    "AS-PERSON-UNKNOWN", "Không có người này, hoặc người đó không thuộc địa bàn được giao.");
        }
    }

    private void checkBenefit(EntitlementDraft draft) {
        policies.benefit(draft.benefit())
                .filter(benefit -> benefit.program().equals(draft.program()))
                .orElseThrow(
                        () -> Problem.invalid(
                                "AS-ENTITLEMENT-BENEFIT",
                                "Chương trình này không có chế độ «" + draft.benefit()
                                        + "». Vui lòng chọn chế độ trong danh sách, hoặc kiểm tra gói chính sách đã có hiệu lực."));
    }

    @Override
    public void suspend(long id, YearMonth from, Decision decision) {
        act(
                Kind.SUSPEND,
                from,
                decision,
                events -> events.suspend(id, from, decision, reasons.name(decision.reason(), decision.date())));
    }

    @Override
    public void resume(long id, YearMonth from, boolean payBack, Decision decision) {
        act(Kind.RESUME, from, decision, events -> events.resume(id, from, payBack, decision));
    }

    @Override
    public void end(long id, YearMonth last, Decision decision) {
        act(Kind.END, last, decision, events -> events.end(id, last, decision));
    }

    @Override
    public void changePayment(long id, PaymentDetails payment, Decision decision) {
        if (payment == null || payment.payeeRole() == null || !codeLists.isOpen(METHODS, payment.method())) {
            throw Problem.invalid(
                    "AS-ENTITLEMENT-PAYMENT",
                    "Hình thức chi trả không có trong danh mục, hoặc đã ngừng dùng. Vui lòng chọn lại.");
        }
        String detail = "Chi trả: "
                + codeLists.byCode(METHODS, payment.method()).orElseThrow().name();
        YearMonth now = YearMonth.now(clock);
        act(Kind.CHANGE, now, decision, events -> events.changePayment(id, payment, now, decision, detail));
    }

    @Override
    public void move(long id, long unitId, YearMonth from, Decision decision) {
        access.require(Permissions.ENTITLEMENT_WRITE, unitId);
        if (units.byId(unitId)
                .filter(unit -> unit.level() == AdministrativeUnit.Level.COMMUNE)
                .isEmpty()) {
            throw Problem.invalid(
                    "AS-ENTITLEMENT-MOVE-UNIT", "Nơi chi trả phải là một xã, phường. Vui lòng chọn lại đơn vị.");
        }
        act(Kind.MOVE, from, decision, events -> events.move(id, unitId, from, decision, units::fullName));
    }

    private void act(Kind kind, YearMonth month, Decision decision, Act act) {
        Caller caller = access.require(Permissions.ENTITLEMENT_WRITE);
        if (month == null) {
            throw Problem.invalid("AS-ENTITLEMENT-MONTH", "Thiếu tháng áp dụng. Vui lòng ghi tháng theo quyết định.");
        }
        reasons.check(kind, decision);
        everywhere.run(connection -> act.on(new EntitlementEvents(connection, access, caller.account())));
    }

    /** What a decision does. */
    private interface Act {
        void on(EntitlementEvents events) throws SQLException;
    }

    @Override
    public List<EntitlementEvent> events(long id) {
        return related(
                "select v.id, v.entitlement_id, v.kind, v.effective_month, v.decision_number, v.decision_date, v.reason,"
                        + " v.detail, v.recorded_at, v.recorded_by from ansinh.entitlement_event v"
                        + " join ansinh.entitlement e on e.id = v.entitlement_id where v.entitlement_id = ? and ",
                "v.id desc",
                id,
                row -> new EntitlementEvent(
                        row.getLong(1),
                        row.getLong(2),
                        Kind.valueOf(row.getString(3)),
                        EntitlementRows.month(row, 4),
                        new Decision(row.getString(5), EntitlementRows.day(row, 6), row.getString(7)),
                        reasons.name(row.getString(7), EntitlementRows.day(row, 6)),
                        row.getString(8),
                        row.getObject(9, OffsetDateTime.class).toInstant(),
                        row.getString(10)));
    }

    @Override
    public List<Suspension> suspensions(long id) {
        return related(
                "select u.from_month, u.to_month, u.reason from ansinh.entitlement_pause u"
                        + " join ansinh.entitlement e on e.id = u.entitlement_id"
                        + " where u.entitlement_id = ? and not u.paid_back and ",
                "u.from_month desc",
                id,
                row -> new Suspension(EntitlementRows.month(row, 1), EntitlementRows.month(row, 2), row.getString(3)));
    }

    private <T> List<T> related(String sql, String order, long id, Rows.Reading<T> reading) {
        PersonScope scope = scope(0);
        return transactions.call(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql + scope.sql() + " order by " + order)) {
                select.setLong(1, id);
                scope.bind(select, 2);
                return Rows.list(select, reading);
            }
        });
    }

    @Override
    public List<Entry> reasons(Kind kind) {
        return reasons.of(kind);
    }

    @Override
    public BeneficiaryPage beneficiaries(BeneficiaryQuery query) {
        if (query.limit() < 1 || query.limit() > LONGEST_PAGE) {
            throw Problem.invalid("AS-ENTITLEMENT-LIMIT", "Mỗi trang có từ 1 đến 500 người.");
        }
        BeneficiaryFilter filter = filter(query);
        String after = query.cursor() == null
                ? ""
                : " and (p.sort_key, p.id, e.id) > (select a.sort_key, a.id, b.id from ansinh.entitlement b"
                        + " join ansinh.person a on a.id = b.person_id where b.id = ?)";
        String sql = "select " + EntitlementRows.COLUMNS + ", " + filter.personColumns() + filter.sql() + after
                + " order by p.sort_key, p.id, e.id limit ?";
        return transactions.call(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                int position = filter.bind(select, 1);
                if (query.cursor() != null) {
                    select.setLong(position++, cursor(query.cursor()));
                }
                select.setInt(position, query.limit() + 1);
                List<Beneficiary> rows = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        rows.add(new Beneficiary(
                                EntitlementRows.read(row, 1), PersonRows.read(row, EntitlementRows.WIDTH + 1)));
                    }
                }
                Slice<Beneficiary> page = Slice.of(rows, query.limit());
                return new BeneficiaryPage(
                        page.rows(),
                        page.next(last -> Long.toString(last.entitlement().id(), CURSOR_BASE)));
            }
        });
    }

    private static long cursor(String cursor) {
        try {
            return Long.parseLong(cursor, CURSOR_BASE);
        } catch (NumberFormatException e) {
            throw Problem.invalid(
                    "AS-ENTITLEMENT-CURSOR",
                    "Vị trí trang trong danh sách không còn dùng được. Hãy mở lại danh sách từ đầu.");
        }
    }

    @Override
    public int count(BeneficiaryQuery query, int limit) {
        BeneficiaryFilter filter = filter(query);
        return transactions.call(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("select count(*) from (select" + filter.sql() + " limit ?) n")) {
                select.setInt(filter.bind(select, 1), limit);
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return row.getInt(1);
                }
            }
        });
    }

    private PersonScope scope(long asked) {
        return PersonScope.of(access.require(Permissions.ENTITLEMENT_READ), asked, units, "e.unit_id", "e.program");
    }

    private BeneficiaryFilter filter(BeneficiaryQuery query) {
        return new BeneficiaryFilter(query, access.require(Permissions.ENTITLEMENT_READ), units, YearMonth.now(clock));
    }
}
