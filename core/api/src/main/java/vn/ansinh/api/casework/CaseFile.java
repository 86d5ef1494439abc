package vn.ansinh.api.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import vn.ansinh.api.unit.AdministrativeUnit.Level;

/**
 * A case file as lists show it.
 *
 * @param number as the receipt slip says
 * @param procedureName name of its procedure
 * @param version of the procedure under which it runs
 * @param benefitName {@code null} while not settled; neutral for who may not know it
 * @param step code of the step it is in; of an ended case, in which it ended
 * @param stepName as officials call it
 * @param unitId commune that has it now
 * @param holderUnitId unit that has to act: the commune, or one above it
 * @param holder account that took it on, {@code null} for nobody yet
 * @param holderName who that is, as called when they took it on; {@code null} for nobody yet
 * @param since day on which it came to the step
 * @param due last day of the step, {@code null} when no term is known or none runs
 * @param promisedOn day the result is promised for, {@code null} for none
 * @param provisional whether a day above rests on what nobody has read in the law
 * @param late working days that {@code due} has passed by, 0 for none
 * @param missing codes of papers or facts that are still needed
 * @param paperPlace where the paper lies, may be blank
 * @param revision grows with every change; what acts on a case names the one that was looked at
 */
public record CaseFile(
        long id,
        String number,
        String procedure,
        String procedureName,
        String version,
        String program,
        long personId,
        String personName,
        String benefit,
        String benefitName,
        CaseState state,
        String step,
        String stepName,
        Step.Kind stepKind,
        Level level,
        long unitId,
        long holderUnitId,
        String holder,
        String holderName,
        LocalDate receivedOn,
        LocalDate since,
        LocalDate due,
        LocalDate promisedOn,
        boolean provisional,
        int late,
        Set<String> missing,
        String paperPlace,
        int revision,
        Instant changedAt) {

    public CaseFile {
        missing = Set.copyOf(missing);
    }
}
