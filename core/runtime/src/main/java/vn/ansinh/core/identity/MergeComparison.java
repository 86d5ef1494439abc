package vn.ansinh.core.identity;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.fact.FactKey;
import vn.ansinh.api.identity.Duplicates.Difference;
import vn.ansinh.api.identity.NumberSight;
import vn.ansinh.api.identity.Person;
import vn.ansinh.api.policy.Discretion;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.api.unit.Units;
import vn.ansinh.core.sql.Rows;

/** What two records say otherwise, and what keeps them from being merged now. Facts are those that hold as known now. */
final class MergeComparison {

    /** Prefix of the field of a fact. */
    static final String FACT = "fact:";

    private static final String FACTS = """
            select key, subject_id, value, valid_from from ansinh.fact
            where subject_kind = 'PERSON' and subject_id in (?, ?) and retracted_at is null order by key, valid_from, value""";

    private static final String SAME_BENEFIT = """
            select distinct e.benefit, greatest(e.from_month, f.from_month)
            from ansinh.entitlement e join ansinh.entitlement f on f.benefit = e.benefit
                and e.from_month <= coalesce(f.to_month, 'infinity') and f.from_month <= coalesce(e.to_month, 'infinity')
            where e.person_id = ? and f.person_id = ?
              and coalesce(e.to_month, 'infinity') >= e.from_month and coalesce(f.to_month, 'infinity') >= f.from_month
            order by 1""";

    private static final String IN_DRAFT = """
            select y.month, y.unit_id from ansinh.payroll y
            where y.state = 'DRAFT'
              and (exists (select from ansinh.payroll_line l
                    where l.month = y.month and l.payroll_id = y.id and l.person_id in (?, ?))
                or exists (select from ansinh.payroll_excess x where x.payroll_id = y.id and x.person_id in (?, ?)))
              and (y.program, y.unit_id) in (select program, unit_id from ansinh.entitlement where person_id in (?, ?))
            order by 1, 2""";

    private static final String TWO_HOUSEHOLDS = """
            select exists (select from ansinh.household_head h join ansinh.household_member m on m.person_id = ?
                and daterange(m.from_date, m.to_date) && daterange(h.from_date, h.to_date)
                where h.person_id = ?)""";

    private final Connection connection;
    private final Units units;
    private final Discretion discretion;
    private final Map<String, FactKey> keys;

    MergeComparison(Connection connection, Units units, Discretion discretion, Map<String, FactKey> keys) {
        this.connection = connection;
        this.units = units;
        this.discretion = discretion;
        this.keys = keys;
    }

    private record Known(String key, long person, String value, String from) {}

    /** What must be chosen. */
    List<Difference> differences(Person first, Person second, Caller caller) throws SQLException {
        List<Difference> differences = new ArrayList<>();
        add(differences, "fullName", "Họ và tên", first.fullName(), second.fullName());
        add(
                differences,
                "birth",
                "Ngày sinh",
                first.birth().label(),
                second.birth().label());
        add(differences, "sex", "Giới tính", first.sex().label(), second.sex().label());
        add(differences, "idNumber", "Số định danh", first.idNumber(), second.idNumber(), NumberSight.of(caller));
        add(differences, "oldIdNumber", "Số CMND", first.oldIdNumber(), second.oldIdNumber(), NumberSight.of(caller));
        add(differences, "ethnicity", "Dân tộc", first.ethnicity(), second.ethnicity());
        add(differences, "origin", "Quê quán", first.origin(), second.origin());
        add(differences, "residence", "Nơi ở", residence(first), residence(second));
        add(differences, "deceasedOn", "Ngày mất", day(first), day(second));
        List<Known> known = Rows.list(
                connection,
                FACTS,
                select -> {
                    select.setLong(1, first.id());
                    select.setLong(2, second.id());
                },
                row -> new Known(row.getString(1), row.getLong(2), row.getString(3), row.getString(4)));
        for (String key : new TreeSet<>(known.stream().map(Known::key).toList())) {
            if (keys.get(key) == null || !keys.get(key).many()) {
                String one = values(known, key, first.id(), caller);
                String other = values(known, key, second.id(), caller);
                add(differences, FACT + key, label(key), one, other);
            }
        }
        return differences;
    }

    private static void add(List<Difference> to, String field, String label, String first, String second) {
        if (first != null && second != null && !first.equals(second)) {
            to.add(new Difference(field, label, first, second));
        }
    }

    private static void add(
            List<Difference> to, String field, String label, String first, String second, NumberSight sight) {
        if (first != null && second != null && !first.equals(second)) {
            to.add(new Difference(field, label, sight.show(first), sight.show(second)));
        }
    }

    private String residence(Person person) {
        String unit = units.fullName(person.unitId());
        return person.address() == null ? unit : person.address() + ", " + unit;
    }

    private static String day(Person person) {
        return person.deceasedOn() == null ? null : Vietnamese.day(person.deceasedOn());
    }

    private String label(String key) {
        return keys.get(key) == null ? key : keys.get(key).label();
    }

    /** All values with their first days; whoever may not see them sees that there are some, and never that they are equal. */
    private String values(List<Known> known, String key, long person, Caller caller) {
        List<Known> own = known.stream()
                .filter(fact -> fact.key().equals(key) && fact.person() == person)
                .toList();
        if (own.isEmpty()) {
            return null;
        }
        FactKey declared = keys.get(key);
        if (!caller.may(Permissions.FACT_SENSITIVE) && (declared == null || declared.sensitive())) {
            return "(thông tin nhạy cảm của hồ sơ " + person + ")";
        }
        StringBuilder text = new StringBuilder();
        for (Known fact : own) {
            text.append(text.isEmpty() ? "" : "; ")
                    .append(declared == null ? fact.value() : declared.written(fact.value()))
                    .append(" (từ ")
                    .append(Vietnamese.day(LocalDate.parse(fact.from())))
                    .append(")");
        }
        return text.toString();
    }

    /** Why they cannot be merged now. */
    List<String> obstacles(long kept, long gone) throws SQLException {
        List<String> obstacles = new ArrayList<>();
        obstacles.addAll(Rows.list(
                connection,
                SAME_BENEFIT,
                select -> {
                    select.setLong(1, kept);
                    select.setLong(2, gone);
                },
                row -> "Cả hai hồ sơ cùng hưởng «" + discretion.name(row.getString(1)) + "» từ tháng "
                        + month(row.getDate(2).toLocalDate())
                        + ". Hãy thôi hưởng ở một hồ sơ kể từ tháng đó, xử lý khoản đã chi trùng, rồi gộp."));
        obstacles.addAll(drafts(kept, gone));
        boolean heads = Rows.list(
                        connection,
                        TWO_HOUSEHOLDS,
                        select -> {
                            select.setLong(1, kept);
                            select.setLong(2, gone);
                        },
                        row -> row.getBoolean(1))
                .get(0);
        if (heads) {
            obstacles.add(
                    "Hồ sơ được gộp là chủ hộ trong khi hồ sơ giữ lại cũng có hộ. Hãy đổi chủ hộ hoặc gộp hộ trước.");
        }
        return obstacles;
    }

    /** Lists under way with either of them. */
    List<String> drafts(long kept, long gone) throws SQLException {
        return Rows.list(
                connection,
                IN_DRAFT,
                select -> {
                    for (int i = 1; i <= 6; i++) {
                        select.setLong(i, i % 2 == 1 ? kept : gone);
                    }
                },
                row -> "Danh sách tháng " + month(row.getDate(1).toLocalDate()) + " của "
                        + units.fullName(row.getLong(2)) + " đang lập và có người này. Hãy chốt danh sách đó trước.");
    }

    private static String month(LocalDate day) {
        return Vietnamese.month(YearMonth.from(day));
    }
}
