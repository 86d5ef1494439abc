package vn.ansinh.api.policy;

import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import vn.ansinh.api.fact.Fact;

/**
 * Derives in Java what a pack in YAML cannot say; an OSGi service of a bundle that also declares the derived keys in its
 * {@code ANSINH-INF/fact/}. It supplies facts, never amounts: what they are worth stays in a pack that people can read.
 *
 * <p>Before a payroll is computed, a run asks for the people it is about and records what it is told, so derived facts are
 * facts like any other: dated, never overwritten, still there when the bundle is gone.
 */
public interface Policy {

    /** Stable name, for instance {@code vi-du-tham-nien}; the recorded facts bear it as their source. Not blank. */
    String id();

    /** Codes of the benefits whose holders it is asked about; never empty. */
    Set<String> benefits();

    /** Keys of the facts it derives; it may say nothing else. Declared in a bundle's {@code ANSINH-INF/fact/}. */
    Set<String> keys();

    /**
     * Derives facts for many people at once. Must answer the same for the same question, and fast: a run waits.
     *
     * @param people a few thousand at most
     * @param month that is about to be run
     * @return facts about these people with keys of {@link #keys()}; what is known already may be repeated and changes
     *     nothing; what holds no longer is said by a new value from a later day
     */
    List<Fact> derive(List<Known> people, YearMonth month);

    /** A person and all that policy knows of them. */
    record Known(long personId, PersonFacts facts) {}
}
