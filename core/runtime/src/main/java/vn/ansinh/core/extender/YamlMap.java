package vn.ansinh.core.extender;

import java.io.StringReader;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
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

/**
 * A YAML mapping that knows where it stands. What is missing, doubled, of the wrong notation or not known is told to
 * {@link Faults}; the reader then gets {@code null} and goes on, so that one reading finds every mistake.
 */
public final class YamlMap {

    private static final Place START = new Place(1, 1);

    /** Characters: many times the longest file, and little enough to read at once. */
    private static final int LONGEST = 1_000_000;

    private static final int LONGEST_NAME = 80;

    private final Place place;
    private final Faults faults;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Place> keys = new LinkedHashMap<>();
    private final Set<String> asked = new HashSet<>();

    private YamlMap(MappingNode node, Faults faults) {
        this.place = placeOf(node);
        this.faults = faults;
        for (NodeTuple tuple : node.getValue()) {
            Place at = placeOf(tuple.getKeyNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                faults.add(at, "Khóa phải là chữ.");
            } else if (values.putIfAbsent(key.getValue(), tuple.getValueNode()) != null) {
                faults.add(at, "Khóa «" + key.getValue() + "» ghi hai lần.");
            } else {
                keys.put(key.getValue(), at);
            }
        }
    }

    /** @return the mapping a file consists of, {@code null} when it is none */
    public static YamlMap read(String source, String file, Faults faults) {
        if (source.length() > LONGEST) {
            faults.add(START, "Tệp dài quá " + LONGEST + " ký tự.");
            return null;
        }
        LoadSettings settings = LoadSettings.builder().setLabel(file).build();
        try {
            Node root = new Compose(settings)
                    .composeReader(new StringReader(source))
                    .orElse(null);
            if (root == null) {
                faults.add(START, "Tệp rỗng.");
                return null;
            }
            return isTree(root, Collections.newSetFromMap(new IdentityHashMap<>()), faults) ? of(root, faults) : null;
        } catch (MarkedYamlEngineException e) {
            Place at = e.getProblemMark()
                    .map(mark -> new Place(mark.getLine() + 1, mark.getColumn() + 1))
                    .orElse(START);
            faults.add(at, "Không đúng cú pháp YAML: " + e.getProblem() + ".");
        } catch (StackOverflowError e) {
            faults.add(START, "Các mục lồng vào nhau quá sâu.");
        } catch (YamlEngineException e) {
            faults.add(START, "Không đúng cú pháp YAML: " + e.getMessage() + ".");
        }
        return null;
    }

    /** Anchors would let a file contain itself; whoever reads a file should not have to follow references either. */
    private static boolean isTree(Node node, Set<Node> seen, Faults faults) {
        if (!seen.add(node)) {
            faults.add(placeOf(node), "Không dùng neo (&) và tham chiếu (*).");
            return false;
        }
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream().allMatch(child -> isTree(child, seen, faults));
        }
        if (node instanceof MappingNode mapping) {
            return mapping.getValue().stream()
                    .allMatch(tuple ->
                            isTree(tuple.getKeyNode(), seen, faults) && isTree(tuple.getValueNode(), seen, faults));
        }
        return true;
    }

    private static YamlMap of(Node node, Faults faults) {
        if (node instanceof MappingNode mapping) {
            return new YamlMap(mapping, faults);
        }
        faults.add(placeOf(node), "Ở đây cần các cặp «khóa: giá trị».");
        return null;
    }

    private static Place placeOf(Node node) {
        return node.getStartMark()
                .map(mark -> new Place(mark.getLine() + 1, mark.getColumn() + 1))
                .orElse(START);
    }

    /** Where it begins. */
    public Place place() {
        return place;
    }

    /** Place of a key, or of the mapping when it lacks the key. */
    public Place place(String key) {
        return keys.getOrDefault(key, place);
    }

    /** Whether it has a key, which is then known. */
    public boolean has(String key) {
        asked.add(key);
        return values.containsKey(key);
    }

    /** All keys, in the order of the file. For mappings whose keys are names. */
    public List<String> names() {
        asked.addAll(values.keySet());
        return List.copyOf(values.keySet());
    }

    /** Tells that a key is wrong. @param reason Vietnamese */
    public void fault(String key, String reason) {
        faults.add(place(key), reason);
    }

    /** A text; {@code null}, and told, when there is none. */
    public String text(String key) {
        return scalar(key, Function.identity(), "chữ");
    }

    /** A text that may be left out. */
    public String text(String key, String otherwise) {
        return has(key) ? text(key) : otherwise;
    }

    /** A month; {@code null}, and told, when there is none. */
    public YearMonth month(String key) {
        return scalar(key, YearMonth::parse, "tháng như 2026-07");
    }

    /** A day; {@code null}, and told, when there is none. */
    public LocalDate day(String key) {
        return scalar(key, LocalDate::parse, "ngày như 2026-07-01");
    }

    /** A whole number; {@code null}, and told, when there is none. */
    public Integer integer(String key) {
        return scalar(key, Integer::valueOf, "số nguyên");
    }

    /** A whole number, for instance of đồng; {@code null}, and told, when there is none. */
    public Long whole(String key) {
        return scalar(key, Long::valueOf, "số nguyên");
    }

    /** A number; {@code null}, and told, when there is none. */
    public BigDecimal decimal(String key) {
        return scalar(key, BigDecimal::new, "số như 1.5");
    }

    /** {@code false} when it is not there. */
    public boolean flag(String key) {
        if (!has(key)) {
            return false;
        }
        String text = text(key);
        if (text != null && !text.equals("true") && !text.equals("false")) {
            fault(key, "«" + key + "» phải là true hoặc false.");
        }
        return "true".equals(text);
    }

    private <T> T scalar(String key, Function<String, T> notation, String expected) {
        if (!has(key)) {
            faults.add(place, "Thiếu «" + key + "».");
            return null;
        }
        if (values.get(key) instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            try {
                return notation.apply(scalar.getValue().strip());
            } catch (DateTimeException | NumberFormatException e) {
                fault(key, "«" + key + ": " + scalar.getValue() + "» phải là " + expected + ".");
                return null;
            }
        }
        fault(key, "«" + key + "» phải là " + expected + ".");
        return null;
    }

    /**
     * Vietnamese words of a notation and what they mean, in the order in which to name them.
     *
     * @param words word and meaning in turn
     */
    @SuppressWarnings("unchecked") // the callers alternate words and meanings
    public static <T> Map<String, T> words(Object... words) {
        Map<String, T> ordered = new LinkedHashMap<>();
        for (int i = 0; i < words.length; i += 2) {
            ordered.put((String) words[i], (T) words[i + 1]);
        }
        return Collections.unmodifiableMap(ordered);
    }

    /** What a word means; {@code null}, and told, when it is none of these. */
    public <T> T meaning(String key, Map<String, T> words) {
        String word = text(key);
        T meaning = word == null ? null : words.get(word);
        if (word != null && meaning == null) {
            fault(key, "«" + key + ": " + word + "» phải là một trong: " + String.join(", ", words.keySet()) + ".");
        }
        return meaning;
    }

    /** As {@link #meaning(String, Map)}, of a key that may be left out. */
    public <T> T meaning(String key, Map<String, T> words, T otherwise) {
        return has(key) ? meaning(key, words) : otherwise;
    }

    /** A name of a form, of no more than 80 characters; {@code null}, and told, when it is not. */
    public String formed(String key, Pattern form, String told) {
        String text = text(key);
        if (text != null && (text.length() > LONGEST_NAME || !form.matcher(text).matches())) {
            fault(key, "«" + key + ": " + text + "» phải là " + told + ".");
            return null;
        }
        return text;
    }

    /** A text that people read; too long is told. */
    public String told(String key, int longest) {
        String text = text(key);
        if (text != null && text.length() > longest) {
            fault(key, "«" + key + "» dài quá " + longest + " chữ.");
        }
        return text;
    }

    /** A mapping, {@code null} when there is none. */
    public YamlMap map(String key) {
        if (!has(key)) {
            faults.add(place, "Thiếu «" + key + "».");
            return null;
        }
        return of(values.get(key), faults);
    }

    /** Whether a key holds a mapping. */
    public boolean isMap(String key) {
        return has(key) && values.get(key) instanceof MappingNode;
    }

    /** A list of mappings; empty when there is none. */
    public List<YamlMap> maps(String key) {
        List<YamlMap> maps = new ArrayList<>();
        for (Node element : elements(key)) {
            YamlMap map = of(element, faults);
            if (map != null) {
                maps.add(map);
            }
        }
        return maps;
    }

    /** One text or a list of texts; empty when there is none. */
    public List<String> texts(String key) {
        if (has(key) && values.get(key) instanceof ScalarNode) {
            String one = text(key);
            return one == null ? List.of() : List.of(one);
        }
        List<String> texts = new ArrayList<>();
        for (Node element : elements(key)) {
            if (element instanceof ScalarNode scalar) {
                texts.add(scalar.getValue());
            } else {
                faults.add(placeOf(element), "Ở đây cần chữ.");
            }
        }
        return texts;
    }

    private List<Node> elements(String key) {
        if (!has(key)) {
            return List.of();
        }
        if (values.get(key) instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        fault(key, "«" + key + "» phải là danh sách.");
        return List.of();
    }

    /** Refuses keys nobody asked for: a misspelt key must not be a rule that silently does not hold. */
    public void finish() {
        keys.forEach((key, at) -> {
            if (!asked.contains(key)) {
                faults.add(
                        at,
                        "Không có khóa «" + key + "» ở đây; các khóa dùng được: "
                                + String.join(", ", asked.stream().sorted().toList()) + ".");
            }
        });
    }
}
