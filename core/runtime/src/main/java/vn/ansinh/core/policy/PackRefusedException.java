package vn.ansinh.core.policy;

import java.util.List;
import java.util.stream.Collectors;

/** A pack that cannot be used, with everything that is wrong in it. */
public class PackRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<PackFault> faults;

    /** @param faults at least one */
    public PackRefusedException(List<PackFault> faults) {
        super(faults.stream().map(PackFault::toString).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    /** In the order of the file. */
    public List<PackFault> faults() {
        return faults;
    }
}
