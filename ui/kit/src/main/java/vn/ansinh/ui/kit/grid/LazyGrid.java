package vn.ansinh.ui.kit.grid;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.FooterRow;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.SerializableFunction;
import com.vaadin.flow.function.SerializablePredicate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import vn.ansinh.api.text.Money;
import vn.ansinh.ui.kit.component.State;
import vn.ansinh.ui.kit.context.Viewport;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;

/**
 * The dense list of every page: rows are fetched as one scrolls, by cursor; numbers stand right-aligned; names wrap, money and
 * numbers never do; on a phone one column of two lines takes the place of all others.
 *
 * @param <T> row
 */
public class LazyGrid<T> extends Div {

    /** Up to here the number of rows is known exactly and the scroll bar tells the truth; beyond, the list grows as one scrolls. */
    private static final int COUNTED = 5_000;

    private static final int PAGE = 100;
    private static final String NARROW = "narrow";
    private static final Texts TEXTS = Texts.of(LazyGrid.class);

    private final Grid<T> grid = new Grid<>();
    private final Map<String, String> choosable = new LinkedHashMap<>();
    private final Set<String> hidden = new LinkedHashSet<>();
    private FooterRow footer;
    /** The column whose footer a phone shows. */
    private String footerKey;

    private boolean narrow;

    /** @param label read out as the name of the table */
    public LazyGrid(String label) {
        addClassName("as-gridbox");
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setPageSize(PAGE);
        // its table is what has a role; an aria-label on the element around it would be for nobody
        grid.getElement().setProperty("accessibleName", label);
        add(grid);
    }

    /** The grid underneath, for details, part names and the like. */
    public Grid<T> grid() {
        return grid;
    }

    /** A column of short text that stays on one line. */
    public Grid.Column<T> text(String key, String header, SerializableFunction<T, String> value) {
        return register(key, header, grid.addColumn(value::apply));
    }

    /** A column of names or descriptions, which wrap. */
    public Grid.Column<T> wrapped(String key, String header, SerializableFunction<T, String> value) {
        return register(
                key,
                header,
                grid.addColumn(LitRenderer.<T>of("<span class=\"as-wrap\">${item.text}</span>")
                        .withProperty("text", value::apply)));
    }

    /** A column whose text opens the row, by mouse and by Enter. */
    public Grid.Column<T> link(String key, String header, SerializableFunction<T, String> value, Consumer<T> open) {
        return register(
                key,
                header,
                grid.addColumn(LitRenderer.<T>of(
                                "<button class=\"as-link as-wrap\" type=\"button\" @click=\"${open}\">${item.text}</button>")
                        .withProperty("text", value::apply)
                        .withFunction("open", open::accept)));
    }

    /** As {@link #link(String, String, SerializableFunction, Consumer)}, where not every row can be opened. */
    public Grid.Column<T> link(
            String key,
            String header,
            SerializableFunction<T, String> value,
            SerializablePredicate<T> opens,
            Consumer<T> open) {
        return register(
                key,
                header,
                grid.addColumn(LitRenderer.<T>of("${item.opens ? html`<button class=\"as-link as-wrap\" type=\"button\""
                                + " @click=\"${open}\">${item.text}</button>`"
                                + " : html`<span class=\"as-wrap\">${item.text}</span>`}")
                        .withProperty("text", value::apply)
                        .withProperty("opens", opens::test)
                        .withFunction("open", open::accept)));
    }

    /** A column of amounts in đồng; {@code null} is left empty. */
    public Grid.Column<T> money(String key, String header, SerializableFunction<T, Long> dong) {
        return numeric(key, header, row -> {
            Long amount = dong.apply(row);
            return amount == null ? "" : Money.format(amount);
        });
    }

    /** A column of coefficients, {@code 1,5}. */
    public Grid.Column<T> coefficient(String key, String header, SerializableFunction<T, BigDecimal> value) {
        return numeric(key, header, row -> Formats.coefficient(value.apply(row)));
    }

    /** A column of days, {@code dd/MM/yyyy}. */
    public Grid.Column<T> date(String key, String header, SerializableFunction<T, LocalDate> value) {
        return numeric(key, header, row -> Formats.date(value.apply(row)));
    }

    /** A column of months, {@code MM/yyyy}. */
    public Grid.Column<T> month(String key, String header, SerializableFunction<T, YearMonth> value) {
        return numeric(key, header, row -> Formats.month(value.apply(row)));
    }

    /** A column of anything that reads as a number: right-aligned, as wide as it needs. */
    public Grid.Column<T> numeric(String key, String header, SerializableFunction<T, String> value) {
        return register(key, header, grid.addColumn(value::apply))
                .setTextAlign(ColumnTextAlign.END)
                .setAutoWidth(true)
                .setFlexGrow(0);
    }

    /** A column of states with their usual word. */
    public Grid.Column<T> state(String key, String header, SerializableFunction<T, State> state) {
        return state(key, header, state, row -> state.apply(row).word());
    }

    /** A column of states with words of one's own. */
    public Grid.Column<T> state(
            String key, String header, SerializableFunction<T, State> state, SerializableFunction<T, String> word) {
        return register(
                        key,
                        header,
                        grid.addColumn(LitRenderer.<T>of(
                                        "<span class=\"as-state ${item.look}\">"
                                                + "<vaadin-icon icon=\"${item.icon}\"></vaadin-icon><span>${item.word}</span></span>")
                                .withProperty("look", row -> state.apply(row).cssClass())
                                .withProperty("icon", row -> iconName(state.apply(row)))
                                .withProperty("word", word::apply)))
                .setAutoWidth(true)
                .setFlexGrow(0);
    }

    /** A column of components; dearer than the others, so for short lists. */
    public Grid.Column<T> component(String key, String header, SerializableFunction<T, Component> component) {
        return register(key, header, grid.addComponentColumn(component::apply));
    }

    /** What a row shows on a phone, in place of all columns. */
    public void narrow(String header, SerializableFunction<T, NarrowRow> row, Consumer<T> open) {
        narrow(header, row, item -> true, open);
    }

    /** As {@link #narrow(String, SerializableFunction, Consumer)}, where not every row can be opened. */
    public void narrow(
            String header, SerializableFunction<T, NarrowRow> row, SerializablePredicate<T> opens, Consumer<T> open) {
        grid.addColumn(LitRenderer.<T>of("""
                        <div class="as-two">
                          <div class="as-grow">${item.opens
                            ? html`<button class="as-link" type="button" @click="${open}">${item.title}</button>`
                            : html`<span class="as-b">${item.title}</span>`}
                            <div class="as-muted as-small">${item.sub}</div></div>
                          <div class="as-two-end"><div>${item.end}</div>${item.look
                            ? html`<span class="as-state ${item.look}"><vaadin-icon icon="${item.icon}"></vaadin-icon><span>${item.word}</span></span>`
                            : ''}</div>
                        </div>""")
                        .withProperty("opens", opens::test)
                        .withProperty("title", item -> row.apply(item).title())
                        .withProperty("sub", item -> row.apply(item).sub())
                        .withProperty("end", item -> row.apply(item).end())
                        .withProperty(
                                "look",
                                item -> state(row, item) == null
                                        ? ""
                                        : state(row, item).cssClass())
                        .withProperty("icon", item -> state(row, item) == null ? "" : iconName(state(row, item)))
                        .withProperty("word", item -> row.apply(item).word())
                        .withFunction("open", open::accept))
                .setKey(NARROW)
                .setHeader(header)
                .setVisible(false);
    }

    private State state(SerializableFunction<T, NarrowRow> row, T item) {
        return row.apply(item).state();
    }

    /** Hides a column until the user chooses it. */
    public void hideAtFirst(String key) {
        hidden.add(key);
        showColumns();
    }

    /** Writes into the footer below a column: a total, a count. The first one written is the one a phone shows. */
    public void footer(String key, String text) {
        if (footer == null) {
            footer = grid.appendFooterRow();
        }
        footer.getCell(grid.getColumnByKey(key)).setText(text);
        Grid.Column<T> phone = grid.getColumnByKey(NARROW);
        if (footerKey == null) {
            footerKey = key;
        }
        if (phone != null && footerKey.equals(key)) {
            footer.getCell(phone).setText(text);
        }
    }

    /** What stands in an empty list: why it is empty and what to do. */
    public void setEmptyText(String text) {
        Div empty = new Div(text);
        empty.addClassName("as-empty");
        grid.setEmptyStateComponent(empty);
    }

    /** As {@link #setEmptyText}, with a button or link. */
    public void setEmptyState(Component component) {
        Div empty = new Div(component);
        empty.addClassName("as-empty");
        grid.setEmptyStateComponent(empty);
    }

    /**
     * Shows a list, from its top. A failure is shown and leaves the list empty.
     *
     * @param source the list
     * @param countUpTo the number of rows, counting no further than the given limit
     */
    public void setSource(PageSource<T> source, IntUnaryOperator countUpTo) {
        int[] counted = new int[1];
        if (!Problems.guard(() -> counted[0] = countUpTo.applyAsInt(COUNTED + 1))) {
            grid.setItems(List.of());
            return;
        }
        KeysetPages<T> pages = new KeysetPages<>(source, PAGE);
        if (counted[0] > COUNTED) {
            var view = grid.setItems(query -> fetch(pages, query.getOffset(), query.getLimit()).stream());
            view.setItemCountEstimate(COUNTED / 5);
        } else {
            grid.setItems(query -> fetch(pages, query.getOffset(), query.getLimit()).stream(), query -> counted[0]);
        }
    }

    /** Shows a short list that is already at hand. */
    public void setRows(List<T> rows) {
        grid.setItems(rows);
    }

    private List<T> fetch(KeysetPages<T> pages, int offset, int limit) {
        try {
            return pages.rows(offset, limit);
        } catch (RuntimeException e) {
            Problems.show(e);
            return List.of();
        }
    }

    /** A button that lets the user choose the columns. */
    public Button columnChooser() {
        Button button = new Button(TEXTS.get("grid.columns"), VaadinIcon.GRID_V.create());
        button.addClassName("as-desk");
        CheckboxGroup<String> choice = new CheckboxGroup<>(TEXTS.get("grid.columns-shown"));
        choice.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        choice.setItemLabelGenerator(choosable::get);
        choice.setItems(choosable.keySet());
        choice.setValue(shown());
        choice.addValueChangeListener(event -> {
            hidden.clear();
            hidden.addAll(choosable.keySet());
            hidden.removeAll(event.getValue());
            showColumns();
        });
        Popover popover = new Popover(choice);
        popover.setTarget(button);
        popover.setPosition(PopoverPosition.BOTTOM_END);
        popover.setModal(true);
        popover.setAriaLabel(TEXTS.get("grid.columns-shown"));
        add(popover);
        return button;
    }

    private Set<String> shown() {
        Set<String> shown = new LinkedHashSet<>(choosable.keySet());
        shown.removeAll(hidden);
        return shown;
    }

    private Grid.Column<T> register(String key, String header, Grid.Column<T> column) {
        choosable.put(key, header);
        return column.setKey(key).setHeader(header).setResizable(true);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        Viewport.of(event.getUI()).follow(this, isNarrow -> {
            narrow = isNarrow;
            showColumns();
        });
    }

    private void showColumns() {
        Grid.Column<T> phone = grid.getColumnByKey(NARROW);
        boolean asPhone = narrow && phone != null;
        List<Grid.Column<T>> columns = new ArrayList<>(grid.getColumns());
        for (Grid.Column<T> column : columns) {
            column.setVisible(column == phone ? asPhone : !asPhone && !hidden.contains(column.getKey()));
        }
    }

    private static String iconName(State state) {
        return "vaadin:"
                + state.icon().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
