package vn.ansinh.ui.kit.view;

import com.vaadin.flow.component.Component;

/**
 * A page of the application, contributed as an OSGi service. Route and menu entry come and go with the service; open
 * browsers follow at once.
 *
 * <p>The class of the view carries {@link vn.ansinh.api.access.Permitted}; without it nobody opens the page. The menu shows
 * only what the signed-in account may use. Most providers are a {@link View}.
 */
public interface ViewProvider {

    /** Path below the application's root, in Vietnamese without diacritics: {@code chi-tra}. Empty for the home page. */
    String path();

    /** Menu entry and browser title. */
    String title();

    /** Where in the menu; {@code null} for a page without a menu entry. */
    MenuGroup group();

    /** Order within the group, from low to high. */
    int order();

    /** Name of a Vaadin icon, for instance {@code group}. */
    String icon();

    /** The class of what {@link #create()} returns; unique among all views. */
    Class<? extends Component> type();

    /** A new page; called on the UI thread, with the signed-in caller bound, once per navigation. */
    Component create();
}
