package vn.ansinh.core.identity;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.audit.Subject;
import vn.ansinh.api.identity.Person;
import vn.ansinh.api.identity.PersonEvent.Kind;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.api.unit.Units;
import vn.ansinh.core.sql.Rows;

/** What an official takes over from the population registry into a person's record: a death, a move. */
public final class RegistryChanges {

    private static final String ALIVE =
            "select " + PersonRows.COLUMNS + " from ansinh.person p where p.id = ? and p.deleted_at is null for update";

    private final Transactions everywhere;
    private final Access access;
    private final Units units;
    private final Audit audit;
    private final Clock clock;

    /** @param everywhere reaches every row: who moved away is not the caller's any more */
    public RegistryChanges(Transactions everywhere, Access access, Units units, Audit audit, Clock clock) {
        this.everywhere = everywhere;
        this.access = access;
        this.units = units;
        this.audit = audit;
        this.clock = clock;
    }

    /** Writes down a death; from then on lists see it, as they would have if an official had found out. */
    public void died(long id, LocalDate day, String why) {
        requirePast(day);
        everywhere.run(connection -> {
            Person person = own(connection, id);
            if (day.equals(person.deceasedOn())) {
                return;
            }
            try (PreparedStatement update = connection.prepareStatement(
                    "update ansinh.person set deceased_on = ?, updated_at = now() where id = ?")) {
                update.setDate(1, Date.valueOf(day));
                update.setLong(2, id);
                update.executeUpdate();
            }
            String was = person.deceasedOn() == null ? null : Vietnamese.day(person.deceasedOn());
            String detail = "Ngày mất: " + (was == null ? "(trống)" : was) + " → " + Vietnamese.day(day);
            PersonEvents.tell(
                    connection, id, Kind.CHANGE, detail, why, access.require().account());
            audit.changed(
                    Subject.person(id),
                    "person.death",
                    was == null ? Map.of() : Map.of("Ngày mất", was),
                    Map.of("Ngày mất", Vietnamese.day(day)),
                    why);
        });
    }

    /** The person lives elsewhere from a day on. Who pays stays as it is. */
    public void moved(long id, long unitId, String address, LocalDate day, String why) {
        requirePast(day);
        everywhere.run(connection -> {
            Person person = own(connection, id);
            Caller caller = access.require();
            new HouseholdWriting(connection, caller.account()).residences(List.of(id), unitId, null, address, day);
            String was = units.fullName(person.unitId());
            String is = units.fullName(unitId);
            PersonEvents.tell(
                    connection,
                    id,
                    Kind.MOVE,
                    "Nơi ở: " + was + " → " + is + ", từ " + Vietnamese.day(day),
                    why,
                    caller.account());
            audit.changed(Subject.person(id), "person.move", Map.of("Nơi ở", was), Map.of("Nơi ở", is), why);
        });
    }

    private Person own(Connection connection, long id) throws SQLException {
        Person person =
                Rows.list(connection, ALIVE, select -> select.setLong(1, id), row -> PersonRows.read(row, 1)).stream()
                        .findFirst()
                        .orElseThrow(PersonRecords::unknown);
        access.require(Permissions.PERSON_WRITE, person.unitId());
        return person;
    }

    private void requirePast(LocalDate day) {
        if (day.isAfter(LocalDate.now(clock))) {
            throw Problem.invalid("AS-REGISTRY-DAY", "Ngày trong tin báo ở sau hôm nay.");
        }
    }
}
