package vn.ansinh.ui.kit.component;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** What is wrong in a file, each with its place in it. */
public class FaultList extends UnorderedList {

    private static final long serialVersionUID = 1L;

    /** @param faults what, where and what to do, for people */
    public FaultList(List<String> faults) {
        addClassName("as-faults");
        faults.forEach(fault -> add(new ListItem(fault)));
    }
}
