package vn.ansinh.ui.kit.field;

import com.vaadin.flow.component.combobox.ComboBox;
import vn.ansinh.ui.kit.context.Keys;

/**
 * Choices among few, looked for in the browser: what is typed, with or without diacritics, finds at once, however slow the line is,
 * and Enter takes the first.
 */
public final class Choices {

    private static final int MOST = 500;

    private static final String FILTER = """
            const fold = text => text.normalize('NFD').replace(/[\\u0300-\\u036f]/g, '').replace(/[đĐ]/g, 'd').toLowerCase();
            const field = this;
            const prepare = () => {
              if (!field.$connector) { setTimeout(prepare, 20); return; }
              field.$connector.filter = (item, typed) => fold('' + (item.label || '')).includes(fold('' + (typed || '')));
            };
            prepare();
            """;

    private Choices() {}

    /** Makes a field one of these, of at most some hundreds of items without a filter of their own. */
    public static void among(ComboBox<?> field) {
        field.setPageSize(MOST);
        field.addAttachListener(event -> field.getElement().executeJs(FILTER));
        Keys.enterTakesFirst(field);
    }
}
