package vn.ansinh.core.casework.procedure;

import java.util.List;

/**
 * A file that brings a version of a procedure.
 *
 * @param file as people see it: bundle and name
 * @param procedure id, {@code null} when it was not understood; so {@code version}
 * @param faults Vietnamese, each with file, line and reason; empty when it is used
 * @param early whether it came so lately that what it still wants may be on its way
 */
public record ProcedureFile(String file, String procedure, String version, List<String> faults, boolean early) {

    public ProcedureFile {
        faults = List.copyOf(faults);
    }
}
