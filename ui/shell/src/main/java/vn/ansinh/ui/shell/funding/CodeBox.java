package vn.ansinh.ui.shell.funding;

import com.vaadin.flow.component.combobox.ComboBox;
import java.util.List;
import vn.ansinh.api.codelist.CodeLists;
import vn.ansinh.api.codelist.CodeLists.Entry;
import vn.ansinh.ui.kit.context.Keys;

/** One code of a list, found by typing a part of it or of its name. */
final class CodeBox extends ComboBox<Entry> {

    private static final long serialVersionUID = 1L;

    /** @param prefix of the codes to choose from, blank for all; figures follow it */
    CodeBox(String label, CodeLists codeLists, String list, String prefix) {
        super(label);
        List<Entry> entries = codeLists.entries(list).stream()
                .filter(entry -> prefix.isEmpty() || entry.code().matches(prefix + "[0-9]+"))
                .toList();
        setItems((entry, typed) -> typed.isBlank() || entry.isLike(typed), entries);
        setItemLabelGenerator(Entry::name);
        setClearButtonVisible(true);
        Keys.enterTakesFirst(this);
    }

    /** The code chosen, or {@code null}. */
    String code() {
        return getValue() == null ? null : getValue().code();
    }

    /** Chooses a code, if it is there. */
    CodeBox choose(String code) {
        getListDataView()
                .getItems()
                .filter(entry -> entry.code().equals(code))
                .findFirst()
                .ifPresent(this::setValue);
        return this;
    }

    /** Marks it when nothing is chosen. @return whether something is */
    boolean complete() {
        setInvalid(isEmpty());
        return !isEmpty();
    }
}
