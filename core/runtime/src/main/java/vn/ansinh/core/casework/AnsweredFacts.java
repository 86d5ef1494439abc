package vn.ansinh.core.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.ansinh.api.fact.Fact;
import vn.ansinh.api.fact.FactKey;
import vn.ansinh.api.fact.Subject;
import vn.ansinh.api.problem.Problem;

/**
 * What an application answered, as facts. They hold from the day that the application names; where it names none, from the day that
 * is answered itself beside it (a certificate's, {@code khuyet-tat.ngay-cap-giay} for all of {@code khuyet-tat}), else from the day
 * on which it was handed in. What is known already is not said again; of a key with many values those that are not answered any more
 * end.
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
        Set<String> news = news(known);
        List<Fact> facts = new ArrayList<>();
        answers.forEach((key, values) -> {
            LocalDate first = first(key);
            boolean many = many(key);
            boolean again = row.eventOn() == null || news.isEmpty() || !many && news.contains(stem(key));
            values.stream()
                    .filter(value -> !holds(known, key, value, first))
                    .filter(value -> again || !holds(known, key, value, row.receivedOn()))
                    .forEach(value -> facts.add(new Fact(subject, key, value, first, null, source)));
            if (many) {
                ended(known, key, values).stream()
                        .filter(fact -> fact.from().isBefore(first) && fact.holdsOn(first))
                        .forEach(fact ->
                                facts.add(new Fact(subject, key, fact.value(), fact.from(), first, fact.source())));
            }
        });
        return facts;
    }

    /** Whether all its values are answered together: who may not see them all would leave some out. */
    private boolean many(String key) {
        return desk.facts()
                .key(key)
                .filter(asked -> asked.many() && !asked.sensitive())
                .isPresent();
    }

    private static boolean holds(List<Fact> known, String key, String value, LocalDate day) {
        return known.stream()
                .anyMatch(fact -> fact.key().equals(key) && fact.value().equals(value) && fact.holdsOn(day));
    }

    /**
     * What the form showed and the answer leaves out: a child who is not raised any more. All values of such a key are answered,
     * or none.
     */
    private List<Fact> ended(List<Fact> known, String key, List<String> values) {
        return known.stream()
                .filter(fact ->
                        fact.key().equals(key) && fact.holdsOn(row.receivedOn()) && !values.contains(fact.value()))
                .toList();
    }

    /**
     * Of what is answered otherwise than known on the day it was handed in. The form shows what is known, and it comes back with
     * what is new: it does not begin earlier by that.
     */
    private Set<String> news(List<Fact> known) {
        Set<String> news = new HashSet<>();
        answers.forEach((key, values) -> {
            if (!values.stream().allMatch(value -> holds(known, key, value, row.receivedOn()))
                    || many(key) && !ended(known, key, values).isEmpty()) {
                news.add(stem(key));
            }
        });
        return news;
    }

    /** What belongs together: {@code khuyet-tat.} for all of a disability. */
    private static String stem(String key) {
        return key.contains(".") ? key.substring(0, key.indexOf('.') + 1) : key;
    }

    private LocalDate first(String key) {
        if (row.eventOn() != null) {
            return row.eventOn();
        }
        String stem = stem(key);
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
