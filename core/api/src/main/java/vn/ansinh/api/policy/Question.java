package vn.ansinh.api.policy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * What somebody asks the calculator (tính thử mức hưởng). Nobody is looked up: the person is as described.
 *
 * @param unitId whose law holds, {@link Claim#NOWHERE} for national law only; claims that name a unit keep theirs
 * @param claims what the person is entitled to; empty to try every benefit as if claimed from {@code from} on
 * @param from first month
 * @param to last month
 * @param asOf day on which law is read
 */
public record Question(
        long unitId, PersonFacts person, List<Claim> claims, YearMonth from, YearMonth to, LocalDate asOf) {

    public Question {
        claims = List.copyOf(claims);
    }
}
