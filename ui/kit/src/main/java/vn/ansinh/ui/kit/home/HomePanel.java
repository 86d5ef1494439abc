package vn.ansinh.ui.kit.home;

import com.vaadin.flow.component.Component;
import java.util.Optional;

/** A part at the head of the first page, contributed as an OSGi service; it comes and goes with the service. */
public interface HomePanel {

    /** Parts stand from low to high: 10 what is late, 20 news; programs from 100. */
    int order();

    /** Without this permission the part is not there. */
    String permission();

    /** What it shows; called with the signed-in caller bound. Empty when there is nothing to say today. */
    Optional<Component> show();
}
