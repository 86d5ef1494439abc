package vn.ansinh.ui.kit.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A short plain table; for anything longer than a screen use {@link vn.ansinh.ui.kit.grid.LazyGrid}. */
@Tag("table")
public class DataTable extends HtmlContainer {

    private final HtmlContainer body = new HtmlContainer("tbody");
    private final Set<Integer> numbers = new LinkedHashSet<>();

    /**
     * @param caption read out as the name of the table
     * @param headers column headings; one that begins with {@code >} is right-aligned, for numbers
     */
    public DataTable(String caption, List<String> headers) {
        addClassName("as-table");
        getElement().setAttribute("aria-label", caption);
        HtmlContainer row = new HtmlContainer("tr");
        for (int i = 0; i < headers.size(); i++) {
            boolean number = headers.get(i).startsWith(">");
            HtmlContainer cell = new HtmlContainer("th");
            cell.getElement().setAttribute("scope", "col");
            cell.setText(number ? headers.get(i).substring(1) : headers.get(i));
            if (number) {
                numbers.add(i);
                cell.addClassName("as-num");
            }
            row.add(cell);
        }
        HtmlContainer head = new HtmlContainer("thead");
        head.add(row);
        add(head, body);
    }

    /** Adds a row of text. */
    public DataTable row(String... cells) {
        Component[] components = new Component[cells.length];
        for (int i = 0; i < cells.length; i++) {
            components[i] = new Span(cells[i]);
        }
        return row(components);
    }

    /** Adds a row. */
    public DataTable row(Component... cells) {
        HtmlContainer row = new HtmlContainer("tr");
        for (int i = 0; i < cells.length; i++) {
            HtmlContainer cell = new HtmlContainer("td");
            cell.add(cells[i]);
            if (numbers.contains(i)) {
                cell.addClassName("as-num");
            }
            row.add(cell);
        }
        body.add(row);
        return this;
    }
}
