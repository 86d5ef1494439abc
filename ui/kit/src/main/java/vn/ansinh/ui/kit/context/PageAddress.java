package vn.ansinh.ui.kit.context;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The address of the page that is open. What a page shows (filters, search text) is kept in it, so that a link can be sent
 * and Back and reload work.
 */
public final class PageAddress {

    private final UI ui;
    private String path = "";
    private Map<String, String> values = new TreeMap<>();

    private PageAddress(UI ui) {
        this.ui = ui;
    }

    /** The address in {@code ui}. */
    public static PageAddress of(UI ui) {
        PageAddress address = ComponentUtil.getData(ui, PageAddress.class);
        if (address == null) {
            address = new PageAddress(ui);
            ComponentUtil.setData(ui, PageAddress.class, address);
        }
        return address;
    }

    /** The address of the current UI. */
    public static PageAddress current() {
        return of(UI.getCurrent());
    }

    /** Called by the shell whenever a page is entered, before the page sees it. */
    public void entered(Location location) {
        path = location.getPath();
        values = new TreeMap<>();
        location.getQueryParameters().getParameters().forEach((name, given) -> {
            if (!given.isEmpty()) {
                values.put(name, given.get(0));
            }
        });
    }

    /** A parameter that is there and not blank. */
    public Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
    }

    /** Sets a parameter without navigating; {@code null} or blank takes it out. */
    public void put(String name, String value) {
        put(Map.of(name, value == null ? "" : value));
    }

    /** Sets several parameters at once. */
    public void put(Map<String, String> changes) {
        Map<String, String> before = Map.copyOf(values);
        changes.forEach((name, value) -> {
            if (value.isBlank()) {
                values.remove(name);
            } else {
                values.put(name, value);
            }
        });
        if (!before.equals(values)) {
            ui.getPage().getHistory().replaceState(null, new Location(path, parameters()), false);
        }
    }

    /** Path of the open page. */
    public String path() {
        return path;
    }

    /** All parameters as they are. */
    public QueryParameters parameters() {
        Map<String, List<String>> lists = new TreeMap<>();
        values.forEach((name, value) -> lists.put(name, List.of(value)));
        return new QueryParameters(lists);
    }
}
