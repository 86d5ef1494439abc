package vn.ansinh.ui.shell.casework.desk;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.ansinh.api.casework.Procedure;
import vn.ansinh.api.casework.Procedure.RequiredPaper;
import vn.ansinh.ui.kit.context.Keys;
import vn.ansinh.ui.kit.text.Texts;

/** The check-list of papers; those that only some need come and go with the benefit and the answers. */
final class PaperFields extends Div {

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(PaperFields.class);

    private final transient Runnable changed;
    private final transient Map<RequiredPaper, Checkbox> boxes = new LinkedHashMap<>();
    private final Span lacking = new Span();

    /** @param changed run when somebody ticked one */
    PaperFields(Runnable changed) {
        this.changed = changed;
        addClassName("as-stack");
        lacking.addClassNames("as-small", "as-amber");
    }

    /** Asks for the papers of a procedure. */
    void ask(Procedure procedure) {
        removeAll();
        boxes.clear();
        Button all = new Button(TEXTS.get("papers.all"), event -> {
            tick();
            Keys.goOnAfter(this);
        });
        all.addThemeVariants(ButtonVariant.LUMO_SMALL);
        all.setTooltipText(TEXTS.get("papers.all-key"));
        all.addClickShortcut(Key.KEY_A, KeyModifier.ALT).resetFocusOnActiveElement();
        Div line = new Div(all, lacking);
        line.addClassNames("as-row", "wrap");
        for (RequiredPaper paper : procedure.papers()) {
            Checkbox box = new Checkbox(TEXTS.get(label(paper), paper.name()));
            box.addValueChangeListener(event -> {
                if (event.isFromClient()) {
                    tell();
                    changed.run();
                }
            });
            boxes.put(paper, box);
            add(box);
        }
        if (!boxes.isEmpty()) {
            add(line);
        }
        tell();
    }

    private static String label(RequiredPaper paper) {
        if (paper.shown()) {
            return "papers.shown";
        }
        return paper.required() ? "papers.required" : "papers.optional";
    }

    private void tick() {
        boxes.forEach((paper, box) -> box.setValue(box.getValue() || box.isVisible() && paper.required()));
        tell();
        changed.run();
    }

    /**
     * Shows those that the application calls for.
     *
     * @param benefit code of what is applied for, {@code null} while it is not settled
     */
    void fit(String benefit, Map<String, List<String>> answers) {
        boxes.forEach((paper, box) -> box.setVisible(paper.concerns(benefit, answers)));
        tell();
    }

    private void tell() {
        long missing = boxes.entrySet().stream()
                .filter(each -> each.getValue().isVisible()
                        && each.getKey().required()
                        && !each.getValue().getValue())
                .count();
        lacking.setText(missing == 0 ? "" : TEXTS.get("papers.lacking", missing));
    }

    /** None was brought. */
    void clear() {
        boxes.values().forEach(box -> box.setValue(false));
        tell();
    }

    /** All of the procedure, to say of a scan which it is: the answers that call for some may come later. */
    List<RequiredPaper> all() {
        return List.copyOf(boxes.keySet());
    }

    /** A scan of it came: so it was brought. */
    void brought(RequiredPaper paper) {
        Checkbox box = boxes.get(paper);
        if (!box.getValue()) {
            box.setValue(true);
            tell();
            changed.run();
        }
    }

    /** Codes of those that were brought. */
    Set<String> papers() {
        Set<String> codes = new LinkedHashSet<>();
        boxes.forEach((paper, box) -> {
            if (box.isVisible() && box.getValue()) {
                codes.add(paper.code());
            }
        });
        return codes;
    }
}
