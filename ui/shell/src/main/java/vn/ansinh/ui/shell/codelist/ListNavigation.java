package vn.ansinh.ui.shell.codelist;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import vn.ansinh.api.codelist.CodeList;
import vn.ansinh.api.text.Money;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.ui.kit.context.Keys;
import vn.ansinh.ui.kit.text.Texts;

/** The lists to choose from; on a phone a field takes its place. */
final class ListNavigation extends Nav {

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(ListNavigation.class);

    /** A line to choose. @param list {@code null} for the proposals */
    private record Choice(CodeList list, int waiting) {

        String words() {
            if (list == null) {
                return waiting == 0 ? TEXTS.get("proposals") : TEXTS.get("proposals.count", waiting);
            }
            return list.name();
        }
    }

    private final transient Consumer<String> choose;
    private final transient Runnable proposals;
    private final UnorderedList items = new UnorderedList();
    private final ComboBox<Choice> field = new ComboBox<>(TEXTS.get("list"));
    private transient CodeList chosen;

    /**
     * @param choose told the code of the list
     * @param proposals told when the proposals are chosen
     */
    ListNavigation(Consumer<String> choose, Runnable proposals) {
        this.choose = choose;
        this.proposals = proposals;
        addClassNames("as-panel", "as-list-menu", "as-desk");
        getElement().setAttribute("aria-label", TEXTS.get("lists"));
        add(items);
        field.addClassNames("as-phone", "as-list-choice");
        field.setItemLabelGenerator(Choice::words);
        Keys.enterTakesFirst(field);
        field.addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null) {
                go(event.getValue());
            }
        });
    }

    /** The field for a phone. */
    ComboBox<?> onPhone() {
        return field;
    }

    private void go(Choice choice) {
        if (choice.list() == null) {
            proposals.run();
        } else {
            choose.accept(choice.list().code());
        }
    }

    /** @param now the list that is shown, {@code null} for the proposals */
    void show(List<CodeList> lists, CodeList now) {
        chosen = now;
        count(lists);
    }

    /** Fills it anew, with the same choice. */
    void count(List<CodeList> lists) {
        int waiting = lists.stream().mapToInt(CodeList::waiting).sum();
        Choice first = new Choice(null, waiting);
        List<Choice> choices = new ArrayList<>(List.of(first));
        lists.forEach(list -> choices.add(new Choice(list, list.waiting())));
        items.removeAll();
        choices.forEach(choice -> items.add(new ListItem(button(choice))));
        field.setItems((choice, typed) -> Vietnamese.fold(choice.words()).contains(Vietnamese.fold(typed)), choices);
        choices.stream().filter(this::isChosen).findFirst().ifPresent(field::setValue);
    }

    private boolean isChosen(Choice choice) {
        return chosen == null
                ? choice.list() == null
                : choice.list() != null && Objects.equals(choice.list().code(), chosen.code());
    }

    private NativeButton button(Choice choice) {
        NativeButton button = new NativeButton();
        button.addClassName("as-list-item");
        Span words = new Span(choice.list() == null ? TEXTS.get("proposals") : choice.words());
        words.addClassName("as-grow");
        button.add(words);
        if (choice.list() == null) {
            button.add(number(choice.waiting(), "as-tabnum", TEXTS.get("waiting", choice.waiting())));
        } else {
            button.add(number(
                    choice.list().entries(),
                    "as-muted",
                    TEXTS.get("entries", choice.list().entries())));
            if (!choice.list().present()) {
                button.addClassName("gone");
                button.setTitle(TEXTS.get("gone.short"));
            }
        }
        if (isChosen(choice)) {
            button.getElement().setAttribute("aria-current", "true");
        }
        button.addClickListener(event -> go(choice));
        return button;
    }

    /** A figure, and the words that a screen reader says for it. */
    private static Span number(int figure, String look, String words) {
        Span shown = new Span(Money.format(figure));
        shown.addClassName(look);
        shown.getElement().setAttribute("aria-hidden", "true");
        Span said = new Span(words);
        said.addClassName("as-said");
        return new Span(shown, said);
    }
}
