package vn.ansinh.ui.kit.person;

import com.vaadin.flow.component.Component;
import vn.ansinh.api.identity.Person;

/** A part of the page of one person, contributed as an OSGi service; it comes and goes with the service. */
public interface PersonPanel {

    /** Vietnamese heading. */
    String title();

    /** Panels stand from low to high: 10 household, 20 population registry, 30 history, 40 access log; programs from 100. */
    int order();

    /** Without this permission the panel is not there. */
    String permission();

    /**
     * What it shows; called with the signed-in caller bound.
     *
     * @param changed to be run after something about the person was changed: the page is made anew
     */
    Component of(Person person, Runnable changed);
}
