package vn.ansinh.core.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import vn.ansinh.api.benefit.PaymentDetails;
import vn.ansinh.api.casework.Application.Applicant;
import vn.ansinh.api.casework.CaseState;
import vn.ansinh.api.casework.Procedure;
import vn.ansinh.api.casework.Step;

/**
 * A row of {@code ansinh.case_file}; what the columns mean stands there.
 *
 * @param name the register's where it is seen, else as the file says
 * @param formerUnitId 0 for none
 * @param payment {@code null} while nobody said
 * @param toUnitId 0 for none
 * @param previousId 0 for none
 */
record CaseRow(
        long id,
        String number,
        String procedure,
        String version,
        String program,
        Procedure.Effect effect,
        long personId,
        String name,
        long unitId,
        long formerUnitId,
        long holderUnitId,
        String holder,
        CaseState state,
        String step,
        Step.Kind kind,
        String benefit,
        boolean sensitive,
        LocalDate receivedOn,
        LocalDate since,
        LocalDate due,
        LocalDate termOn,
        LocalDate promisedOn,
        boolean provisional,
        LocalDate decidedOn,
        String drafter,
        List<String> missing,
        Set<String> papers,
        String paperPlace,
        Applicant applicant,
        PaymentDetails payment,
        Set<Long> entitlements,
        String reason,
        LocalDate eventOn,
        long toUnitId,
        long previousId,
        int revision,
        Instant changedAt) {}
