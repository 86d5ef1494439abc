package vn.ansinh.api.operation;

import java.util.List;

/**
 * Looks after some of what the platform stands on. Published as a service by whoever knows it: the database, the core, a program, a
 * connector; gone with its bundle. Called on a thread of its own as {@link vn.ansinh.api.access.Caller#SYSTEM}; what takes
 * longer than a few seconds counts as out of order.
 */
public interface Checkup {

    /** How things are now. A failure is told for it, as something out of order. */
    List<Check> look();

    /** Whether the server shall call itself not ready when one of its checks is {@link Check.Level#DOWN}. */
    default boolean decidesReadiness() {
        return false;
    }
}
