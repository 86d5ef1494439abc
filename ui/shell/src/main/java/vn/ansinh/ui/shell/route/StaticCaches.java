package vn.ansinh.ui.shell.route;

import com.vaadin.flow.component.internal.UIInternals;
import com.vaadin.flow.data.binder.BeanPropertySet;
import com.vaadin.flow.internal.ReflectionCache;
import java.lang.reflect.Field;
import java.util.Collection;
import java.util.Map;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Flow keeps classes it has seen in static caches; a program that goes would stay in memory with them. */
final class StaticCaches {

    private static final Logger LOG = LoggerFactory.getLogger(StaticCaches.class);

    private StaticCaches() {}

    /** Forgets the classes of {@code bundle}, and whatever is cheap to build again. */
    static void forget(Bundle bundle) {
        ReflectionCache.clearAll();
        try {
            Collection<?> warned = (Collection<?>) read(UIInternals.class, "warnedAboutDeps");
            warned.removeIf(seen -> seen instanceof Class<?> type && bundle.equals(FrameworkUtil.getBundle(type)));
            ((Map<?, ?>) read(BeanPropertySet.class, "INSTANCES")).clear();
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.warn("Flow's static caches look different: the classes of {} may stay in memory", bundle, e);
        }
    }

    private static Object read(Class<?> owner, String name) throws ReflectiveOperationException {
        Field field = owner.getDeclaredField(name);
        field.setAccessible(true);
        return field.get(null);
    }
}
