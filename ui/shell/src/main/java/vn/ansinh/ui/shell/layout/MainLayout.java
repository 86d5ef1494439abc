package vn.ansinh.ui.shell.layout;

import static vn.ansinh.ui.shell.ShellTexts.text;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.server.VaadinSession;
import vn.ansinh.api.access.Caller;
import vn.ansinh.ui.kit.view.MenuGroup;
import vn.ansinh.ui.kit.view.ViewProvider;
import vn.ansinh.ui.shell.Services;
import vn.ansinh.ui.shell.route.Navigation;
import vn.ansinh.ui.shell.route.ViewRegistry;
import vn.ansinh.ui.shell.signin.SignedIn;

/** Around every page: the menu on the left; above, where one is, the search for a person, the account. */
public class MainLayout extends AppLayout implements AfterNavigationObserver {

    private static final long serialVersionUID = 1L;

    /** The page's heading, to which the skip link leads. */
    private static final String TO_CONTENT =
            "const h = document.getElementById('tieu-de'); if (h) { h.tabIndex = -1; h.focus(); }";

    private final transient ViewRegistry views;
    private final transient Caller caller;
    private final Div menu = new Div();
    private final ContextButton context;

    public MainLayout(Services services, ViewRegistry views) {
        this.views = views;
        this.caller = SignedIn.caller(VaadinSession.getCurrent()).orElse(null);
        setPrimarySection(Section.DRAWER);
        Div brand = new Div(new Html(Brand.markOf(22)), new Span("An Sinh"));
        brand.addClassName("as-brand");
        Nav drawer = new Nav(brand, menu);
        drawer.getElement().setAttribute("aria-label", text("layout.menu"));
        addToDrawer(drawer);
        context = new ContextButton(services.units());
        if (caller != null) {
            Header top = new Header(
                    skipLink(),
                    toggle(),
                    context,
                    space(),
                    new PersonSearch(caller),
                    new AccountMenu(services.access(), caller));
            top.addClassName("as-top");
            addToNavbar(top);
            rebuildMenu();
        }
    }

    private static DrawerToggle toggle() {
        DrawerToggle toggle = new DrawerToggle();
        toggle.setAriaLabel(text("layout.toggle"));
        return toggle;
    }

    private static Anchor skipLink() {
        Anchor skip = new Anchor("#tieu-de", text("layout.skip"));
        skip.addClassName("as-skip");
        skip.setRouterIgnore(true);
        skip.getElement().executeJs("this.addEventListener('click', e => { e.preventDefault(); " + TO_CONTENT + " })");
        return skip;
    }

    private static Span space() {
        Span space = new Span();
        space.addClassName("as-grow");
        return space;
    }

    /** Builds the menu from the views that are there now and that the account may use. */
    public void rebuildMenu() {
        menu.removeAll();
        MenuGroup group = null;
        SideNav part = null;
        for (ViewProvider view : views.menu()) {
            if (caller == null || !Navigation.permits(caller, view.type())) {
                continue;
            }
            if (group == null || !group.id().equals(view.group().id())) {
                group = view.group();
                part = new SideNav(group.label());
                menu.add(part);
            }
            part.addItem(new SideNavItem(view.title(), view.path(), new Icon("vaadin", view.icon())));
        }
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        context.refresh();
    }
}
