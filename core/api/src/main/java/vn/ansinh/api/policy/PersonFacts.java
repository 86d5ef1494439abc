package vn.ansinh.api.policy;

import java.time.LocalDate;
import java.util.List;
import vn.ansinh.api.fact.Fact;

/**
 * All that policy may look at.
 *
 * @param born date of birth
 * @param died day of death, or {@code null}
 * @param facts what is known, in any order
 */
public record PersonFacts(LocalDate born, LocalDate died, List<Fact> facts) {

    public PersonFacts {
        facts = List.copyOf(facts);
    }
}
