package vn.ansinh.core.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong in one file, so that its author sees everything at once. */
public final class Faults {

    private final String file;
    private final List<PackFault> faults = new ArrayList<>();

    public Faults(String file) {
        this.file = file;
    }

    void add(Place place, String reason) {
        faults.add(new PackFault(file, place.line(), place.column(), reason));
    }

    /** What is wrong, by place: {@code dòng 3: Thiếu «ma».} */
    public List<String> told() {
        return faults.stream()
                .sorted(Comparator.comparingInt(PackFault::line).thenComparingInt(PackFault::column))
                .map(fault -> "Dòng " + fault.line() + ": " + fault.reason())
                .toList();
    }

    int count() {
        return faults.size();
    }

    /** @throws PackRefusedException when anything is wrong */
    void refuse() {
        if (!faults.isEmpty()) {
            faults.sort(Comparator.comparingInt(PackFault::line).thenComparingInt(PackFault::column));
            throw new PackRefusedException(faults);
        }
    }
}
