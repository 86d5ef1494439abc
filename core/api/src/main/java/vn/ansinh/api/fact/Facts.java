package vn.ansinh.api.fact;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Facts about people and households. They are never overwritten: a correction retracts what was recorded and records
 * anew, so that "as known then" stays answerable.
 */
public interface Facts {

    /** All declared keys, by key. */
    Map<String, FactKey> keys();

    /** A declared key. */
    default Optional<FactKey> key(String key) {
        return Optional.ofNullable(keys().get(key));
    }

    /** What is known now about a subject, by key and date. */
    List<Fact> of(Subject subject);

    /**
     * Records facts in one go. One equal to what is known changes nothing. For a key that is not {@code many}, a known
     * value with the same first day is retracted, and one that began earlier and still holds ends the day the new one
     * begins.
     *
     * @return how many facts were new
     * @throws vn.ansinh.api.problem.Problem INVALID for an undeclared key or a value outside its notation
     */
    int recordAll(Collection<Fact> facts);
}
