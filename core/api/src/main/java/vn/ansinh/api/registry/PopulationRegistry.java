package vn.ansinh.api.registry;

import java.util.List;

/**
 * A population registry that can be asked; an OSGi service of a connector. It may be slow or away: the core waits three
 * seconds, tells DOWN and goes on. Methods may be called from several threads.
 */
public interface PopulationRegistry {

    /** Vietnamese name; says so when it is a simulated one. */
    String name();

    /** Compares one person. @throws RuntimeException when the registry cannot be reached */
    Answer ask(Inquiry inquiry);

    /**
     * Deaths and moves in the order in which the registry tells them.
     *
     * @param since {@link PopulationEvent#id()} of the last one that was taken, {@code ""} for the beginning
     * @throws RuntimeException when the registry cannot be reached
     */
    List<PopulationEvent> events(String since, int limit);
}
