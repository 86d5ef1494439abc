package vn.ansinh.api.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.fact.FactKey;
import vn.ansinh.api.fact.Facts;

/** Who may know that somebody gets the benefit for people with HIV. */
class DiscretionTest {

    private static final FactKey HIV = new FactKey("hiv", "Nhiễm HIV", FactKey.Type.FLAG, Map.of(), false, true);
    private static final Benefit PLAIN = benefit("BT6", "Người khuyết tật");
    private static final Benefit SENSITIVE = benefit("BT8", "Người nhiễm HIV", HIV.key());
    private static final Facts FACTS = proxy(Facts.class, (method, key) -> Optional.of(HIV));

    @Test
    void aSensitiveBenefitIsNamedToWhoMayKnowOnly() {
        assertTrue(as("person.read").hides("BT8"), "a fact it asks for is sensitive");
        assertEquals("Chế độ không nêu tên", as("person.read").name("BT8"));
        assertTrue(as("person.read").hides("BT-AWAY"), "no pack knows it any more");
        assertEquals("Người khuyết tật", as("person.read").name("BT6"));
        assertEquals("Người nhiễm HIV", as(Permissions.FACT_SENSITIVE).name("BT8"));
        assertFalse(as("*").hides("BT8"));
    }

    private static Discretion as(String permission) {
        Caller caller = new Caller("lan", "Nguyễn Thị Lan", 28, Set.of(permission));
        Map<String, Benefit> benefits = Map.of("BT6", PLAIN, "BT8", SENSITIVE);
        return new Discretion(
                proxy(Access.class, (method, argument) -> caller), proxy(Policies.class, (method, code) -> {
                    Optional<Benefit> known = Optional.ofNullable(benefits.get(code));
                    return method.equals("benefit")
                            ? known
                            : known.map(one -> one.isSensitive(FACTS)).orElse(true);
                }));
    }

    private static Benefit benefit(String code, String name, String... factKeys) {
        return new Benefit(code, "btxh", name, List.of(), "", false, List.of(factKeys), Cadence.MONTH, null);
    }

    private static <T> T proxy(Class<T> type, BiFunction<String, Object, Object> answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answer.apply(method.getName(), arguments == null ? null : arguments[0])));
    }
}
