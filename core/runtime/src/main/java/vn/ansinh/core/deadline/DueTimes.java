package vn.ansinh.core.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import vn.ansinh.api.deadline.Deadline;
import vn.ansinh.api.problem.Problem;

/** When units have to have done something, for the rooms of the core whose deadlines they are. */
public interface DueTimes {

    /** By unit: the moment from which on it is late, with what superiors made stricter and the time that they gave. */
    Map<Long, Instant> due(Deadline deadline, Collection<Long> unitIds, LocalDate period);

    /** @throws Problem CONFLICT {@code AS-DEADLINE-LATE} where a superior has made the deadline a cut-off and it has passed */
    void requireInTime(Deadline deadline, long unitId, LocalDate period);
}
