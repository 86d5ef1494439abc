package vn.ansinh.core.identity;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.audit.Subject;
import vn.ansinh.api.identity.NumberSight;
import vn.ansinh.api.identity.Person;
import vn.ansinh.api.identity.PersonDraft;
import vn.ansinh.api.identity.PersonEvent.Kind;
import vn.ansinh.api.identity.PersonRegistry.Presence;
import vn.ansinh.api.identity.PersonRegistry.Removed;
import vn.ansinh.api.identity.Residence;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.api.text.VietnameseOrder;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.api.unit.Units;
import vn.ansinh.core.sql.Rows;

/** What officials do to one person's record. Whoever changes a record holds its row. */
final class PersonRecords {

    private static final String LOCK =
            "select " + PersonRows.COLUMNS + ", p.deleted_at is not null, p.merged_into is not null"
                    + " from ansinh.person p where p.id = ? for update";

    private static final String CHANGE = """
            update ansinh.person set full_name = ?, search_name = ?, sort_key = ?, birth_date = ?, birth_year_only = ?, sex = ?,
                id_number = ?, old_id_number = ?, ethnicity = ?, unit_id = ?, address = ?, origin = ?, updated_at = now()
            where id = ?""";

    /** A person who was ever paid, or owes something back, does not vanish. */
    private static final String IN_USE = """
            select exists (select from ansinh.entitlement where person_id = ?)
                or exists (select from ansinh.receivable where person_id = ? and state <> 'WITHDRAWN')
                or exists (select from ansinh.case_file where person_id = ?)
                or exists (select from ansinh.person where merged_into = ?)""";

    private static final String REMOVED = "select " + PersonRows.COLUMNS
            + ", p.deleted_at, p.deleted_by, p.deleted_reason from ansinh.person p"
            + " where p.deleted_at is not null and p.merged_into is null and %s order by p.deleted_at desc, p.id limit ?";

    private static final String RESIDENCES = """
            select unit_id, hamlet, address, from_date, to_date from ansinh.person_residence
            where person_id = ? order by from_date desc nulls last""";

    private static final String NEXT_TEMPORARY = """
            insert into ansinh.temporary_number as t (unit_id, year, last) values (?, ?, 1)
            on conflict (unit_id, year) do update set last = t.last + 1 returning last""";

    private static final String WHERE_IS = """
            select coalesce(k.unit_id, p.unit_id) from ansinh.person p left join ansinh.person k on k.id = p.merged_into
            where %s = ? and (p.deleted_at is null or p.merged_into is not null)
            order by p.deleted_at nulls first, p.id limit 1""";

    private final Transactions transactions;
    private final Transactions everywhere;
    private final Access access;
    private final Units units;
    private final Audit audit;
    private final Clock clock;

    /** @param everywhere the same, reaching every row */
    PersonRecords(
            Transactions transactions, Transactions everywhere, Access access, Units units, Audit audit, Clock clock) {
        this.transactions = transactions;
        this.everywhere = everywhere;
        this.access = access;
        this.units = units;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param removed whether it is in no list; @param merged whether another record speaks for it */
    private record Held(Person person, boolean removed, boolean merged) {}

    Person change(long id, PersonDraft draft, String why) {
        String reason = DraftCheck.reason(why);
        DraftCheck.require(draft);
        access.require(Permissions.PERSON_WRITE);
        return transactions.call(connection -> {
            Person before = alive(connection, id);
            Caller caller = access.require(Permissions.PERSON_WRITE, before.unitId());
            access.require(Permissions.PERSON_WRITE, draft.unitId());
            requireFree(id, draft.idNumber());
            write(connection, id, draft);
            Person after = lock(connection, id).orElseThrow().person();
            tell(connection, before, after, reason, caller.account());
            return after;
        });
    }

    private static void write(Connection connection, long id, PersonDraft draft) throws SQLException {
        String name = Vietnamese.normalize(draft.fullName());
        try (PreparedStatement update = connection.prepareStatement(CHANGE)) {
            update.setString(1, name);
            update.setString(2, PersonFilter.searchName(name));
            update.setString(3, VietnameseOrder.nameKey(name));
            update.setDate(4, Date.valueOf(draft.birth().date()));
            update.setBoolean(5, draft.birth().yearOnly());
            update.setString(6, draft.sex().name());
            update.setString(7, orNull(draft.idNumber()));
            update.setString(8, orNull(draft.oldIdNumber()));
            update.setString(9, orNull(draft.ethnicity()));
            update.setLong(10, draft.unitId());
            update.setString(11, orNull(Vietnamese.normalize(draft.address())));
            update.setString(12, orNull(Vietnamese.normalize(draft.origin())));
            update.setLong(13, id);
            update.executeUpdate();
        }
    }

    private static String orNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }

    /** The number may be somebody's whom the caller does not see: told is only that it is taken, and where. */
    private void requireFree(long id, String number) {
        if (number == null || number.isBlank()) {
            return;
        }
        everywhere.run(connection -> {
            List<Long> taken = Rows.list(
                    connection,
                    "select unit_id from ansinh.person where id_number = ? and deleted_at is null and id <> ?",
                    select -> {
                        select.setString(1, number);
                        select.setLong(2, id);
                    },
                    row -> row.getLong(1));
            if (!taken.isEmpty()) {
                throw Problem.conflict(
                        "AS-PERSON-NUMBER-TAKEN",
                        "Số định danh này đã có trong một hồ sơ khác, ở " + units.fullName(taken.get(0))
                                + ". Nếu là cùng một người, hãy gộp hai hồ sơ; nếu không, hãy kiểm tra lại số trên giấy tờ.");
            }
        });
    }

    private void tell(Connection connection, Person before, Person after, String reason, String account)
            throws SQLException {
        Map<String, String> was = PersonFields.of(before, units);
        Map<String, String> is = PersonFields.of(after, units);
        List<String> changes = new ArrayList<>();
        was.forEach((field, value) -> {
            if (!Objects.equals(value, is.get(field))) {
                changes.add(field + ": " + shown(value) + " → " + shown(is.get(field)));
            }
        });
        if (changes.isEmpty()) {
            return;
        }
        Kind kind = before.unitId() == after.unitId() ? Kind.CHANGE : Kind.MOVE;
        PersonEvents.tell(connection, before.id(), kind, String.join("; ", changes), reason, account);
        audit.changed(Subject.person(before.id()), "person.change", was, is, reason);
    }

    private static String shown(String value) {
        return value == null ? "(trống)" : value;
    }

    void remove(long id, String reason) {
        String why = DraftCheck.reason(reason);
        access.require(Permissions.PERSON_WRITE);
        transactions.run(connection -> {
            Person person = alive(connection, id);
            Caller caller = access.require(Permissions.PERSON_WRITE, person.unitId());
            if (inUse(id)) {
                throw Problem.conflict(
                        "AS-PERSON-IN-USE",
                        "Người này đã có chế độ, hồ sơ hoặc còn khoản thu hồi nên hồ sơ phải được giữ lại. Nếu là hồ sơ trùng, hãy"
                                + " gộp vào hồ sơ đúng.");
            }
            try (PreparedStatement update =
                    connection.prepareStatement("update ansinh.person set deleted_at = now(), deleted_by = ?,"
                            + " deleted_reason = ?, updated_at = now() where id = ?")) {
                update.setString(1, caller.account());
                update.setString(2, why);
                update.setLong(3, id);
                update.executeUpdate();
            }
            PersonEvents.tell(connection, id, Kind.REMOVE, "Hồ sơ không còn trong danh sách", why, caller.account());
            audit.changed(
                    Subject.person(id), "person.remove", Map.of("Hồ sơ", "Đang dùng"), Map.of("Hồ sơ", "Đã xóa"), why);
        });
    }

    private boolean inUse(long id) {
        return everywhere.call(connection -> Rows.list(
                        connection,
                        IN_USE,
                        select -> {
                            select.setLong(1, id);
                            select.setLong(2, id);
                            select.setLong(3, id);
                            select.setLong(4, id);
                        },
                        row -> row.getBoolean(1))
                .get(0));
    }

    void restore(long id, String reason) {
        String why = DraftCheck.reason(reason);
        access.require(Permissions.PERSON_RESTORE);
        transactions.run(connection -> {
            Held held = lock(connection, id).orElseThrow(PersonRecords::unknown);
            Caller caller =
                    access.require(Permissions.PERSON_RESTORE, held.person().unitId());
            if (held.merged()) {
                throw Problem.conflict(
                        "AS-PERSON-MERGED", "Hồ sơ này đã gộp vào hồ sơ khác. Hãy hủy việc gộp thay vì khôi phục.");
            }
            if (!held.removed()) {
                return;
            }
            requireFree(id, held.person().idNumber());
            try (PreparedStatement update =
                    connection.prepareStatement("update ansinh.person set deleted_at = null, deleted_by = null,"
                            + " deleted_reason = null, updated_at = now() where id = ?")) {
                update.setLong(1, id);
                update.executeUpdate();
            }
            PersonEvents.tell(connection, id, Kind.RESTORE, "Hồ sơ trở lại danh sách", why, caller.account());
            audit.changed(
                    Subject.person(id), "person.restore", Map.of("Hồ sơ", "Đã xóa"), Map.of("Hồ sơ", "Đang dùng"), why);
        });
    }

    List<Removed> removed(long unitId, int limit) {
        PersonScope scope = PersonScope.of(access.require(Permissions.PERSON_RESTORE), unitId, units, "p.unit_id");
        return transactions.call(connection -> {
            List<Removed> found = Rows.list(
                    connection,
                    REMOVED.formatted(scope.sql()),
                    select -> select.setInt(scope.bind(select, 1), limit),
                    row -> new Removed(
                            PersonRows.read(row, 1),
                            row.getObject(PersonRows.WIDTH + 1, OffsetDateTime.class)
                                    .toInstant(),
                            row.getString(PersonRows.WIDTH + 2),
                            row.getString(PersonRows.WIDTH + 3)));
            audit.listed(
                    Subject.PERSON,
                    "Hồ sơ đã xóa",
                    found.stream().map(removed -> removed.person().id()).toList());
            return found;
        });
    }

    String temporaryNumber(long personId) {
        access.require(Permissions.PERSON_WRITE);
        return transactions.call(connection -> {
            Person person = alive(connection, personId);
            Caller caller = access.require(Permissions.PERSON_WRITE, person.unitId());
            if (person.temporaryNumber() != null) {
                return person.temporaryNumber();
            }
            if (person.anyNumber() != null) {
                throw Problem.conflict("AS-PERSON-HAS-NUMBER", "Người này đã có số giấy tờ nên không cần số tạm.");
            }
            String number = nextTemporary(connection, person.unitId());
            try (PreparedStatement update = connection.prepareStatement(
                    "update ansinh.person set temporary_number = ?, updated_at = now() where id = ?")) {
                update.setString(1, number);
                update.setLong(2, personId);
                update.executeUpdate();
            }
            PersonEvents.tell(
                    connection,
                    personId,
                    Kind.CHANGE,
                    "Cấp số tạm " + number,
                    "Chưa có số định danh",
                    caller.account());
            audit.changed(Subject.person(personId), "person.temporary", Map.of(), Map.of("Số tạm", number), null);
            return number;
        });
    }

    private String nextTemporary(Connection connection, long unitId) throws SQLException {
        int year = LocalDate.now(clock).getYear();
        String code = units.byId(unitId).orElseThrow().code();
        try (PreparedStatement next = connection.prepareStatement(NEXT_TEMPORARY)) {
            next.setLong(1, unitId);
            next.setInt(2, year);
            try (ResultSet row = next.executeQuery()) {
                row.next();
                return "T%5s%02d%04d".formatted(code, year % 100, row.getInt(1)).replace(' ', '0');
            }
        }
    }

    Optional<Presence> whereIs(String number) {
        access.require(Permissions.PERSON_READ);
        String asked = number == null ? "" : number.replaceAll("[ .]", "");
        String column = asked.matches("[0-9]{12}")
                ? "p.id_number"
                : asked.matches("[0-9]{9}")
                        ? "p.old_id_number"
                        : asked.matches("T[0-9]{11}") ? "p.temporary_number" : null;
        if (column == null) {
            throw Problem.invalid("AS-PERSON-NUMBER", "Số định danh có 12 chữ số, số CMND có 9 chữ số.");
        }
        Optional<Presence> found = everywhere.call(connection -> Rows.list(
                        connection,
                        WHERE_IS.formatted(column),
                        select -> select.setString(1, asked),
                        row -> new Presence(row.getLong(1)))
                .stream()
                .findFirst());
        audit.listed(Subject.PERSON, "Tra cứu theo số " + NumberSight.MASKED.show(asked), List.of());
        return found;
    }

    List<Residence> residences(Connection connection, long id) throws SQLException {
        return Rows.list(
                connection,
                RESIDENCES,
                select -> select.setLong(1, id),
                row -> new Residence(row.getLong(1), row.getString(2), row.getString(3), day(row, 4), day(row, 5)));
    }

    private static LocalDate day(ResultSet row, int column) throws SQLException {
        Date date = row.getDate(column);
        return date == null ? null : date.toLocalDate();
    }

    private static Person alive(Connection connection, long id) throws SQLException {
        return lock(connection, id)
                .filter(held -> !held.removed())
                .map(Held::person)
                .orElseThrow(PersonRecords::unknown);
    }

    private static Optional<Held> lock(Connection connection, long id) throws SQLException {
        return Rows.list(
                        connection,
                        LOCK,
                        select -> select.setLong(1, id),
                        row -> new Held(
                                PersonRows.read(row, 1),
                                row.getBoolean(PersonRows.WIDTH + 1),
                                row.getBoolean(PersonRows.WIDTH + 2)))
                .stream()
                .findFirst();
    }

    static Problem unknown() {
        return Problem.notFound(
                "AS-PERSON-UNKNOWN", "Không có người này, hoặc người đó không thuộc địa bàn được giao.");
    }
}
