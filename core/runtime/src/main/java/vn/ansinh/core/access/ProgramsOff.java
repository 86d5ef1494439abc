package vn.ansinh.core.access;

import java.util.Set;

/** Where programs were taken from the officials. */
@FunctionalInterface
public interface ProgramsOff {

    /** Ids of the programs that officials of a unit may not use; 0 for the whole country. */
    Set<String> at(long unitId);
}
