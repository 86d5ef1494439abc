package vn.ansinh.core.board;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vn.ansinh.api.policy.Benefit;
import vn.ansinh.api.policy.Cadence;
import vn.ansinh.api.policy.Policies;

/** A kind that reveals something is never named, and what is left unnamed does not point at it. */
class KindMergingTest {

    private static final Policies POLICIES = (Policies) Proxy.newProxyInstance(
            Policies.class.getClassLoader(), new Class<?>[] {Policies.class}, (proxy, method, arguments) -> {
                String code = (String) arguments[0];
                return switch (method.getName()) {
                    case "isSensitive" -> code.startsWith("HIV");
                    case "benefit" ->
                        code.equals("GONE")
                                ? Optional.empty()
                                : Optional.of(new Benefit(
                                        code,
                                        "p",
                                        "Tên " + code,
                                        List.of(),
                                        "",
                                        false,
                                        List.of(),
                                        Cadence.MONTH,
                                        null));
                    default -> throw new UnsupportedOperationException(method.getName());
                };
            });

    @Test
    void oneBearerStandsAmongOthers() {
        assertEquals("A B C D", names("A", 100, "B", 1, "C", 30, "D", 2), "nothing to hide: everything is named");
        assertEquals("A * * * *", names("A", 100, "B", 1, "C", 30, "D", 2, "HIV", 1), "until there are five people");
        assertEquals(
                "A B * * *", names("A", 100, "B", 90, "C", 30, "HIV", 40, "HIV2", 2), "never sensitive kinds alone");
        assertEquals("*", names("HIV", 1));
        assertEquals("A *", names("A", 100, "GONE", 9), "what no pack knows is not named");
    }

    private static String names(Object... kinds) {
        Map<String, Long> people = new TreeMap<>();
        for (int i = 0; i < kinds.length; i += 2) {
            people.put((String) kinds[i], ((Integer) kinds[i + 1]).longValue());
        }
        KindMerging merging = new KindMerging(POLICIES, people);
        return String.join(
                " ",
                people.keySet().stream()
                        .map(merging::name)
                        .map(name -> name.equals(KindMerging.OTHERS) ? "*" : name.substring(4))
                        .toList());
    }
}
