package vn.ansinh.ui.shell.servlet;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.di.DefaultInstantiator;
import com.vaadin.flow.server.VaadinService;
import java.util.Optional;
import vn.ansinh.ui.shell.route.Navigation;
import vn.ansinh.ui.shell.route.ViewRegistry;

/** Lets the views' providers make the views, so that they get their services by constructor. */
final class ViewInstantiator extends DefaultInstantiator {

    private static final long serialVersionUID = 1L;

    private final transient ViewRegistry views;
    private final transient Navigation navigation;

    ViewInstantiator(VaadinService service, ViewRegistry views, Navigation navigation) {
        super(service);
        this.views = views;
        this.navigation = navigation;
    }

    @Override
    public <T> T getOrCreate(Class<T> type) {
        return made(type).orElseGet(() -> super.getOrCreate(type));
    }

    @Override
    public <T extends Component> T createComponent(Class<T> type) {
        return made(type).orElseGet(() -> super.createComponent(type));
    }

    private <T> Optional<T> made(Class<T> type) {
        Object own = navigation.make(type);
        if (own == null) {
            own = views.byType(type).map(provider -> (Object) provider.create()).orElse(null);
        }
        return Optional.ofNullable(type.cast(own));
    }
}
