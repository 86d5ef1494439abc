package vn.ansinh.core.casework.procedure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.ansinh.api.casework.Procedure;
import vn.ansinh.api.casework.Procedure.FactQuestion;
import vn.ansinh.api.casework.Procedure.RequiredPaper;
import vn.ansinh.api.fact.FactKey;
import vn.ansinh.api.policy.Benefit;
import vn.ansinh.core.extender.Fault;
import vn.ansinh.core.extender.Place;

/** Whether there is what a procedure names: facts, their values, benefits. */
final class ProcedureCheck {

    private final ProcedureReading reading;
    private final Procedure procedure;
    private final List<Fault> faults = new ArrayList<>();

    private ProcedureCheck(ProcedureReading reading) {
        this.reading = reading;
        this.procedure = reading.procedure();
    }

    /**
     * What is wrong because of what else there is, or is not, in the order of the file.
     *
     * @param keys declared facts by key
     * @param benefits those of a program
     */
    static List<Fault> faults(
            ProcedureReading reading, Map<String, FactKey> keys, Function<String, List<Benefit>> benefits) {
        ProcedureCheck check = new ProcedureCheck(reading);
        check.facts(keys);
        check.benefits(benefits);
        check.faults.sort(Comparator.comparingInt(Fault::line).thenComparingInt(Fault::column));
        return check.faults;
    }

    private void facts(Map<String, FactKey> keys) {
        Map<String, Set<String>> named = new LinkedHashMap<>();
        for (FactQuestion question : procedure.questions()) {
            named.computeIfAbsent(question.key(), key -> new LinkedHashSet<>());
        }
        for (RequiredPaper paper : procedure.papers()) {
            if (paper.when() != null) {
                named.computeIfAbsent(paper.when().key(), key -> new LinkedHashSet<>())
                        .addAll(paper.when().values());
            }
        }
        named.forEach((key, values) -> {
            FactKey declared = keys.get(key);
            if (declared == null) {
                fault(ProcedureReading.key(key), "Không có sự kiện «" + key + "».");
                return;
            }
            values.stream()
                    .filter(value -> !declared.allows(value))
                    .forEach(value -> fault(
                            ProcedureReading.value(key, value),
                            "«" + value + "» không phải giá trị của sự kiện «" + key + "»."));
        });
    }

    private void benefits(Function<String, List<Benefit>> benefits) {
        Set<String> named = new LinkedHashSet<>(procedure.benefits());
        procedure.questions().forEach(question -> named.addAll(question.benefits()));
        procedure.papers().forEach(paper -> named.addAll(paper.benefits()));
        if (named.isEmpty()) {
            return;
        }
        Set<String> known =
                benefits.apply(procedure.program()).stream().map(Benefit::code).collect(Collectors.toSet());
        Map<Place, List<String>> unknown = new LinkedHashMap<>();
        named.stream()
                .filter(code -> !known.contains(code))
                .forEach(code -> unknown.computeIfAbsent(
                                reading.place(ProcedureReading.benefit(code)), place -> new ArrayList<>())
                        .add(code));
        unknown.forEach((place, codes) -> fault(
                place, "Gói chính sách có hiệu lực của chương trình chưa có chế độ " + String.join(", ", codes) + "."));
    }

    private void fault(String what, String reason) {
        fault(reading.place(what), reason);
    }

    private void fault(Place place, String reason) {
        faults.add(new Fault(reading.file(), place.line(), place.column(), reason));
    }
}
