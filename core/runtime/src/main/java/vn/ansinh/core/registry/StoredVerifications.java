package vn.ansinh.core.registry;

import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.audit.Subject;
import vn.ansinh.api.identity.Person;
import vn.ansinh.api.identity.PersonRegistry;
import vn.ansinh.api.job.Jobs;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.registry.Answer;
import vn.ansinh.api.registry.PopulationEvent.Kind;
import vn.ansinh.api.registry.Verifications;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.api.unit.Units;
import vn.ansinh.core.audit.Fields;
import vn.ansinh.core.identity.PersonRows;
import vn.ansinh.core.identity.PersonScope;
import vn.ansinh.core.identity.RegistryChanges;
import vn.ansinh.core.sql.Rows;
import vn.ansinh.core.sql.Slice;

/** {@link Verifications} on tables {@code ansinh.registry_*}. */
public final class StoredVerifications implements Verifications {

    private static final int LONGEST_PAGE = 500;

    private static final String EVENTS = "select e.id, e.kind, e.day, coalesce(e.unit_id, 0), e.address, e.received_at,"
            + " e.state, e.settled_by, e.why, " + PersonRows.COLUMNS
            + " from ansinh.registry_event e join ansinh.person p on p.id = e.person_id where e.id > ? and %s"
            + " and (e.state = 'OPEN') = ? order by e.id limit ?";

    private static final int PERSON = 10;

    private static final String LOCK = """
            select kind, person_id, day, coalesce(unit_id, 0), address, state from ansinh.registry_event
            where id = ? for update""";

    private static final String SETTLE = """
            update ansinh.registry_event set state = ?, settled_by = ?, settled_at = now(), why = ? where id = ?""";

    private final Transactions transactions;
    private final Access access;
    private final Units units;
    private final PersonRegistry people;
    private final RegistryChanges changes;
    private final Jobs jobs;
    private final RegistryLine line;
    private final Audit audit;

    public StoredVerifications(
            Transactions transactions,
            Access access,
            Units units,
            PersonRegistry people,
            RegistryChanges changes,
            Jobs jobs,
            RegistryLine line,
            Audit audit) {
        this.transactions = transactions;
        this.access = access;
        this.units = units;
        this.people = people;
        this.changes = changes;
        this.jobs = jobs;
        this.line = line;
        this.audit = audit;
    }

    @Override
    public Line line() {
        access.require(Permissions.REGISTRY_READ);
        return new Line(line.name().orElse(null), line.answers());
    }

    @Override
    public Optional<Answer> last(long personId) {
        access.require(Permissions.REGISTRY_READ);
        return transactions.call(
                connection -> Checks.last(connection, person(personId).id()));
    }

    private Person person(long id) {
        return people.byId(id)
                .orElseThrow(() -> Problem.notFound(
                        "AS-PERSON-UNKNOWN", "Không có người này, hoặc người đó không thuộc địa bàn được giao."));
    }

    /** The registry is asked outside any transaction: a slow answer holds nobody's rows. */
    @Override
    public Answer ask(long personId) {
        Caller caller = access.require(Permissions.REGISTRY_VERIFY);
        Person person = person(personId);
        if (person.idNumber() == null) {
            throw Problem.invalid("AS-REGISTRY-NUMBER", "Người này chưa có số định danh nên chưa đối chiếu được.");
        }
        Answer answer = line.ask(Checks.inquiry(person));
        String registry = line.name().orElse("");
        transactions.run(connection ->
                Checks.keep(connection, registry, List.of(new Checks.Checked(person.id(), answer)), caller.account()));
        return answer;
    }

    @Override
    public long verify(Collection<Long> ids) {
        access.require(Permissions.REGISTRY_VERIFY);
        return jobs.submit(
                JOB,
                "Đối chiếu " + ids.size() + " người với dữ liệu dân cư",
                Map.of("people", ids.stream().map(String::valueOf).collect(Collectors.joining(","))),
                null);
    }

    @Override
    public EventPage worklist(long unitId, boolean open, String cursor, int limit) {
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw Problem.invalid("AS-REGISTRY-LIMIT", "Mỗi trang có từ 1 đến 500 dòng.");
        }
        PersonScope scope = PersonScope.of(access.require(Permissions.REGISTRY_READ), unitId, units, "p.unit_id");
        long after = after(cursor);
        List<Event> events = transactions.call(connection -> {
            List<Event> found = Rows.list(
                    connection,
                    EVENTS.formatted(scope.sql()),
                    select -> {
                        select.setLong(1, after);
                        int position = scope.bind(select, 2);
                        select.setBoolean(position++, open);
                        select.setInt(position, limit + 1);
                    },
                    StoredVerifications::event);
            audit.listed(
                    Subject.PERSON,
                    "Tin báo của dữ liệu dân cư",
                    found.stream()
                            .limit(limit)
                            .map(event -> event.person().id())
                            .distinct()
                            .toList());
            return found;
        });
        Slice<Event> page = Slice.of(events, limit);
        return new EventPage(page.rows(), page.next(last -> Long.toString(last.id())));
    }

    private static long after(String cursor) {
        try {
            return cursor == null ? 0 : Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw Problem.invalid(
                    "AS-REGISTRY-CURSOR",
                    "Vị trí trang trong danh sách không còn dùng được. Hãy mở lại danh sách từ đầu.");
        }
    }

    private static Event event(ResultSet row) throws SQLException {
        return new Event(
                row.getLong(1),
                Kind.valueOf(row.getString(2)),
                PersonRows.read(row, PERSON),
                row.getDate(3).toLocalDate(),
                row.getLong(4),
                row.getString(5),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                State.valueOf(row.getString(7)),
                row.getString(8),
                row.getString(9));
    }

    /** An event as it is locked. */
    private record Held(Kind kind, long person, LocalDate day, long unit, String address, State state) {}

    @Override
    public void settle(long eventId, boolean accepted, String why) {
        Caller caller = access.require(Permissions.REGISTRY_VERIFY);
        String reason = why == null ? "" : why.strip();
        if (!accepted && reason.isEmpty()) {
            throw Problem.invalid("AS-REGISTRY-REASON", "Vui lòng ghi vì sao tin báo này không đúng.");
        }
        transactions.run(connection -> {
            Held event =
                    Rows.list(connection, LOCK, select -> select.setLong(1, eventId), StoredVerifications::held)
                            .stream()
                            .findFirst()
                            .orElseThrow(() -> Problem.notFound("AS-REGISTRY-UNKNOWN", "Không có tin báo này."));
            Person person = person(event.person());
            access.require(Permissions.REGISTRY_VERIFY, person.unitId());
            if (event.state() != State.OPEN) {
                throw Problem.conflict("AS-REGISTRY-SETTLED", "Tin báo này đã có người xử lý.");
            }
            try (PreparedStatement update = connection.prepareStatement(SETTLE)) {
                update.setString(1, (accepted ? State.ACCEPTED : State.REJECTED).name());
                update.setString(2, caller.account());
                update.setString(3, reason.isEmpty() ? null : reason);
                update.setLong(4, eventId);
                update.executeUpdate();
            }
            // afterwards: who moved away is not the caller's any more, and neither is the event
            if (accepted) {
                accept(event, person, reason.isEmpty() ? "Theo dữ liệu dân cư" : reason);
            } else {
                audit.changed(
                        Subject.person(person.id()),
                        "registry.reject",
                        Map.of(),
                        Fields.of("event", event.kind() == Kind.DEATH ? "qua đời" : "chuyển nơi ở")
                                .and("day", Vietnamese.day(event.day()))
                                .map(),
                        reason);
            }
        });
    }

    private static Held held(ResultSet row) throws SQLException {
        Date day = row.getDate(3);
        return new Held(
                Kind.valueOf(row.getString(1)),
                row.getLong(2),
                day.toLocalDate(),
                row.getLong(4),
                row.getString(5),
                State.valueOf(row.getString(6)));
    }

    private void accept(Held event, Person person, String reason) {
        if (event.kind() == Kind.DEATH) {
            changes.died(person.id(), event.day(), reason);
        } else if (event.unit() == 0) {
            throw Problem.conflict(
                    "AS-REGISTRY-PLACE",
                    "Không rõ người này chuyển đến xã, phường nào. Hãy sửa nơi ở trong hồ sơ, rồi ghi tin này là đã xử lý"
                            + " ở mục «Không đúng» kèm lý do.");
        } else {
            changes.moved(person.id(), event.unit(), event.address(), event.day(), reason);
        }
    }
}
