package vn.ansinh.btxh.ui;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import java.util.List;
import vn.ansinh.btxh.imports.ImportSummary;
import vn.ansinh.ui.kit.text.Texts;

/** Where in the four steps one is. */
final class ImportSteps extends OrderedList {

    private static final Texts TEXTS = Texts.of(ImportSteps.class);
    private static final List<String> STEPS = List.of("choose", "check", "look", "write");

    ImportSteps() {
        addClassName("as-steps");
    }

    /**
     * @param now the step from 1; 5 when all are done
     * @param summary what is known by now; may be {@code null}
     */
    void show(int now, ImportSummary summary) {
        removeAll();
        for (int i = 0; i < STEPS.size(); i++) {
            int number = i + 1;
            HtmlContainer word = new HtmlContainer("b");
            word.setText(TEXTS.get("step." + STEPS.get(i)));
            HtmlContainer note = new HtmlContainer("small");
            note.setText(note(number, summary));
            ListItem item = new ListItem(word, note);
            if (number < now) {
                item.addClassName("done");
            }
            if (number == now) {
                item.addClassName("now");
                item.getElement().setAttribute("aria-current", "step");
            }
            add(item);
        }
    }

    private static String note(int step, ImportSummary summary) {
        if (summary == null) {
            return step == 1 ? TEXTS.get("step.choose-note") : "";
        }
        return switch (step) {
            case 1 -> TEXTS.get("step.rows", summary.rows());
            case 2 -> TEXTS.get("step.checked");
            case 3 -> TEXTS.get("step.wrong", summary.errors() + summary.choices());
            default ->
                summary.written() == null
                        ? TEXTS.get("step.write-note")
                        : TEXTS.get("step.written", summary.written().opened());
        };
    }
}
