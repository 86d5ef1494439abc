package vn.ansinh.rest.resource;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.ansinh.api.benefit.PaymentDetails;
import vn.ansinh.api.casework.Application;
import vn.ansinh.api.casework.Application.Applicant;
import vn.ansinh.api.casework.Application.Particulars;

/**
 * An application as integrators write it; fields as in {@link Application}.
 *
 * @param unit code of the commune on the day of receipt; the caller's own unit when left out
 * @param receivedOn today when left out
 * @param toUnit code of the commune moved to, left out for none
 * @param number identity number of who moves within a district and applies where they go; then {@code person} is left out
 */
public record CaseApplication(
        String procedure,
        Long person,
        String unit,
        LocalDate receivedOn,
        Applicant applicant,
        String benefit,
        Map<String, List<String>> answers,
        Set<String> papers,
        PaymentDetails payment,
        Set<Long> entitlements,
        String reason,
        LocalDate eventOn,
        String toUnit,
        String number,
        LocalDate promisedOn,
        String paperPlace,
        Boolean incomplete) {

    Application in(UnitCodes units, Today today) {
        LocalDate day = today.or(receivedOn);
        return new Application(
                Required.parameter("procedure", procedure),
                number == null ? Required.parameter("person", person) : 0,
                units.idOrOwn(unit, day),
                day,
                Required.parameter("applicant", applicant),
                benefit,
                answers == null ? Map.of() : answers,
                papers == null ? Set.of() : papers,
                payment,
                new Particulars(
                        entitlements == null ? Set.of() : entitlements,
                        reason,
                        eventOn,
                        toUnit == null || toUnit.isBlank() ? 0 : units.id(toUnit),
                        number),
                promisedOn,
                paperPlace == null ? "" : paperPlace);
    }
}
