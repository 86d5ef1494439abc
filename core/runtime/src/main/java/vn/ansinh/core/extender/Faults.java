package vn.ansinh.core.extender;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong in one file, so that its author sees everything at once. */
public final class Faults {

    private final String file;
    private final List<Fault> faults = new ArrayList<>();

    /** @param file name, for messages */
    public Faults(String file) {
        this.file = file;
    }

    /** @param reason Vietnamese, for who wrote the file */
    public void add(Place place, String reason) {
        faults.add(new Fault(file, place.line(), place.column(), reason));
    }

    /** What is wrong, by place: {@code dòng 3: Thiếu «ma».} */
    public List<String> told() {
        return all().stream()
                .map(fault -> "Dòng " + fault.line() + ": " + fault.reason())
                .toList();
    }

    /** What is wrong, by place. */
    public List<Fault> all() {
        return faults.stream()
                .sorted(Comparator.comparingInt(Fault::line).thenComparingInt(Fault::column))
                .toList();
    }

    /** How much is wrong so far. */
    public int count() {
        return faults.size();
    }

    /** @throws FileRefusedException when anything is wrong */
    public void refuse() {
        if (!faults.isEmpty()) {
            throw new FileRefusedException(all());
        }
    }
}
