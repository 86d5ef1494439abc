package vn.ansinh.rest.resource;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.fact.FactKey;
import vn.ansinh.api.fact.Facts;
import vn.ansinh.api.policy.Benefit;
import vn.ansinh.api.policy.Cadence;
import vn.ansinh.api.policy.Policies;

/** Who may know that somebody gets the benefit for people with HIV. */
class DiscretionTest {

    private static final FactKey HIV = new FactKey("hiv", "Nhiễm HIV", FactKey.Type.FLAG, Map.of(), false, true);

    @Test
    void aSensitiveBenefitIsNamedToWhoMayKnowOnly() {
        assertTrue(as("person.read").hides("BT8"), "a fact it asks for is sensitive");
        assertTrue(as("person.read").hides("BT-AWAY"), "no pack knows it any more");
        assertFalse(as("person.read").hides("BT6"));
        assertFalse(as(Permissions.FACT_SENSITIVE).hides("BT8"));
        assertFalse(as("*").hides("BT8"));
    }

    private static Discretion as(String permission) {
        Caller caller = new Caller("lan", "Nguyễn Thị Lan", 28, Set.of(permission));
        Map<String, Benefit> benefits = Map.of("BT6", benefit("BT6"), "BT8", benefit("BT8", HIV.key()));
        return new Discretion(
                proxy(Access.class, argument -> caller),
                proxy(Policies.class, code -> Optional.ofNullable(benefits.get(code))),
                proxy(Facts.class, key -> Optional.of(HIV)));
    }

    private static Benefit benefit(String code, String... factKeys) {
        return new Benefit(code, "btxh", code, List.of(), "", false, List.of(factKeys), Cadence.MONTH, null);
    }

    private static <T> T proxy(Class<T> type, Function<Object, Object> answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answer.apply(arguments == null ? null : arguments[0])));
    }
}
