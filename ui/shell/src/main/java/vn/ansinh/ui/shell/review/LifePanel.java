package vn.ansinh.ui.shell.review;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Set;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.history.HistoryEntry;
import vn.ansinh.api.history.PersonHistory;
import vn.ansinh.api.history.PersonHistory.Source;
import vn.ansinh.api.identity.Person;
import vn.ansinh.api.sheet.Spreadsheets;
import vn.ansinh.api.text.Money;
import vn.ansinh.ui.kit.component.MessageBar;
import vn.ansinh.ui.kit.person.PersonPanel;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;

/** A person's whole history on one line of time, more of it on demand, by source, and as a file. */
public final class LifePanel implements PersonPanel {

    private static final Texts TEXTS = Texts.of(LifePanel.class);
    private static final int ORDER = 25;
    private static final int PAGE = 15;

    private final PersonHistory histories;
    private final Spreadsheets spreadsheets;

    public LifePanel(PersonHistory histories, Spreadsheets spreadsheets) {
        this.histories = histories;
        this.spreadsheets = spreadsheets;
    }

    @Override
    public String title() {
        return TEXTS.get("life.title");
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public String permission() {
        return Permissions.PERSON_READ;
    }

    @Override
    public Component of(Person person, Runnable changed) {
        Div content = new Div();
        content.addClassName("as-stack");
        Div line = new Div();
        line.addClassName("as-stack");
        ComboBox<Source> source = new ComboBox<>();
        source.setAriaLabel(TEXTS.get("life.source"));
        source.setPlaceholder(TEXTS.get("life.all"));
        source.setItems(histories.sources());
        source.setItemLabelGenerator(Source::name);
        source.setClearButtonVisible(true);
        Div head = new Div(source, new LifeExport(histories, spreadsheets, person).link());
        head.addClassNames("as-row", "wrap", "as-no-print");
        source.addValueChangeListener(event -> Problems.guard(() -> fill(line, person, event.getValue())));
        fill(line, person, null);
        content.add(head, line);
        return content;
    }

    private void fill(Div line, Person person, Source source) {
        line.removeAll();
        UnorderedList list = new UnorderedList();
        list.addClassName("as-timeline");
        Div more = new Div();
        line.add(list, more);
        add(list, more, person, source == null ? Set.of() : Set.of(source.code()), null);
    }

    private void add(UnorderedList list, Div more, Person person, Set<String> sources, String cursor) {
        PersonHistory.Page page = histories.of(person.id(), sources, cursor, PAGE);
        page.entries().forEach(entry -> list.add(item(entry)));
        more.removeAll();
        if (!page.silent().isEmpty()) {
            more.add(MessageBar.info(TEXTS.get("life.silent", String.join(", ", page.silent()))));
        }
        if (cursor == null && page.entries().isEmpty()) {
            Div none = new Div(TEXTS.get("life.none"));
            none.addClassName("as-muted");
            more.add(none);
        }
        if (page.next() != null) {
            Button button = new Button(
                    TEXTS.get("life.more"),
                    VaadinIcon.ANGLE_DOWN.create(),
                    event -> Problems.guard(() -> add(list, more, person, sources, page.next())));
            button.addThemeVariants(ButtonVariant.LUMO_SMALL);
            more.add(button);
        }
    }

    private static ListItem item(HistoryEntry entry) {
        Span head = new Span(Formats.date(entry.day()) + " · " + entry.title());
        head.addClassName("as-b");
        ListItem item = new ListItem(head);
        if (entry.amount() != null) {
            item.add(new Div(TEXTS.get("life.amount", Money.format(entry.amount()))));
        }
        if (entry.detail() != null && !entry.detail().isBlank()) {
            item.add(new Div(entry.detail()));
        }
        String small = (entry.paper() == null ? "" : entry.paper())
                + (entry.paper() != null && entry.by() != null ? " · " : "")
                + (entry.by() == null ? "" : TEXTS.get("life.by", entry.by()));
        if (!small.isEmpty()) {
            Div who = new Div(small);
            who.addClassNames("as-muted", "as-small");
            item.add(who);
        }
        return item;
    }
}
