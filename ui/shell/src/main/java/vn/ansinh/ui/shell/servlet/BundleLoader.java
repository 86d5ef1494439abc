package vn.ansinh.ui.shell.servlet;

import com.vaadin.flow.server.VaadinServlet;
import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import vn.ansinh.ui.kit.view.ViewProvider;

/**
 * Looks into the shell's bundle, then the kit's, then Vaadin's. Pax Web would hand Vaadin the shell's loader only, and Vaadin
 * would answer with an empty page.
 */
final class BundleLoader extends ClassLoader {

    static final BundleLoader INSTANCE = new BundleLoader();

    private final List<ClassLoader> others =
            List.of(ViewProvider.class.getClassLoader(), VaadinServlet.class.getClassLoader());

    private BundleLoader() {
        super(BundleLoader.class.getClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        for (ClassLoader other : others) {
            try {
                return other.loadClass(name);
            } catch (ClassNotFoundException e) {
                // the next one may have it
            }
        }
        throw new ClassNotFoundException(name);
    }

    @Override
    protected URL findResource(String name) {
        for (ClassLoader other : others) {
            URL found = other.getResource(name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    @Override
    protected Enumeration<URL> findResources(String name) throws IOException {
        for (ClassLoader other : others) {
            Enumeration<URL> found = other.getResources(name);
            if (found.hasMoreElements()) {
                return found;
            }
        }
        return Collections.emptyEnumeration();
    }

    /** Runs {@code work} with this loader as the thread's. */
    static void runWith(Work work) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(INSTANCE);
        try {
            work.run();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** What {@link #runWith} runs. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }
}
