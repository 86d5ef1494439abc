package vn.ansinh.api.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The procedures that programs brought, every version that ever was in use among them: a version stays when its bundle goes. Reading
 * needs {@code case.read}.
 */
public interface Procedures {

    /**
     * The versions under which an application of {@code day} would run, of the caller's programs, by program and effect.
     */
    List<Procedure> on(LocalDate day);

    /** All versions of a procedure, the latest first. */
    List<Procedure> versions(String id);

    /** All versions of all procedures of the caller's programs. */
    List<Procedure> versions();

    /** A version, whether its bundle is installed or not. */
    Optional<Procedure> version(String id, String version);

    /** The version under which an application of {@code day} runs. */
    default Optional<Procedure> on(String id, LocalDate day) {
        return on(day).stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /**
     * The versions under which a case may go on that was received on {@code receivedOn}, the latest first: the one of that day, and
     * those that came into force since, until {@code day}. Law that had ended before is not for it, nor is law that is still to come.
     */
    default List<Procedure> open(String id, LocalDate receivedOn, LocalDate day) {
        return versions(id).stream()
                .filter(version -> {
                    LocalDate first = version.from().isAfter(receivedOn) ? version.from() : receivedOn;
                    return !first.isAfter(day)
                            && on(id, first).filter(version::equals).isPresent();
                })
                .toList();
    }
}
