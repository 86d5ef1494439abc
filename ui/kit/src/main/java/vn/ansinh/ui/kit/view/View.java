package vn.ansinh.ui.kit.view;

import com.vaadin.flow.component.Component;
import java.util.function.Supplier;

/**
 * The plain {@link ViewProvider}.
 *
 * @param <C> the page's class
 */
public record View<C extends Component>(
        String path, String title, MenuGroup group, int order, String icon, Class<C> type, Supplier<C> factory)
        implements ViewProvider {

    @Override
    public Component create() {
        return factory.get();
    }
}
