package vn.ansinh.ui.kit.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.api.draft.Drafts.Draft;
import vn.ansinh.ui.kit.context.FormDrafts;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;

/** What was typed into a form and not handed in: kept when the form is torn away, offered when it is opened again. */
public final class FormDraft {

    private static final Logger LOG = LoggerFactory.getLogger(FormDraft.class);
    private static final Texts TEXTS = Texts.of(FormDraft.class);

    private final Component fields;
    private final Div place = new Div();
    private Supplier<Map<String, String>> besides = Map::of;
    private Consumer<Map<String, String>> first = typed -> {};
    private Map<String, String> untouched = Map.of();
    private String name;
    private boolean kept;

    /** @param fields the form, whose fields have labels of their own */
    public FormDraft(Component fields) {
        this.fields = fields;
        place.addClassName("as-begun");
    }

    /** Where a draft is offered; to be put above the form. */
    public Component place() {
        return place;
    }

    /**
     * What else belongs to the form: choices from lists too long to be at hand.
     *
     * @param said by names that are no field's label
     * @param again puts it back, before the fields are filled
     */
    public FormDraft besides(Supplier<Map<String, String>> said, Consumer<Map<String, String>> again) {
        besides = said;
        first = again;
        return this;
    }

    /** The form is open: what stands in it now is nobody's typing; what was kept under {@code formName} is offered. */
    public void begin(UI ui, String formName) {
        name = formName;
        TypedText.heed(fields);
        unchanged();
        place.removeAll();
        drafts(drafts -> drafts.find(ui, name).ifPresent(this::offer));
    }

    /** What stands in it now is nobody's typing. */
    public void unchanged() {
        untouched = typed();
    }

    /** Whether something was typed. */
    public boolean touched() {
        return !typed().equals(untouched);
    }

    private Map<String, String> typed() {
        Map<String, String> typed = new LinkedHashMap<>(TypedText.of(fields));
        typed.putAll(besides.get());
        return typed;
    }

    private void offer(Draft begun) {
        kept = true;
        Button again = new Button(TEXTS.get("form.again"), event -> {
            first.accept(begun.typed());
            TypedText.into(fields, begun.typed());
            place.removeAll();
        });
        again.addThemeVariants(ButtonVariant.LUMO_SMALL);
        place.add(MessageBar.info(TEXTS.get("form.kept", Formats.time(begun.at())))
                .action(again));
    }

    /** Keeps what was typed. @return whether something is kept */
    public boolean keep(UI ui) {
        Map<String, String> typed = typed();
        if (!typed.isEmpty() && !typed.equals(untouched)) {
            kept = drafts(drafts -> drafts.keep(ui, name, typed));
        }
        return kept;
    }

    /** Handed in, or not wanted any more. */
    public void forget() {
        place.removeAll();
        if (kept) {
            UI ui = UI.getCurrent();
            drafts(drafts -> drafts.forget(ui, name));
            kept = false;
        }
    }

    /** Drafts are a courtesy: nothing fails for want of them. */
    private static boolean drafts(Consumer<FormDrafts> use) {
        try {
            Optional<FormDrafts> service = FormDrafts.service();
            service.ifPresent(use);
            return service.isPresent();
        } catch (RuntimeException e) {
            LOG.warn("A form's draft was not reached", e);
            return false;
        }
    }
}
