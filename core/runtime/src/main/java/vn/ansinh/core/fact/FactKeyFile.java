package vn.ansinh.core.fact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import vn.ansinh.api.fact.FactKey;

/**
 * Reads a file of fact keys. A wrong entry is told with its line and left out; the others count.
 *
 * <pre>{@code
 * su-kien:
 *   - {khoa: khuyet-tat.muc-do, ten: Mức độ khuyết tật, kieu: lua-chon, gia-tri: {nang: Nặng, nhe: Nhẹ}}
 * }</pre>
 */
final class FactKeyFile {

    private static final Pattern KEY = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*(\\.[a-z0-9]+(-[a-z0-9]+)*)*");
    private static final Set<String> FIELDS = Set.of("khoa", "ten", "kieu", "gia-tri", "nhay-cam", "nhieu");

    private static final Map<String, FactKey.Type> TYPES = Map.of(
            "co-khong", FactKey.Type.FLAG,
            "lua-chon", FactKey.Type.CHOICE,
            "ngay", FactKey.Type.DATE,
            "ngay-kem-ten", FactKey.Type.DATED_NAME,
            "so", FactKey.Type.NUMBER,
            "van-ban", FactKey.Type.TEXT);

    private final List<Declared> keys = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();

    /** @param line from 1 */
    record Declared(FactKey key, int line) {}

    /** @param line from 1, 0 for the file as a whole */
    record Fault(int line, String reason) {}

    private FactKeyFile() {}

    static FactKeyFile read(String yaml) {
        FactKeyFile file = new FactKeyFile();
        try {
            LoadSettings settings =
                    LoadSettings.builder().setMaxAliasesForCollections(10).build();
            Optional<Node> root = new Compose(settings).composeString(yaml);
            file.entries(root.orElse(null));
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
            file.faults.add(new Fault(line, e.getProblem()));
        } catch (YamlEngineException e) {
            file.faults.add(new Fault(0, e.getMessage()));
        }
        return file;
    }

    List<Declared> keys() {
        return keys;
    }

    List<Fault> faults() {
        return faults;
    }

    private void entries(Node root) {
        if (!(root instanceof MappingNode mapping)
                || mapping.getValue().size() != 1
                || !"su-kien".equals(text(mapping.getValue().get(0).getKeyNode()))
                || !(mapping.getValue().get(0).getValueNode() instanceof SequenceNode list)) {
            faults.add(new Fault(root == null ? 0 : line(root), "the file must hold one list named su-kien"));
            return;
        }
        Set<String> seen = new HashSet<>();
        for (Node entry : list.getValue()) {
            try {
                FactKey key = key(entry);
                if (seen.add(key.key())) {
                    keys.add(new Declared(key, line(entry)));
                } else {
                    faults.add(new Fault(line(entry), "khoa " + key.key() + " is declared twice in this file"));
                }
            } catch (WrongEntry e) {
                faults.add(new Fault(e.line, e.getMessage()));
            }
        }
    }

    private static FactKey key(Node entry) throws WrongEntry {
        Map<String, Node> fields = fields(entry);
        String key = required(entry, fields, "khoa");
        if (!KEY.matcher(key).matches()) {
            throw new WrongEntry(
                    fields.get("khoa"), "khoa \"" + key + "\" must be lower-case words, for instance ho.ngheo");
        }
        String label = required(entry, fields, "ten");
        FactKey.Type type = TYPES.get(required(entry, fields, "kieu"));
        if (type == null) {
            throw new WrongEntry(
                    fields.get("kieu"),
                    "kieu must be one of " + TYPES.keySet().stream().sorted().toList());
        }
        Map<String, String> choices = choices(fields.get("gia-tri"));
        if ((type == FactKey.Type.CHOICE) == choices.isEmpty()) {
            throw new WrongEntry(
                    fields.getOrDefault("gia-tri", entry), "gia-tri belongs to kieu lua-chon, and to it alone");
        }
        return new FactKey(key, label, type, choices, flag(fields.get("nhieu")), flag(fields.get("nhay-cam")));
    }

    private static Map<String, Node> fields(Node entry) throws WrongEntry {
        if (!(entry instanceof MappingNode mapping)) {
            throw new WrongEntry(entry, "an entry must be {khoa: …, ten: …, kieu: …}");
        }
        Map<String, Node> fields = new HashMap<>();
        for (NodeTuple field : mapping.getValue()) {
            String name = text(field.getKeyNode());
            if (name == null || !FIELDS.contains(name)) {
                throw new WrongEntry(field.getKeyNode(), "unknown field " + name);
            }
            if (fields.put(name, field.getValueNode()) != null) {
                throw new WrongEntry(field.getKeyNode(), "field " + name + " stands twice");
            }
        }
        return fields;
    }

    private static String required(Node entry, Map<String, Node> fields, String name) throws WrongEntry {
        String value = text(fields.get(name));
        if (value == null || value.isBlank()) {
            throw new WrongEntry(fields.getOrDefault(name, entry), "field " + name + " is missing");
        }
        return value;
    }

    /** Choices with their Vietnamese words; a plain list where the values are words already. */
    private static Map<String, String> choices(Node node) throws WrongEntry {
        Map<String, String> choices = new LinkedHashMap<>();
        if (node instanceof MappingNode mapping) {
            for (NodeTuple choice : mapping.getValue()) {
                add(choices, choice.getKeyNode(), choice.getValueNode());
            }
        } else if (node instanceof SequenceNode list) {
            for (Node value : list.getValue()) {
                add(choices, value, value);
            }
        } else if (node != null) {
            throw new WrongEntry(node, "gia-tri must be a list, or values with their words");
        }
        return choices;
    }

    private static void add(Map<String, String> choices, Node value, Node word) throws WrongEntry {
        String text = text(value);
        String label = text(word);
        if (text == null || text.isBlank() || label == null || label.isBlank() || choices.put(text, label) != null) {
            throw new WrongEntry(value, "gia-tri must be different words");
        }
    }

    private static boolean flag(Node node) throws WrongEntry {
        if (node == null) {
            return false;
        }
        String text = text(node);
        if (!"true".equals(text) && !"false".equals(text)) {
            throw new WrongEntry(node, "must be true or false");
        }
        return text.equals("true");
    }

    private static String text(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : null;
    }

    private static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }

    private static final class WrongEntry extends Exception {

        private static final long serialVersionUID = 1L;
        private final int line;

        WrongEntry(Node at, String reason) {
            super(reason);
            this.line = line(at);
        }
    }
}
