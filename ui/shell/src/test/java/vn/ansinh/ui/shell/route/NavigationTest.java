package vn.ansinh.ui.shell.route;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.access.Permitted;

class NavigationTest {

    private final Caller clerk = new Caller("lan", "Trần Thị Lan", 7, Set.of(Permissions.PERSON_READ));
    private final Caller chief = new Caller("admin", "Quản trị hệ thống", 0, Set.of("*"));

    @Permitted(Permissions.PERSON_READ)
    static class People {}

    @Permitted(Permissions.PROGRAM_MANAGE)
    static class Programs {}

    @Permitted(Permitted.SIGNED_IN)
    static class Home {}

    static class Forgotten {}

    @Test
    void aPageOpensForWhoHoldsItsPermissionAndOneWithoutPermissionForNobody() {
        assertTrue(Navigation.permits(clerk, People.class));
        assertTrue(Navigation.permits(clerk, Home.class));
        assertFalse(Navigation.permits(clerk, Programs.class));
        assertTrue(Navigation.permits(chief, Programs.class));
        assertFalse(Navigation.permits(chief, Forgotten.class));
    }
}
