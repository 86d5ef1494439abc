package vn.ansinh.database.persistence;

import java.io.IOException;
import java.net.URL;
import java.util.Enumeration;

/** Classes of a bundle first, then those of the persistence provider: what the provider expects of the context loader. */
final class BothLoaders extends ClassLoader {

    private final ClassLoader second;

    BothLoaders(ClassLoader first, ClassLoader second) {
        super(first);
        this.second = second;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        return second.loadClass(name);
    }

    @Override
    protected URL findResource(String name) {
        return second.getResource(name);
    }

    @Override
    protected Enumeration<URL> findResources(String name) throws IOException {
        return second.getResources(name);
    }
}
