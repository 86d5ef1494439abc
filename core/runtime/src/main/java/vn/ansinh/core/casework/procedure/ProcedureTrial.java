package vn.ansinh.core.casework.procedure;

import java.util.List;
import java.util.Map;
import vn.ansinh.api.casework.Procedure;
import vn.ansinh.api.fact.FactKey;
import vn.ansinh.api.policy.Benefit;
import vn.ansinh.core.extender.Fault;
import vn.ansinh.core.extender.FileRefusedException;

/** A procedure on the bench: read and checked as the extender would, outside any container, for the tests of who writes it. */
public final class ProcedureTrial {

    private ProcedureTrial() {}

    /**
     * Reads and checks a procedure.
     *
     * @param yaml as in {@code ANSINH-INF/procedure/*.yaml}
     * @param file its name, for messages
     * @param keys the declared fact keys
     * @param benefits those of its program
     * @throws FileRefusedException with everything that is wrong in it
     */
    public static Procedure read(String yaml, String file, Map<String, FactKey> keys, List<Benefit> benefits) {
        ProcedureReading reading = ProcedureParser.read(yaml, file);
        List<Fault> faults = ProcedureCheck.faults(reading, keys, program -> benefits);
        if (!faults.isEmpty()) {
            throw new FileRefusedException(faults);
        }
        return reading.procedure();
    }
}
