package vn.ansinh.ui.shell.funding;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import vn.ansinh.api.funding.Signatures;
import vn.ansinh.ui.kit.component.FactList;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;

/** A paper opened up: what it says, who wrote and who decided it, and what can be done with it now. */
final class PaperDialog extends Dialog {

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = FundingView.TEXTS;

    private final transient Runnable changed;

    /** @param changed to be run after something was done with it */
    PaperDialog(String title, Runnable changed) {
        this.changed = changed;
        setHeaderTitle(title);
        setWidth("880px");
        setMaxWidth("96vw");
        getFooter().add(new Button(TEXTS.get("paper.close"), event -> close()));
    }

    PaperDialog show(Component... parts) {
        add(parts);
        return this;
    }

    /** Does something at once. */
    PaperDialog action(String verb, boolean main, Runnable action) {
        Button button = new Button(
                verb,
                event -> Problems.guard(() -> {
                    action.run();
                    done();
                }));
        if (main) {
            button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        }
        getFooter().add(button);
        return this;
    }

    /** Does something that needs a reason. @param action gets it */
    PaperDialog withReason(String verb, java.util.function.Consumer<String> action) {
        getFooter()
                .add(new Button(
                        verb,
                        event -> new ReasonDialog(verb, reason -> {
                                    action.accept(reason);
                                    done();
                                })
                                .open()));
        return this;
    }

    private void done() {
        close();
        Problems.done(TEXTS.get("paper.done"));
        changed.run();
    }

    /** Who wrote and who decided. */
    static FactList signatures(FactList facts, Signatures by) {
        facts.fact(TEXTS.get("paper.by"), by.name() + ", " + Formats.time(by.at()));
        if (by.decidedBy() != null) {
            facts.fact(TEXTS.get("paper.decided"), by.decidedName() + ", " + Formats.time(by.decidedAt()));
        }
        if (by.reason() != null) {
            facts.fact(TEXTS.get("reason"), by.reason());
        }
        return facts;
    }
}
