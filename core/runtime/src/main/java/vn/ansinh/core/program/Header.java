package vn.ansinh.core.program;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A header of a bundle's manifest, taken apart: {@code a;b;version="[1,2)";resolution:=optional, c}. */
final class Header {

    /**
     * One clause.
     *
     * @param names what it is about
     * @param attributes {@code name=value}; a type behind the name ({@code version:Version}) is left out
     * @param directives {@code name:=value}
     */
    record Clause(List<String> names, Map<String, String> attributes, Map<String, String> directives) {

        String directive(String name, String otherwise) {
            return directives.getOrDefault(name, otherwise);
        }
    }

    private Header() {}

    /** @param text may be {@code null} @throws IllegalArgumentException when quotes are left open */
    static List<Clause> clauses(String text) {
        List<Clause> clauses = new ArrayList<>();
        if (text == null || text.isBlank()) {
            return clauses;
        }
        for (String clause : split(text, ',')) {
            List<String> names = new ArrayList<>();
            Map<String, String> attributes = new LinkedHashMap<>();
            Map<String, String> directives = new LinkedHashMap<>();
            for (String part : split(clause, ';')) {
                int directive = part.indexOf(":=");
                int attribute = part.indexOf('=');
                if (directive > 0 && directive + 1 == attribute) {
                    directives.put(part.substring(0, directive).strip(), unquoted(part.substring(attribute + 1)));
                } else if (attribute > 0) {
                    String name = part.substring(0, attribute).strip().replaceFirst(":.*", "");
                    attributes.put(name, unquoted(part.substring(attribute + 1)));
                } else if (!part.isBlank()) {
                    names.add(part.strip());
                }
            }
            clauses.add(new Clause(names, attributes, directives));
        }
        return clauses;
    }

    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                parts.add(text.substring(from, i));
                from = i + 1;
            }
        }
        if (quoted) {
            throw new IllegalArgumentException("A quote is left open in: " + text);
        }
        parts.add(text.substring(from));
        return parts;
    }

    private static String unquoted(String value) {
        String text = value.strip();
        return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1)
                : text;
    }
}
