package vn.ansinh.ui.shell.board;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import vn.ansinh.api.board.Boards.Board;
import vn.ansinh.api.board.Boards.Lists;
import vn.ansinh.api.board.Boards.Part;
import vn.ansinh.api.text.Money;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.ui.kit.component.DataTable;
import vn.ansinh.ui.kit.component.Panel;
import vn.ansinh.ui.kit.component.State;
import vn.ansinh.ui.kit.component.StateBadge;
import vn.ansinh.ui.kit.context.PageAddress;
import vn.ansinh.ui.kit.context.WorkContext;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;

/** The units directly below, one line each; a name goes down into the unit. A plain table, so that all of it prints. */
final class PartsPanel extends Panel {

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(PartsPanel.class);
    private static final String ORDER = "xep";

    private final transient BoardServices services;
    private final transient Board board;
    private final transient WorkContext context;

    /** By what the lines are ordered. */
    private enum Order {
        NAME(null),
        PEOPLE(Comparator.comparingLong(Part::people).reversed()),
        AMOUNT(Comparator.comparingLong(Part::amount).reversed()),
        JOINED(Comparator.comparingLong((Part part) -> part.moves().joined()).reversed()),
        LEFT(Comparator.comparingLong((Part part) -> part.moves().left()).reversed()),
        OPEN(Comparator.comparingInt(
                        (Part part) -> part.lists().all() - part.lists().closed())
                .reversed());

        private final Comparator<Part> comparator;

        Order(Comparator<Part> comparator) {
            this.comparator = comparator;
        }
    }

    /** @param report link to what can be taken along */
    PartsPanel(BoardServices services, Board board, WorkContext context, Component report) {
        super(TEXTS.get("parts.title", board.parts().size(), Formats.month(board.month())));
        this.services = services;
        this.board = board;
        this.context = context;
        Select<Order> order = new Select<>();
        order.setAriaLabel(TEXTS.get("parts.order"));
        order.setItems(Order.values());
        order.setItemLabelGenerator(one -> TEXTS.get("parts.order." + one.name()));
        order.setValue(order());
        order.addValueChangeListener(event -> {
            PageAddress.current().put(ORDER, event.getValue().name().toLowerCase(Locale.ROOT));
            show(event.getValue());
        });
        order.addClassName("as-no-print");
        atEnd(report, order);
        show(order());
    }

    private static Order order() {
        return PageAddress.current()
                .get(ORDER)
                .flatMap(text -> Arrays.stream(Order.values())
                        .filter(order -> order.name().equalsIgnoreCase(text))
                        .findFirst())
                .orElse(Order.NAME);
    }

    private void show(Order order) {
        DataTable table = new DataTable(
                TEXTS.get("parts.table", context.unitName()),
                List.of(
                        TEXTS.get("head.unit"),
                        ">" + TEXTS.get("head.people"),
                        ">" + TEXTS.get("head.amount"),
                        ">" + TEXTS.get("head.joined"),
                        ">" + TEXTS.get("head.left"),
                        ">" + TEXTS.get("head.adjusted"),
                        ">" + TEXTS.get("head.lists"),
                        TEXTS.get("head.state")));
        List<Part> parts = order.comparator == null
                ? board.parts()
                : board.parts().stream().sorted(order.comparator).toList();
        for (Part part : parts) {
            table.row(
                    name(part),
                    new Span(Money.format(part.people())),
                    new Span(Money.format(part.amount())),
                    new Span(Money.format(part.moves().joined())),
                    new Span(Money.format(part.moves().left())),
                    new Span(Money.format(part.moves().adjusted())),
                    new Span(TEXTS.get(
                            "figure.of", part.lists().closed(), part.lists().all())),
                    state(part.lists()));
        }
        table.addClassName("as-wide-table");
        Div scroll = new Div(table);
        scroll.addClassName("as-table-scroll");
        content(scroll);
    }

    private Button name(Part part) {
        Button down = new Button(
                services.units()
                        .byId(part.unitId())
                        .map(AdministrativeUnit::name)
                        .orElse(""),
                event -> context.change(part.unitId(), board.month()));
        down.addClassNames("as-link", "as-wrap");
        return down;
    }

    private static StateBadge state(Lists lists) {
        if (lists.missing() > 0) {
            return new StateBadge(State.NOTHING, TEXTS.get("state.missing", lists.missing()));
        }
        return lists.drafted() > 0
                ? new StateBadge(State.DRAFT, TEXTS.get("state.drafted", lists.drafted()))
                : new StateBadge(State.CLOSED);
    }
}
