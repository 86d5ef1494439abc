package vn.ansinh.itest.container;

import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.api.rest.RestResource;

/**
 * One method of a REST resource that runs now, read from its own annotations by name: the test knows no address by heart, and
 * needs no class of the API's framework.
 *
 * @param verb HTTP method
 * @param root where its resource answers, for instance {@code /persons}
 * @param path below {@code /api/v1}, with its {@code {parameters}}
 * @param method for messages, and what its parameters are
 * @param permitted {@code null} when nobody said who may call it
 */
record Door(String verb, String root, String path, Method method, Permitted permitted) {

    private static final Set<String> VERBS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");

    /** An id that nothing has. */
    static final String NOBODY = "999999999";

    /** All methods of all resources that are published now. */
    static List<Door> all(BundleContext context) throws Exception {
        List<Door> doors = new ArrayList<>();
        for (ServiceReference<RestResource> reference : context.getServiceReferences(RestResource.class, null)) {
            RestResource resource = context.getService(reference);
            String root = (String) reference.getProperty(RestResource.PATH);
            for (Method method : resource.getClass().getMethods()) {
                for (Annotation annotation : method.getAnnotations()) {
                    String verb = annotation.annotationType().getSimpleName();
                    if (VERBS.contains(verb)) {
                        doors.add(new Door(verb, root, root + below(method), method, permitted(resource, method)));
                    }
                }
            }
            context.ungetService(reference);
        }
        return doors;
    }

    private static String below(Method method) throws ReflectiveOperationException {
        String path = value(method.getAnnotations(), "Path");
        return path == null ? "" : path.startsWith("/") ? path : "/" + path;
    }

    private static Permitted permitted(RestResource resource, Method method) {
        Permitted own = method.getAnnotation(Permitted.class);
        return own != null ? own : resource.getClass().getAnnotation(Permitted.class);
    }

    /** What an annotation of that simple name says; {@code null} when there is none. */
    private static String value(Annotation[] annotations, String name) throws ReflectiveOperationException {
        for (Annotation annotation : annotations) {
            if (annotation.annotationType().getSimpleName().equals(name)) {
                return (String) annotation.annotationType().getMethod("value").invoke(annotation);
            }
        }
        return null;
    }

    boolean isRead() {
        return verb.equals("GET");
    }

    /** Query parameters by name. */
    Set<String> queryNames() throws ReflectiveOperationException {
        Map<String, String> names = new TreeMap<>();
        for (Parameter parameter : method.getParameters()) {
            String name = value(parameter.getAnnotations(), "QueryParam");
            if (name != null) {
                names.put(name, name);
            }
        }
        return names.keySet();
    }

    /** The path with a number or a word that nothing has in each place, but {@code id} where a number stands. */
    String at(String id) throws ReflectiveOperationException {
        String filled = path;
        for (Parameter parameter : method.getParameters()) {
            String name = value(parameter.getAnnotations(), "PathParam");
            if (name != null) {
                Class<?> type = parameter.getType();
                String value = type == long.class ? id : type == int.class ? NOBODY : "khong-co";
                filled = filled.replaceAll("\\{" + name + "(:[^}]*)?}", value);
            }
        }
        return filled;
    }

    /** The kind of body that it reads. */
    String mediaType() throws ReflectiveOperationException {
        for (Annotation[] annotations : new Annotation[][] {
            method.getAnnotations(), method.getDeclaringClass().getAnnotations()
        }) {
            for (Annotation annotation : annotations) {
                if (annotation.annotationType().getSimpleName().equals("Consumes")) {
                    return ((String[]) annotation
                                    .annotationType()
                                    .getMethod("value")
                                    .invoke(annotation))
                            [0];
                }
            }
        }
        return "application/json";
    }

    /**
     * Whether a call that says nothing sensible can do nothing: it has to name something that is not there, or its body is
     * read before anything is done.
     */
    boolean isHarmlessToTry() throws ReflectiveOperationException {
        boolean names = false;
        boolean reads = false;
        for (Parameter parameter : method.getParameters()) {
            if (parameter.getAnnotations().length == 0) {
                if (InputStream.class.isAssignableFrom(parameter.getType())) {
                    return false;
                }
                reads = true;
            }
            names |= value(parameter.getAnnotations(), "PathParam") != null;
        }
        return isRead() || reads || names;
    }

    @Override
    public String toString() {
        return verb + " " + path + " (" + method.getDeclaringClass().getSimpleName() + "." + method.getName() + ")";
    }
}
