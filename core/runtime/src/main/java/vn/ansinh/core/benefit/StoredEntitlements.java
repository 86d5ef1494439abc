package vn.ansinh.core.benefit;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.benefit.Entitlement;
import vn.ansinh.api.benefit.EntitlementDraft;
import vn.ansinh.api.benefit.Entitlements;
import vn.ansinh.api.policy.Policies;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.api.unit.Units;
import vn.ansinh.core.identity.PersonFilter;
import vn.ansinh.core.identity.PersonRows;
import vn.ansinh.core.identity.PersonScope;

/** {@link Entitlements} on table {@code ansinh.entitlement}. */
public final class StoredEntitlements implements Entitlements {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/uuuu");
    private static final int LONGEST_PAGE = 500;
    private static final int CURSOR_BASE = 36;

    private final Transactions transactions;
    private final Access access;
    private final Units units;
    private final Policies policies;

    public StoredEntitlements(Transactions transactions, Access access, Units units, Policies policies) {
        this.transactions = transactions;
        this.access = access;
        this.units = units;
        this.policies = policies;
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
        PersonScope scope = scope(0);
        String sql = "select " + EntitlementRows.COLUMNS + " from ansinh.entitlement e where " + condition + " and "
                + scope.sql() + " order by e.from_month desc, e.id desc";
        return transactions.call(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setLong(1, id);
                scope.bind(select, 2);
                List<Entitlement> entitlements = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        entitlements.add(EntitlementRows.read(row, 1));
                    }
                }
                return entitlements;
            }
        });
    }

    @Override
    public List<Opened> openAll(List<EntitlementDraft> drafts) {
        Caller caller = access.require(Permissions.ENTITLEMENT_WRITE);
        Set<Long> checkedUnits = new HashSet<>();
        Set<String> checkedBenefits = new HashSet<>();
        for (EntitlementDraft draft : drafts) {
            if (checkedUnits.add(draft.unitId())) {
                access.require(Permissions.ENTITLEMENT_WRITE, draft.unitId());
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
                : transactions.call(connection -> new OpeningEntitlements(connection, caller.account()).open(drafts));
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
    public void end(long id, YearMonth last, String reason, String decisionNumber, LocalDate decisionDate) {
        Caller caller = access.require(Permissions.ENTITLEMENT_WRITE);
        transactions.run(connection -> {
            Entitlement entitlement = lock(connection, id);
            access.require(Permissions.ENTITLEMENT_WRITE, entitlement.unitId());
            if (last.equals(entitlement.to())) {
                return;
            }
            if (entitlement.to() != null) {
                throw Problem.conflict(
                        "AS-ENTITLEMENT-ENDED",
                        "Người này đã thôi hưởng, hưởng hết tháng " + MONTH.format(entitlement.to()) + ".");
            }
            if (last.isBefore(entitlement.from())) {
                throw Problem.invalid(
                        "AS-ENTITLEMENT-END",
                        "Tháng hưởng cuối cùng không được trước tháng bắt đầu hưởng ("
                                + MONTH.format(entitlement.from()) + ").");
            }
            end(connection, id, last);
            tell(connection, id, last, reason, decisionNumber, decisionDate, caller.account());
        });
    }

    private static Entitlement lock(Connection connection, long id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select " + EntitlementRows.COLUMNS + " from ansinh.entitlement e where e.id = ? for update")) {
            select.setLong(1, id);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw Problem.notFound("AS-ENTITLEMENT", "Không tìm thấy lần hưởng này.");
                }
                return EntitlementRows.read(row, 1);
            }
        }
    }

    private static void end(Connection connection, long id, YearMonth last) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update ansinh.entitlement set to_month = ?, changed_at = now() where id = ?")) {
            update.setDate(1, EntitlementRows.date(last));
            update.setLong(2, id);
            update.executeUpdate();
        }
    }

    private static void tell(
            Connection connection,
            long id,
            YearMonth last,
            String reason,
            String decisionNumber,
            LocalDate decisionDate,
            String account)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into ansinh.entitlement_event"
                + " (entitlement_id, kind, effective_month, reason, decision_number, decision_date, recorded_by)"
                + " values (?, 'END', ?, ?, ?, ?, ?)")) {
            insert.setLong(1, id);
            insert.setDate(2, EntitlementRows.date(last));
            insert.setString(3, reason);
            insert.setString(4, decisionNumber);
            insert.setDate(5, decisionDate == null ? null : Date.valueOf(decisionDate));
            insert.setString(6, account);
            insert.executeUpdate();
        }
    }

    @Override
    public BeneficiaryPage beneficiaries(BeneficiaryQuery query) {
        if (query.limit() < 1 || query.limit() > LONGEST_PAGE) {
            throw Problem.invalid("AS-ENTITLEMENT-LIMIT", "Mỗi trang có từ 1 đến 500 người.");
        }
        Filter filter = new Filter(query);
        String after = query.cursor() == null
                ? ""
                : " and (p.sort_key, p.id, e.id) > (select a.sort_key, a.id, b.id from ansinh.entitlement b"
                        + " join ansinh.person a on a.id = b.person_id where b.id = ?)";
        String sql = "select " + EntitlementRows.COLUMNS + ", " + PersonRows.COLUMNS + filter.sql() + after
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
                if (rows.size() <= query.limit()) {
                    return new BeneficiaryPage(rows, null);
                }
                rows = rows.subList(0, query.limit());
                long last = rows.get(rows.size() - 1).entitlement().id();
                return new BeneficiaryPage(List.copyOf(rows), Long.toString(last, CURSOR_BASE));
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
        Filter filter = new Filter(query);
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
        return PersonScope.of(access.require(Permissions.ENTITLEMENT_READ), asked, units, "e.unit_id");
    }

    /** What a query asks for, as the part of a statement from FROM to the end of WHERE. */
    private final class Filter {

        private final BeneficiaryQuery query;
        private final PersonScope scope;
        private final PersonFilter person;

        Filter(BeneficiaryQuery query) {
            this.query = query;
            this.scope = scope(query.unitId());
            this.person = PersonFilter.of(query.text());
        }

        String sql() {
            return " from ansinh.entitlement e join ansinh.person p on p.id = e.person_id where " + scope.sql()
                    + " and e.program = ?"
                    + (query.benefit() == null ? "" : " and e.benefit = ?")
                    + (query.month() == null
                            ? ""
                            : " and e.from_month <= ? and (e.to_month is null or e.to_month >= ?)")
                    + person.sql();
        }

        int bind(PreparedStatement statement, int from) throws SQLException {
            int position = scope.bind(statement, from);
            statement.setString(position++, query.program());
            if (query.benefit() != null) {
                statement.setString(position++, query.benefit());
            }
            if (query.month() != null) {
                statement.setDate(position++, EntitlementRows.date(query.month()));
                statement.setDate(position++, EntitlementRows.date(query.month()));
            }
            return person.bind(statement, position);
        }
    }
}
