package vn.ansinh.core.identity;

import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.identity.PersonDraft;
import vn.ansinh.core.SmallCountry;
import vn.ansinh.core.access.ThreadAccess;
import vn.ansinh.testkit.DeskClock;
import vn.ansinh.testkit.TestDatabase;

/** The registers of people and households of the small country, empty, and officials who work on them below row-level security. */
final class PeopleDesk {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    final ThreadAccess access;
    final StoredPersonRegistry people;
    final StoredHouseholds households;

    private PeopleDesk(TestDatabase database, SmallCountry country) {
        access = country.access();
        DeskClock clock = new DeskClock(() -> TODAY);
        people = new StoredPersonRegistry(
                database.scopedBy(access), database.transactions(), access, country.units(), Audit.NONE, clock);
        households = new StoredHouseholds(
                database.scopedBy(access), database.transactions(), access, country.units(), Audit.NONE, clock);
    }

    /** Forgets everybody. */
    static PeopleDesk empty(TestDatabase database) {
        SmallCountry country = new SmallCountry();
        country.store(database.transactions());
        database.transactions().run(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("delete from ansinh.household; delete from ansinh.person; delete from"
                        + " ansinh.temporary_number");
            }
        });
        return new PeopleDesk(database, country);
    }

    /** As an official of a unit who may do everything there. */
    <T> T as(long unit, Callable<T> work) {
        return as(SmallCountry.official(unit), work);
    }

    <T> T as(Caller caller, Callable<T> work) {
        try {
            return access.callAs(caller, work);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    void act(long unit, Runnable work) {
        as(unit, () -> {
            work.run();
            return null;
        });
    }

    /** @return id of the person, who may have been known already */
    long register(PersonDraft draft) {
        return as(Caller.SYSTEM, () -> people.registerAll(List.of(draft)))
                .get(0)
                .personId();
    }
}
