package vn.ansinh.api.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import vn.ansinh.api.identity.Person;
import vn.ansinh.api.problem.Problem;

/**
 * People compared with the population registry, and what it tells of deaths and moves. Nothing here ever stops or starts a
 * payment by itself: an event waits until an official settles it. Nothing waits for the registry either.
 */
public interface Verifications {

    /** Job that compares people; parameter {@code unit} (everybody in it) or {@code people} (ids between commas). */
    String JOB = "registry.verify";

    /** Whether a registry is connected, and whether it answers. */
    Line line();

    /** What the registry last answered about a person; DOWN is never remembered. Needs {@code registry.read}. */
    Optional<Answer> last(long personId);

    /** Asks about one person now and waits a few seconds at most. Needs {@code registry.verify}. */
    Answer ask(long personId);

    /** Queues a job that asks about people. Needs {@code registry.verify}. @return its id */
    long verify(Collection<Long> people);

    /** Events about people of a subtree, the oldest first. Needs {@code registry.read}. @param open those not settled yet */
    EventPage worklist(long unitId, boolean open, String cursor, int limit);

    /**
     * Settles an event. Accepted, a death is written into the person's record, from where lists see it; a move changes where
     * the person lives, not who pays. Needs {@code registry.verify}, and {@code person.write} to accept.
     *
     * @param why reason; may be blank when accepted
     * @throws Problem CONFLICT when it was settled already or its place is unknown, INVALID without a reason
     */
    void settle(long eventId, boolean accepted, String why);

    /** @param name of the registry, {@code null} when none is connected @param answers whether it was reached lately */
    record Line(String name, boolean answers) {}

    /**
     * An event as it waits or was settled.
     *
     * @param toUnit unit moved to, 0 when unknown or a death
     * @param state how it stands
     * @param settledBy account, {@code null} while open
     */
    record Event(
            long id,
            PopulationEvent.Kind kind,
            Person person,
            LocalDate day,
            long toUnit,
            String address,
            Instant receivedAt,
            State state,
            String settledBy,
            String why) {}

    /** How an event stands. */
    enum State {
        OPEN("Chờ xử lý"),
        ACCEPTED("Đã ghi nhận"),
        REJECTED("Không đúng");

        private final String label;

        State(String label) {
            this.label = label;
        }

        /** Vietnamese words. */
        public String label() {
            return label;
        }
    }

    /** @param next cursor of the following page, {@code null} on the last */
    record EventPage(List<Event> events, String next) {}
}
