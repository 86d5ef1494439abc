package vn.ansinh.core.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.ansinh.api.fact.Fact;
import vn.ansinh.api.fact.FactKey;
import vn.ansinh.api.fact.Subject;
import vn.ansinh.api.problem.Problem;

/**
 * What an application answered, as facts. They hold from the day that the application names; where it names none, from the day that
 * is answered itself beside it (a certificate's, {@code khuyet-tat.ngay-cap-giay} for all of {@code khuyet-tat}), else from the day
 * on which it was handed in. What is known already is not said again.
 */
final class AnsweredFacts {

    private final CaseDesk desk;
    private final CaseRow row;
    private final Map<String, List<String>> answers;

    AnsweredFacts(CaseDesk desk, CaseRow row, Map<String, List<String>> answers) {
        this.desk = desk;
        this.row = row;
        this.answers = answers;
    }

    /** @param source number of the decision, or of the case before it is signed */
    List<Fact> from(String source) {
        Subject subject = Subject.person(row.personId());
        List<Fact> known = desk.knowing(() -> desk.facts().of(subject));
        List<Fact> facts = new ArrayList<>();
        answers.forEach((key, values) -> {
            LocalDate first = first(key);
            values.stream()
                    .filter(value -> known.stream()
                            .noneMatch(fact ->
                                    fact.key().equals(key) && fact.value().equals(value) && fact.holdsOn(first)))
                    .forEach(value -> facts.add(new Fact(subject, key, value, first, null, source)));
        });
        return facts;
    }

    private LocalDate first(String key) {
        if (row.eventOn() != null) {
            return row.eventOn();
        }
        String stem = key.contains(".") ? key.substring(0, key.indexOf('.') + 1) : key;
        return answers.entrySet().stream()
                .filter(answer -> answer.getKey().equals(key) || answer.getKey().startsWith(stem))
                .filter(answer -> isDay(answer.getKey()))
                .map(answer -> LocalDate.parse(answer.getValue().get(0)))
                .filter(day -> !day.isAfter(row.receivedOn()))
                .min(LocalDate::compareTo)
                .orElse(row.receivedOn());
    }

    private boolean isDay(String key) {
        return desk.facts()
                        .key(key)
                        .filter(known -> known.type() == FactKey.Type.DATE)
                        .isPresent()
                && !answers.get(key).isEmpty();
    }

    /** @throws Problem INVALID when nothing is told */
    List<Fact> required(String source) {
        if (answers.isEmpty()) {
            throw Problem.invalid("AS-CASE-ANSWERS", "Hồ sơ điều chỉnh chưa ghi thông tin nào thay đổi.");
        }
        return from(source);
    }
}
