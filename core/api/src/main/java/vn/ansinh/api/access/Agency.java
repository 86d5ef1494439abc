package vn.ansinh.api.access;

import java.time.LocalDate;
import java.util.Set;

/**
 * An agency as it is in a period: who issues papers and accounts. It is not a unit: departments of one province share its
 * territory and divide its programs.
 *
 * @param id stays the same through all periods
 * @param code short and stable, for instance {@code so-y-te-42}
 * @param parentId agency above, 0 for the topmost
 * @param unitId territory, 0 for the whole country
 * @param programs ids of the programs it is in charge of; {@code "*"} means all
 * @param heading as papers begin, lines separated by a line break; may be blank
 * @param from first day of this period
 * @param to day after its last, {@code null} while it lasts
 */
public record Agency(
        long id,
        String code,
        String name,
        long parentId,
        long unitId,
        Set<String> programs,
        String heading,
        LocalDate from,
        LocalDate to) {
    public Agency {
        programs = Set.copyOf(programs);
    }
}
