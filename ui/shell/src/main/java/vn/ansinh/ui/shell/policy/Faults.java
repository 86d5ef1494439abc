package vn.ansinh.ui.shell.policy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** What is wrong in a file, each with its line. */
final class Faults {

    private Faults() {}

    static Component of(List<String> faults) {
        UnorderedList list = new UnorderedList();
        list.addClassName("as-faults");
        faults.forEach(fault -> list.add(new ListItem(fault)));
        return list;
    }
}
