package vn.ansinh.core.identity;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.audit.Subject;
import vn.ansinh.api.identity.NumberSight;
import vn.ansinh.api.identity.Person;
import vn.ansinh.api.identity.PersonDraft;
import vn.ansinh.api.identity.PersonEvent;
import vn.ansinh.api.identity.PersonRegistry;
import vn.ansinh.api.identity.Residence;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.api.unit.Units;
import vn.ansinh.core.audit.Asked;
import vn.ansinh.core.sql.Rows;
import vn.ansinh.core.sql.Slice;

/** {@link PersonRegistry} on table {@code ansinh.person}. */
public final class StoredPersonRegistry implements PersonRegistry {

    private static final int LONGEST_PAGE = 500;
    private static final int CURSOR_BASE = 36;

    private final Transactions transactions;
    private final Transactions everywhere;
    private final Access access;
    private final Units units;
    private final Audit audit;
    private final PersonRecords records;

    /** Keeps no audit: for tests of other rooms. */
    public StoredPersonRegistry(Transactions transactions, Access access, Units units) {
        this(transactions, transactions, access, units);
    }

    /** The same, below row-level security. */
    public StoredPersonRegistry(Transactions transactions, Transactions everywhere, Access access, Units units) {
        this(transactions, everywhere, access, units, Audit.NONE, Clock.system(ZoneId.of("Asia/Ho_Chi_Minh")));
    }

    /** @param everywhere the same as {@code transactions}, reaching every row */
    public StoredPersonRegistry(
            Transactions transactions, Transactions everywhere, Access access, Units units, Audit audit, Clock clock) {
        this.transactions = transactions;
        this.everywhere = everywhere;
        this.access = access;
        this.units = units;
        this.audit = audit;
        this.records = new PersonRecords(transactions, everywhere, access, units, audit, clock);
    }

    @Override
    public Optional<Person> byId(long id) {
        Optional<Person> person = find(id);
        person.ifPresent(found -> audit.read(Subject.person(found.id()), null));
        return person;
    }

    private Optional<Person> find(long id) {
        PersonScope scope = scope(0);
        String sql = "select " + PersonRows.COLUMNS
                + " from ansinh.person p where p.id = (select coalesce(m.merged_into, m.id) from ansinh.person m where m.id = ?)"
                + " and p.deleted_at is null and " + scope.sql();
        return transactions.call(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setLong(1, id);
                scope.bind(statement, 2);
                return people(statement).stream().findFirst();
            }
        });
    }

    @Override
    public PersonPage search(PersonQuery query) {
        if (query.limit() < 1 || query.limit() > LONGEST_PAGE) {
            throw Problem.invalid("AS-PERSON-LIMIT", "Mỗi trang có từ 1 đến 500 người.");
        }
        return transactions.call(connection -> {
            PersonPage page = page(query);
            audit.listed(
                    Subject.PERSON,
                    Asked.of("Người dân")
                            .unit(query.unitId() == 0 ? access.require().unitId() : query.unitId())
                            .text(query.text())
                            .day(query.asOf())
                            .toString(),
                    page.people().stream().map(Person::id).toList());
            return page;
        });
    }

    private PersonPage page(PersonQuery query) {
        if (query.asOf() != null) {
            return new PeopleOfDay(transactions, scope(query.unitId(), "r.unit_id"), query).page();
        }
        PersonScope scope = scope(query.unitId());
        PersonFilter filter = PersonFilter.of(query.text());
        Optional<NameSearch> names = names(scope, filter);
        if (names.isPresent()) {
            return page(names.get(), query);
        }
        boolean first = query.cursor() == null;
        String sql = "select " + PersonRows.COLUMNS + " from ansinh.person p where " + scope.sql()
                + " and p.deleted_at is null" + filter.sql()
                + (first ? "" : " and (p.sort_key, p.id) > (?, ?)") + " order by p.sort_key, p.id limit ?";
        return transactions.call(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                int position = filter.bind(statement, scope.bind(statement, 1));
                if (!first) {
                    long after = personAt(query.cursor());
                    statement.setString(position++, sortKey(connection, after));
                    statement.setLong(position++, after);
                }
                statement.setInt(position, query.limit() + 1);
                return page(people(statement), query.limit());
            }
        });
    }

    private static Optional<NameSearch> names(PersonScope scope, PersonFilter filter) {
        return scope.root().isPresent() ? filter.names(scope.root().getAsLong()) : Optional.empty();
    }

    private PersonPage page(NameSearch names, PersonQuery query) {
        Long after = query.cursor() == null ? null : personAt(query.cursor());
        return transactions.call(connection -> {
            List<Long> found = names.find(connection, after, query.limit() + 1);
            Slice<Long> shown = Slice.of(found, query.limit());
            List<Person> people = Rows.list(
                    connection,
                    "select " + PersonRows.COLUMNS + " from ansinh.person p where p.id = any(?) order by p.unit_id,"
                            + " p.sort_key, p.id",
                    statement -> statement.setArray(
                            1, connection.createArrayOf("bigint", shown.rows().toArray())),
                    row -> PersonRows.read(row, 1));
            return new PersonPage(people, shown.next(last -> Long.toString(last, CURSOR_BASE)));
        });
    }

    private static PersonPage page(List<Person> people, int limit) {
        Slice<Person> page = Slice.of(people, limit);
        return new PersonPage(page.rows(), page.next(last -> Long.toString(last.id(), CURSOR_BASE)));
    }

    /** A cursor is the last person's key: no name travels in an address, and the place survives changes before it. */
    private static long personAt(String cursor) {
        try {
            return Long.parseLong(cursor, CURSOR_BASE);
        } catch (NumberFormatException e) {
            throw unknownCursor();
        }
    }

    private static String sortKey(Connection connection, long id) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select sort_key from ansinh.person where id = ?")) {
            statement.setLong(1, id);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw unknownCursor();
                }
                return row.getString(1);
            }
        }
    }

    static Problem unknownCursor() {
        return Problem.invalid(
                "AS-PERSON-CURSOR", "Vị trí trang trong danh sách không còn dùng được. Hãy mở lại danh sách từ đầu.");
    }

    @Override
    public int count(PersonQuery query, int limit) {
        if (query.asOf() != null) {
            return new PeopleOfDay(transactions, scope(query.unitId(), "r.unit_id"), query).count(limit);
        }
        PersonScope scope = scope(query.unitId());
        PersonFilter filter = PersonFilter.of(query.text());
        Optional<NameSearch> names = names(scope, filter);
        if (names.isPresent()) {
            return transactions.call(
                    connection -> names.get().find(connection, null, limit).size());
        }
        String sql = "select count(*) from (select from ansinh.person p where " + scope.sql()
                + " and p.deleted_at is null" + filter.sql() + " limit ?) n";
        return transactions.call(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setInt(filter.bind(statement, scope.bind(statement, 1)), limit);
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    return row.getInt(1);
                }
            }
        });
    }

    @Override
    public List<Registered> registerAll(List<PersonDraft> drafts) {
        Caller caller = access.require(Permissions.PERSON_WRITE);
        drafts.forEach(DraftCheck::require);
        drafts.stream()
                .mapToLong(PersonDraft::unitId)
                .distinct()
                .forEach(unit -> access.require(Permissions.PERSON_WRITE, unit));
        if (drafts.isEmpty()) {
            return List.of();
        }
        return everywhere.call(connection -> {
            List<Registered> registered = new Registration(connection, caller.unitId()).register(drafts);
            RegistrationReport.tell(audit, drafts, registered);
            return registered;
        });
    }

    @Override
    public List<String> check(PersonDraft draft) {
        access.require(Permissions.PERSON_READ);
        return DraftCheck.warnings(draft);
    }

    @Override
    public Person change(long id, PersonDraft draft, String why) {
        return records.change(id, draft, why);
    }

    @Override
    public Optional<Presence> whereIs(String number) {
        return records.whereIs(number);
    }

    @Override
    public void remove(long id, String reason) {
        records.remove(id, reason);
    }

    @Override
    public void restore(long id, String reason) {
        records.restore(id, reason);
    }

    @Override
    public List<Removed> removed(long unitId, int limit) {
        return records.removed(unitId, limit);
    }

    @Override
    public String temporaryNumber(long personId) {
        return records.temporaryNumber(personId);
    }

    @Override
    public List<PersonEvent> history(long id) {
        NumberSight sight = NumberSight.of(access);
        return transactions.call(connection -> PersonEvents.of(connection, seen(id, "Quá trình thay đổi")).stream()
                .map(event -> new PersonEvent(
                        event.kind(),
                        sight.showWithin(event.detail()),
                        sight.showWithin(event.reason()),
                        event.at(),
                        event.by()))
                .toList());
    }

    @Override
    public List<Residence> residences(long id) {
        return transactions.call(connection -> records.residences(connection, seen(id, "Các nơi ở")));
    }

    /** The record that speaks for a person, if the caller may see it; that something of it is seen is told. */
    private long seen(long id, String what) {
        long visible = find(id).orElseThrow(PersonRecords::unknown).id();
        audit.read(Subject.person(visible), what);
        return visible;
    }

    private PersonScope scope(long asked) {
        return scope(asked, "p.unit_id");
    }

    private PersonScope scope(long asked, String column) {
        return PersonScope.of(access.require(Permissions.PERSON_READ), asked, units, column);
    }

    private static List<Person> people(PreparedStatement statement) throws SQLException {
        List<Person> people = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                people.add(PersonRows.read(row, 1));
            }
        }
        return people;
    }
}
