package vn.ansinh.core.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import vn.ansinh.api.policy.Packs;
import vn.ansinh.core.extender.Fault;
import vn.ansinh.core.extender.FileRefusedException;

/**
 * The schema by which editors complete and check packs knows exactly what the parser knows: at every place the parser is
 * asked for its keys (it names them when it meets one it does not know), and the schema must name the same.
 */
class PackSchemaTest {

    private static final Pattern KNOWN = Pattern.compile("các khóa dùng được: ([^.]+)\\.");
    private static final Map<String, Object> SCHEMA = schema();

    private static final String VALUE = "tinh-tu: 2026-01, hieu-luc: 2026-01-01, can-cu: a, trang-thai: tam-tinh";

    /** A place in a pack, and the same place in the schema. */
    private static final List<String[]> PLACES = List.of(
            place("X: 1", ""),
            place("van-ban: {X: 1}", "van-ban"),
            place("lam-tron: {X: 1}", "lam-tron"),
            place("tham-so: {a: {X: 1}}", "tham-so *"),
            place("tham-so: {a: {gia-tri: [{X: 1}]}}", "tham-so * gia-tri"),
            place("nhom: {a: {X: 1}}", "nhom *"),
            place("nhom: {a: {cung-huong: [{X: 1}]}}", "nhom * cung-huong"),
            place("dieu-kien-chung: {dem: {X: 1}}", "dieu-kien-chung dem"),
            place("dieu-kien-chung: {a: {tu: 1, X: 1}}", "$khoang"),
            place("che-do: [{den-het: 2026-01, X: 1}]", "che-do"),
            place("che-do: [{huong-tu: {X: 1}}]", "$huong-tu"),
            place("che-do: [{muc: [{X: 1}]}]", "che-do muc"),
            place("che-do: [{muc: [{he-so: [{X: 1}], nhan-voi: a}]}]", "che-do muc he-so"),
            place("che-do: [{muc: [{so-tien: [{X: 1}]}]}]", "che-do muc so-tien"),
            place("che-do: [{muc: [{bang: {X: 1}}]}]", "che-do muc bang"),
            place("che-do: [{muc: [{bang: {gia-tri: [{X: 1}]}}]}]", "che-do muc bang gia-tri"),
            place("che-do: [{muc: [{hien-vat: {X: 1}}]}]", "che-do muc hien-vat"),
            place("che-do: [{muc: [{hien-vat: {gia-tri: [{X: 1}]}}]}]", "che-do muc hien-vat gia-tri"),
            place("che-do: [{muc: [{moi: [{X: 1}]}]}]", "che-do muc moi"),
            place("he-so-them: {a: [{X: 1}]}", "he-so-them *"),
            place("so-tien-them: {a: [{X: 1}]}", "so-tien-them *"),
            place("bang-them: {a: [{X: 1}]}", "bang-them *"),
            place("hien-vat-them: {a: [{X: 1}]}", "hien-vat-them *"),
            place("vi-du: [{X: 1}]", "vi-du"),
            place("vi-du: [{sinh: 2000-01-01, su-kien: {a: {X: 1}}}]", "$su-kien"),
            place("vi-du: [{huong: [{X: 1}]}]", "vi-du huong"),
            place("vi-du: [{huong: [{tam-dung: [{X: 1}]}]}]", "vi-du huong tam-dung"),
            place("vi-du: [{mong-doi: [{X: 1}]}]", "vi-du mong-doi"));

    @Test
    void theSchemaNamesWhatTheParserKnowsAtEveryPlace() {
        for (String[] place : PLACES) {
            assertEquals(known(place[0]), named(place[1]), place[0]);
        }
    }

    @Test
    void everyOtherMappingOfTheSchemaIsOneOfThese() {
        List<Set<String>> compared =
                PLACES.stream().map(place -> named(place[1])).toList();
        List<Set<String>> closed = new ArrayList<>();
        collect(SCHEMA, closed);
        closed.forEach(keys -> assertTrue(compared.contains(keys), () -> "not compared: " + keys));
    }

    @Test
    void whatTheSchemaCallsAWordTheParserTakes() {
        for (String cadence : words("che-do", "ky-han")) {
            assertTrue(
                    faults("che-do: [{ky-han: " + cadence + "}]").stream().noneMatch(fault -> fault.contains("Kỳ hạn")),
                    cadence);
        }
        for (String state : words("tham-so * gia-tri", "trang-thai")) {
            assertTrue(
                    faults("tham-so: {a: {gia-tri: [{" + VALUE.replace("tam-tinh", state) + "}]}}").stream()
                            .noneMatch(fault -> fault.contains("Trạng thái")),
                    state);
        }
    }

    private static String[] place(String yaml, String path) {
        return new String[] {yaml, path};
    }

    /** The keys the parser names where {@code X} stands. */
    private static Set<String> known(String yaml) {
        for (String fault : faults(yaml)) {
            Matcher keys = KNOWN.matcher(fault);
            if (fault.contains("Không có khóa «X»") && keys.find()) {
                return new TreeSet<>(Arrays.asList(keys.group(1).split(", ")));
            }
        }
        throw new AssertionError("X was not refused in " + yaml + ": " + faults(yaml));
    }

    private static List<String> faults(String yaml) {
        return assertThrows(FileRefusedException.class, () -> PackParser.parse(yaml + "\nsai: 1\n", "a.policy.yaml"))
                .faults()
                .stream()
                .map(Fault::toString)
                .toList();
    }

    private static Set<String> named(String path) {
        return new TreeSet<>(properties(at(path)).keySet());
    }

    @SuppressWarnings("unchecked")
    private static List<String> words(String path, String key) {
        return (List<String>) ((Map<String, Object>) properties(at(path)).get(key)).get("enum");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> properties(Map<String, Object> schema) {
        return (Map<String, Object>) schema.get("properties");
    }

    /** Follows keys, {@code *} for any name, into lists and references; {@code $} names what stands among alternatives. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> at(String path) {
        if (path.startsWith("$")) {
            return switch (path) {
                case "$khoang" -> resolved(Map.of("$ref", "#/$defs/khoang"));
                case "$huong-tu" ->
                    alternative((Map<String, Object>) properties(at("che-do")).get("huong-tu"));
                default ->
                    alternative((Map<String, Object>)
                            ((Map<String, Object>) properties(at("vi-du")).get("su-kien")).get("additionalProperties"));
            };
        }
        Map<String, Object> schema = SCHEMA;
        for (String key : path.isEmpty() ? List.<String>of() : List.of(path.split(" "))) {
            Object next = key.equals("*")
                    ? schema.get("additionalProperties")
                    : properties(schema).get(key);
            schema = resolved((Map<String, Object>) next);
        }
        return schema;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> alternative(Map<String, Object> schema) {
        return ((List<Map<String, Object>>) schema.get("oneOf"))
                .stream()
                        .filter(each -> each.containsKey("properties"))
                        .findFirst()
                        .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> resolved(Map<String, Object> schema) {
        Map<String, Object> target = schema;
        while (target.containsKey("$ref") || "array".equals(target.get("type"))) {
            target = target.containsKey("$ref")
                    ? (Map<String, Object>) ((Map<String, Object>) SCHEMA.get("$defs"))
                            .get(((String) target.get("$ref")).substring("#/$defs/".length()))
                    : (Map<String, Object>) target.get("items");
        }
        return target;
    }

    private static void collect(Object schema, List<Set<String>> closed) {
        if (schema instanceof Map<?, ?> map) {
            if (Boolean.FALSE.equals(map.get("additionalProperties"))) {
                Set<String> keys = new TreeSet<>();
                ((Map<?, ?>) map.get("properties")).keySet().forEach(key -> keys.add((String) key));
                closed.add(keys);
            }
            map.values().forEach(value -> collect(value, closed));
        } else if (schema instanceof List<?> list) {
            list.forEach(value -> collect(value, closed));
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> schema() {
        try (InputStream in = Packs.class.getResourceAsStream(Packs.SCHEMA)) {
            return (Map<String, Object>) new Load(LoadSettings.builder().build())
                    .loadFromString(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
