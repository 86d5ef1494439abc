package vn.ansinh.core.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.benefit.EntitlementEvent;
import vn.ansinh.api.benefit.Receivable;
import vn.ansinh.api.codelist.CodeLists;
import vn.ansinh.api.codelist.CodeLists.Entry;
import vn.ansinh.api.fact.FactKey;
import vn.ansinh.api.fact.Facts;
import vn.ansinh.api.history.HistoryEntry;
import vn.ansinh.api.history.HistorySource;
import vn.ansinh.api.identity.NumberSight;
import vn.ansinh.api.identity.PersonEvent;
import vn.ansinh.api.policy.Discretion;
import vn.ansinh.api.policy.Policies;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.api.unit.Units;

/** What the core's own tables tell: rights, facts, money, debts, where the person lived, the record itself. */
final class CoreSources {

    private static final String RIGHTS = """
            select v.effective_month as day, v.id, v.kind, e.benefit, v.reason, v.decision_number, v.decision_date, v.detail,
                v.recorded_by from ansinh.entitlement e join ansinh.entitlement_event v on v.entitlement_id = e.id
            where e.person_id = ?""";

    private static final String FACTS = """
            select f.valid_from as day, f.id, f.key, f.value, f.valid_to, f.source, f.recorded_by from ansinh.fact f
            where f.subject_kind = 'PERSON' and f.subject_id = ? and f.retracted_at is null""";

    private static final String LISTS = """
            select y.month as day, y.id, min(l.period) as first,
                (max(l.period + make_interval(months => l.months - 1)))::date as last, sum(l.amount) as amount, y.closed_by
            from ansinh.entitlement e join ansinh.payroll_line l on l.entitlement_id = e.id
                join ansinh.payroll y on y.id = l.payroll_id and y.month = l.month
            where e.person_id = ? and y.state = 'CLOSED' group by y.month, y.id, y.closed_by""";

    private static final String MONEY = """
            select coalesce(t.day, o.sent_at::date) as day, t.order_id * 10000000 + t.item as id, t.state, t.amount, o.number,
                t.collected_by, t.recorded_by
            from ansinh.payment_item t join ansinh.payment_order o on o.id = t.order_id and o.month = t.month
            where t.person_id = ? and t.state in ('PAID', 'UNPAID') and o.state in ('SENT', 'SETTLED')""";

    private static final String DEBTS = """
            select r.changed_at::date as day, r.id, r.state, r.period, r.amount, r.reason, d.number, d.date, r.changed_by
            from ansinh.receivable r left join ansinh.receivable_decision d on d.id = r.decision_id where r.person_id = ?""";

    private static final String CANCELLED = """
            select c.recorded_at::date as day, c.id, c.period, c.amount, c.reason, c.recorded_by
            from ansinh.payroll_cancellation c where c.person_id = ? and not c.annulled""";

    private static final String HOMES = """
            select coalesce(r.from_date, p.birth_date) as day, r.unit_id as id, r.address, r.from_date is null as always
            from ansinh.person_residence r join ansinh.person p on p.id = r.person_id where r.person_id = ?""";

    private static final String HOUSEHOLDS = """
            select d.day, m.id * 2 + d.left_it as id, m.relation, d.left_it from ansinh.household_member m
                cross join lateral (values (m.from_date, 0), (m.to_date, 1)) d (day, left_it)
            where m.person_id = ? and d.day is not null""";

    private static final String RECORD = """
            select (v.recorded_at at time zone 'Asia/Ho_Chi_Minh')::date as day, v.id, v.kind, v.detail, v.reason, v.recorded_by
            from ansinh.person_event v where v.person_id = ?""";

    private final Transactions transactions;
    private final Access access;
    private final Units units;
    private final CodeLists codeLists;
    private final Facts facts;
    private final Discretion discretion;

    CoreSources(
            Transactions transactions,
            Access access,
            Units units,
            CodeLists codeLists,
            Facts facts,
            Policies policies) {
        this.transactions = transactions;
        this.access = access;
        this.units = units;
        this.codeLists = codeLists;
        this.facts = facts;
        this.discretion = new Discretion(access, policies);
    }

    List<HistorySource> all() {
        return List.of(
                source("che-do", "Chế độ", Permissions.ENTITLEMENT_READ, RIGHTS, this::right),
                source("thong-tin", "Thông tin", Permissions.PERSON_READ, FACTS, this::fact),
                source("danh-sach", "Danh sách chi trả", Permissions.PAYROLL_READ, LISTS, this::list),
                source("nhan-tien", "Nhận tiền", Permissions.PAYMENT_READ, MONEY, this::money),
                source("truy-thu", "Truy thu", Permissions.RECEIVABLE_READ, DEBTS, this::debt),
                source("huy-chi", "Hủy chi", Permissions.RECEIVABLE_READ, CANCELLED, this::cancelled),
                source("noi-o", "Nơi ở", Permissions.PERSON_READ, HOMES, this::home),
                source("ho-gia-dinh", "Hộ gia đình", Permissions.HOUSEHOLD_READ, HOUSEHOLDS, this::household),
                source("ho-so-goc", "Hồ sơ gốc", Permissions.PERSON_READ, RECORD, this::record));
    }

    private HistorySource source(String code, String name, String permission, String sql, TableSource.Words words) {
        return new TableSource(code, name, permission, sql, words, transactions, access);
    }

    private NumberSight sight() {
        return NumberSight.of(access);
    }

    private static LocalDate day(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private static String month(ResultSet row, int column) throws SQLException {
        return Vietnamese.month(YearMonth.from(day(row, column)));
    }

    private static String paper(String number, LocalDate date) {
        return number == null ? null : date == null ? number : number + ", ngày " + Vietnamese.day(date);
    }

    private HistoryEntry right(ResultSet row, boolean everything) throws SQLException {
        EntitlementEvent.Kind kind = EntitlementEvent.Kind.valueOf(row.getString(3));
        String reason = row.getString(5) == null
                ? null
                : codeLists
                        .byCode("ly-do-tang-giam", row.getString(5))
                        .map(Entry::name)
                        .orElse(row.getString(5));
        String when = (kind == EntitlementEvent.Kind.END ? "Hưởng hết tháng " : "Từ tháng ") + month(row, 1);
        return new HistoryEntry(
                day(row, 1),
                "che-do",
                row.getLong(2),
                kind.label() + ": " + discretion.name(row.getString(4)),
                joined(when, reason, row.getString(8)),
                paper(row.getString(6), day(row, 7)),
                null,
                row.getString(9),
                null);
    }

    private static String joined(String... parts) {
        return String.join(
                ". ",
                Arrays.stream(parts)
                        .filter(part -> part != null && !part.isBlank())
                        .toList());
    }

    private HistoryEntry fact(ResultSet row, boolean everything) throws SQLException {
        FactKey key = facts.key(row.getString(3)).orElse(null);
        // of a key that no running program declares nobody knows whether it is sensitive
        boolean told = everything || key != null && !key.sensitive();
        String label = key == null ? row.getString(3) : key.label();
        String value = key == null ? row.getString(4) : key.written(row.getString(4));
        LocalDate to = day(row, 5);
        return new HistoryEntry(
                day(row, 1),
                "thong-tin",
                row.getLong(2),
                told ? label + ": " + sight().showWithin(value) : "Thông tin bảo mật",
                to == null ? null : "Đến hết ngày " + Vietnamese.day(to.minusDays(1)),
                told ? row.getString(6) : null,
                null,
                row.getString(7),
                null);
    }

    private HistoryEntry list(ResultSet row, boolean everything) throws SQLException {
        return new HistoryEntry(
                day(row, 1),
                "danh-sach",
                row.getLong(2),
                "Danh sách chi trả tháng " + month(row, 1),
                "Cho " + Vietnamese.months(YearMonth.from(day(row, 3)), YearMonth.from(day(row, 4))),
                null,
                row.getLong(5),
                row.getString(6),
                null);
    }

    private HistoryEntry money(ResultSet row, boolean everything) throws SQLException {
        boolean paid = "PAID".equals(row.getString(3));
        return new HistoryEntry(
                day(row, 1),
                "nhan-tien",
                row.getLong(2),
                paid ? "Đã nhận tiền" : "Chưa nhận tiền",
                row.getString(6) == null ? null : "Người nhận: " + row.getString(6),
                "Lệnh chi trả " + row.getString(5),
                row.getLong(4),
                row.getString(7),
                null);
    }

    private HistoryEntry debt(ResultSet row, boolean everything) throws SQLException {
        return new HistoryEntry(
                day(row, 1),
                "truy-thu",
                row.getLong(2),
                Receivable.State.valueOf(row.getString(3)).label(),
                joined("Tháng " + month(row, 4), row.getString(6)),
                paper(row.getString(7), day(row, 8)),
                row.getLong(5),
                row.getString(9),
                null);
    }

    private HistoryEntry cancelled(ResultSet row, boolean everything) throws SQLException {
        return new HistoryEntry(
                day(row, 1),
                "huy-chi",
                row.getLong(2),
                "Hủy khoản chưa nhận",
                joined("Tháng " + month(row, 3), row.getString(5)),
                null,
                row.getLong(4),
                row.getString(6),
                null);
    }

    private HistoryEntry home(ResultSet row, boolean everything) throws SQLException {
        String unit = units.fullName(row.getLong(2));
        return new HistoryEntry(
                day(row, 1),
                "noi-o",
                row.getLong(2),
                "Nơi ở: " + (row.getString(3) == null ? unit : row.getString(3) + ", " + unit),
                row.getBoolean(4) ? "Không rõ từ ngày nào" : null,
                null,
                null,
                null,
                null);
    }

    private HistoryEntry household(ResultSet row, boolean everything) throws SQLException {
        String relation = row.getString(3) == null
                ? null
                : codeLists.byCode("quan-he", row.getString(3)).map(Entry::name).orElse(null);
        return new HistoryEntry(
                day(row, 1),
                "ho-gia-dinh",
                row.getLong(2),
                row.getInt(4) == 0 ? "Vào hộ gia đình" : "Ra khỏi hộ gia đình",
                relation == null ? null : "Quan hệ với chủ hộ: " + relation,
                null,
                null,
                null,
                null);
    }

    private HistoryEntry record(ResultSet row, boolean everything) throws SQLException {
        return new HistoryEntry(
                day(row, 1),
                "ho-so-goc",
                row.getLong(2),
                "Hồ sơ gốc: " + PersonEvent.Kind.valueOf(row.getString(3)).label(),
                sight().showWithin(joined(row.getString(4), row.getString(5))),
                null,
                null,
                row.getString(6),
                null);
    }
}
