package vn.ansinh.ui.kit.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Consumer;
import vn.ansinh.ui.kit.context.Keys;
import vn.ansinh.ui.kit.context.PageAddress;
import vn.ansinh.ui.kit.text.Texts;

/** The one bar above a list: a search field, filters, and the filters in force as chips that can be taken off. */
public class FilterBar extends Div {

    private static final Texts TEXTS = Texts.of(FilterBar.class);
    private static final int TYPING_PAUSE = 350;

    private final Div fields = new Div();
    private final Div chips = new Div();
    private final Div end = new Div();

    public FilterBar() {
        addClassName("as-filters");
        getElement().setAttribute("role", "search");
        fields.addClassName("as-contents");
        chips.addClassName("as-contents");
        end.addClassName("as-filters-end");
        add(fields, chips, end);
    }

    /**
     * Adds the search field; the key {@code /} jumps to it.
     *
     * @param label read out and shown while the field is empty
     * @param value to start with; {@code null} for none
     * @param changed called while typing, after a short pause
     */
    public TextField search(String label, String value, Consumer<String> changed) {
        TextField field = new TextField();
        field.setPlaceholder(label);
        field.setAriaLabel(label);
        field.setTooltipText(TEXTS.get("filter.search-key"));
        field.setPrefixComponent(VaadinIcon.SEARCH.create());
        field.setClearButtonVisible(true);
        field.setValue(value == null ? "" : value);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(TYPING_PAUSE);
        field.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                changed.accept(event.getValue().strip());
            }
        });
        Keys.focus(field, "/");
        fields.add(field);
        return field;
    }

    /**
     * Adds a wide search field whose text stands in the address of the page, so that a link finds the same.
     *
     * @param label as of {@link #search(String, String, Consumer)}
     * @param parameter of the address
     * @param changed called when the address says what was typed
     */
    public void search(String label, String parameter, Runnable changed) {
        search(label, PageAddress.current().get(parameter).orElse(""), typed -> {
                    PageAddress.current().put(parameter, typed);
                    changed.run();
                })
                .addClassName("as-wide-search");
    }

    /** Adds a filter field behind those that are there. */
    public void addField(Component field) {
        fields.add(field);
    }

    /** Adds at the right end of the bar, for instance the column chooser. */
    public void addAtEnd(Component component) {
        end.add(component);
    }

    /** Takes all chips away, before adding those now in force. */
    public void clearChips() {
        chips.removeAll();
    }

    /**
     * Adds a chip.
     *
     * @param label name of the filter
     * @param value what it is set to
     * @param remove takes it off; {@code null} for a chip that stays
     */
    public void chip(String label, String value, Runnable remove) {
        Span strong = new Span(value);
        strong.addClassName("as-b");
        Span chip = new Span(new Span(label), strong);
        chip.addClassName("as-chip");
        if (remove != null) {
            Button button = new Button(VaadinIcon.CLOSE.create(), event -> remove.run());
            button.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE, ButtonVariant.LUMO_ICON);
            button.setAriaLabel(TEXTS.get("filter.remove", label, value));
            chip.add(button);
        }
        chips.add(chip);
    }
}
