package vn.ansinh.ui.shell.casework.desk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasHelper;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import vn.ansinh.api.casework.Eligibility.Known;
import vn.ansinh.api.casework.Procedure;
import vn.ansinh.api.casework.Procedure.FactQuestion;
import vn.ansinh.api.fact.FactKey;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;
import vn.ansinh.ui.shell.calculator.FactInput;

/**
 * What a procedure asks for, each as its key demands. The fields stay where they are from one application to the next: what is
 * known already is filled in and says where it comes from.
 */
final class QuestionFields extends Div {

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(QuestionFields.class);
    private static final String KNOWN = "src";
    /** The stylesheet hides it once the focus is elsewhere: nobody loses the field they are typing in. */
    private static final String ASIDE = "as-aside";

    private final transient Runnable changed;
    private final transient Map<String, Asked> asked = new LinkedHashMap<>();
    /** What is applied for, {@code null} while it is not settled. */
    private String benefit;

    /** @param changed run when somebody gave another answer */
    QuestionFields(Runnable changed) {
        this.changed = changed;
        addClassName("as-contents");
    }

    /** One question with its fields: one, or one more than there are values. */
    private final class Asked {
        private final FactKey key;
        private final FactQuestion question;
        private final Div place = new Div();
        private final List<FactInput> inputs = new ArrayList<>();

        private Asked(FactKey key, FactQuestion question) {
            this.key = key;
            this.question = question;
            place.addClassName("as-contents");
            another();
        }

        private FactInput another() {
            FactInput input = FactInput.of(key);
            inputs.add(input);
            place.add(input.labelled(key));
            input.whenChanged(() -> {
                mark(input, null);
                if (key.many()
                        && inputs.get(inputs.size() - 1) == input
                        && input.value().get() != null) {
                    another();
                }
                changed.run();
            });
            return input;
        }

        private void mark(FactInput input, Known known) {
            input.refuse().accept(null);
            Component field = input.fields().get(0);
            field.setClassName(KNOWN, known != null);
            if (field instanceof HasHelper helped) {
                helped.setHelperText(
                        known == null ? null : TEXTS.get("known", known.source(), Formats.date(known.from())));
            }
        }

        private void show(List<Known> known) {
            while (inputs.size() > 1) {
                inputs.remove(inputs.size() - 1);
                place.remove(place.getComponentAt(place.getComponentCount() - 1));
            }
            inputs.get(0).clear();
            mark(inputs.get(0), null);
            int shown = 0;
            for (Known one : known) {
                if (shown > 0 && !key.many()) {
                    return;
                }
                FactInput input = shown < inputs.size() ? inputs.get(shown) : another();
                input.show().accept(one.value());
                mark(input, one);
                shown++;
            }
        }

        private List<String> values() {
            return inputs.stream()
                    .map(input -> input.value().get())
                    .filter(Objects::nonNull)
                    .toList();
        }
    }

    /** Asks what a procedure asks. @param keys what programs declare */
    void ask(Procedure procedure, Map<String, FactKey> keys) {
        removeAll();
        asked.clear();
        for (FactQuestion question : procedure.questions()) {
            Optional.ofNullable(keys.get(question.key())).ifPresent(key -> {
                Asked one = new Asked(key, question);
                asked.put(question.key(), one);
                add(one.place);
            });
        }
    }

    /** Fills in what is known, in place of what stood there. */
    void show(Map<String, List<Known>> known) {
        asked.forEach((key, one) -> one.show(known.getOrDefault(key, List.of())));
    }

    /** Asks only what matters for a benefit; everything while it is not settled which. */
    void askFor(String code) {
        benefit = code;
        asked.values().forEach(one -> {
            boolean matters = benefit == null || isOf(one);
            one.place.getChildren().forEach(field -> field.setClassName(ASIDE, !matters));
            one.inputs.forEach(input -> input.refuse().accept(null));
        });
    }

    private boolean isOf(Asked one) {
        return one.question.benefits().isEmpty()
                || benefit != null && one.question.benefits().contains(benefit);
    }

    private static boolean isAsked(Asked one) {
        return one.place.getChildren().noneMatch(field -> field.hasClassName(ASIDE));
    }

    /** All that was said, also to what is not asked any more. */
    Map<String, List<String>> said() {
        Map<String, List<String>> said = new LinkedHashMap<>();
        asked.forEach((key, one) -> {
            if (!one.values().isEmpty()) {
                said.put(key, one.values());
            }
        });
        return said;
    }

    /** Answers by fact key, of what is asked. */
    Map<String, List<String>> answers() {
        Map<String, List<String>> answers = said();
        answers.keySet().removeIf(key -> !isAsked(asked.get(key)));
        return answers;
    }

    /** Whether all that the benefit needs is answered; marks what is not. */
    boolean complete() {
        boolean complete = true;
        for (Asked one : asked.values()) {
            boolean lacks = isOf(one) && one.question.required() && one.values().isEmpty();
            if (lacks) {
                one.inputs.get(0).refuse().accept(TEXTS.get("question.missing"));
            }
            complete &= !lacks;
        }
        return complete;
    }
}
