package vn.ansinh.rest.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.api.problem.Problem;

/** A method is open to who holds what it asks; without saying what it asks it is closed. */
class PermissionFilterTest {

    @Permitted("person.read")
    private static final class Declared {
        void ofTheClass() {}

        @Permitted("person.write")
        void ofItsOwn() {}

        @Permitted(Permitted.SIGNED_IN)
        void forEverybody() {}
    }

    private static final class Forgotten {
        void open() {}
    }

    private final List<String> asked = new ArrayList<>();
    private final PermissionFilter filter = new PermissionFilter((Access) Proxy.newProxyInstance(
            Access.class.getClassLoader(), new Class<?>[] {Access.class}, (proxy, method, arguments) -> {
                asked.add(arguments == null ? "signed in" : (String) arguments[0]);
                return null;
            }));

    @Test
    void theMethodsOwnWordGoesBeforeItsClasss() {
        check(Declared.class, "ofTheClass");
        check(Declared.class, "ofItsOwn");
        check(Declared.class, "forEverybody");
        assertEquals(List.of("person.read", "person.write", "signed in"), asked);
    }

    @Test
    void aMethodWithoutAWordIsClosed() {
        Problem closed = assertThrows(Problem.class, () -> check(Forgotten.class, "open"));
        assertEquals(Problem.Kind.FORBIDDEN, closed.kind());
        assertEquals(List.of(), asked);
    }

    private void check(Class<?> type, String name) {
        Method method = Arrays.stream(type.getDeclaredMethods())
                .filter(candidate -> candidate.getName().equals(name))
                .findFirst()
                .orElseThrow();
        filter.check(type, method);
    }
}
