package vn.ansinh.core.document.draft;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.ansinh.api.document.Papers.Field;
import vn.ansinh.api.document.Papers.Paper;
import vn.ansinh.core.document.draft.PaperText.Block;
import vn.ansinh.core.document.draft.PaperText.Column;
import vn.ansinh.core.document.draft.PaperText.Kind;
import vn.ansinh.core.extender.Faults;
import vn.ansinh.core.extender.FileRefusedException;
import vn.ansinh.core.extender.YamlMap;

/** Reads {@code ANSINH-INF/paper/*.yaml}. */
final class PaperParser {

    /** A field in a text. */
    static final Pattern FIELD = Pattern.compile("\\{([^{}]*)\\}");

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

    private final Faults faults;
    private final List<Field> fields = new ArrayList<>();
    private final Set<String> known = new HashSet<>(PaperText.HEAD.keySet());

    private PaperParser(Faults faults) {
        this.faults = faults;
    }

    /** @throws FileRefusedException with everything that is wrong */
    static PaperText read(String source, String file) {
        Faults faults = new Faults(file);
        YamlMap root = YamlMap.read(source, file, faults);
        PaperText paper = root == null ? null : new PaperParser(faults).paper(root);
        faults.refuse();
        return paper;
    }

    private PaperText paper(YamlMap root) {
        String code = root.text("ma");
        if (code != null && !CODE.matcher(code).matches()) {
            root.fault("ma", "«" + code + "» phải gồm chữ thường không dấu, chữ số, nối bằng gạch ngang.");
        }
        String name = root.text("ten");
        String numbered = root.text("so", null);
        boolean headed = !root.has("quoc-hieu") || root.flag("quoc-hieu");
        fields(root, "bat-buoc", true);
        fields(root, "khong-bat-buoc", false);
        if (root.has("lap")) {
            YamlMap lists = root.map("lap");
            for (String list : lists == null ? List.<String>of() : lists.names()) {
                YamlMap columns = lists.map(list);
                for (String column : columns == null ? List.<String>of() : columns.names()) {
                    add(columns, column, list + "." + column, columns.text(column), true);
                }
            }
        }
        List<Block> blocks = root.maps("noi-dung").stream().map(this::block).toList();
        if (blocks.isEmpty()) {
            faults.add(root.place(), "Thiếu «noi-dung».");
        }
        root.finish();
        return faults.count() > 0
                ? null
                : new PaperText(new Paper(code, name, numbered, fields), headed, List.copyOf(blocks));
    }

    private void fields(YamlMap root, String key, boolean required) {
        if (root.has(key)) {
            YamlMap map = root.map(key);
            for (String name : map == null ? List.<String>of() : map.names()) {
                add(map, name, name, map.text(name), required);
            }
        }
    }

    private void add(YamlMap map, String key, String name, String meaning, boolean required) {
        for (String part : name.split("\\.")) {
            if (!NAME.matcher(part).matches()) {
                map.fault(key, "«" + part + "» phải gồm chữ thường không dấu, chữ số, gạch dưới.");
            }
        }
        if (!known.add(name)) {
            map.fault(key, "Trường «" + name + "» đã có.");
        } else if (meaning != null) {
            fields.add(new Field(name, meaning, required && !name.contains("."), name.contains(".")));
        }
    }

    private Block block(YamlMap map) {
        for (Kind kind : Kind.values()) {
            if (map.has(kind.key())) {
                Block block = switch (kind) {
                    case TABLE -> table(map);
                    case SIGNED_BOTH -> new Block(kind, fielded(map, kind.key()), fielded(map, "ben-phai"), List.of());
                    default -> new Block(kind, fielded(map, kind.key()), null, List.of());
                };
                map.finish();
                return block;
            }
        }
        faults.add(
                map.place(),
                "Ở đây cần một trong: tieu-de, trich-yeu, giua, can-cu, doan, dong, bang, ky, ky-hai-ben.");
        return new Block(Kind.LINE, "", null, List.of());
    }

    /** A text all of whose fields are known. */
    private String fielded(YamlMap map, String key) {
        String text = map.text(key);
        if (text == null) {
            return "";
        }
        Matcher named = FIELD.matcher(text);
        while (named.find()) {
            if (!known.contains(named.group(1)) || named.group(1).contains(".")) {
                map.fault(key, "Không có trường «" + named.group(1) + "».");
            }
        }
        return text;
    }

    private Block table(YamlMap map) {
        String list = map.text("bang");
        List<Column> columns = new ArrayList<>();
        for (YamlMap column : map.maps("cot")) {
            String field = column.text("truong");
            if (field != null && !known.contains(list + "." + field)) {
                column.fault("truong", "Danh sách «" + list + "» không có cột «" + field + "».");
            }
            Integer width = column.integer("rong");
            columns.add(new Column(column.text("ten"), field, width == null ? 10 : width, align(column)));
            column.finish();
        }
        if (columns.isEmpty()) {
            map.fault("bang", "Bảng cần «cot».");
        }
        return new Block(Kind.TABLE, list, null, List.copyOf(columns));
    }

    private static String align(YamlMap column) {
        String said = column.text("canh", "trai");
        return switch (said) {
            case "trai" -> "left";
            case "giua" -> "center";
            case "phai" -> "right";
            default -> {
                column.fault("canh", "«canh» phải là trai, giua hoặc phai.");
                yield "left";
            }
        };
    }
}
