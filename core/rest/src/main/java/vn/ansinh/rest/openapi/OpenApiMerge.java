package vn.ansinh.rest.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;

/**
 * Puts OpenAPI documents together. Two bundles may use the same name for different things, so operations and schemas get
 * their bundle's name in front: {@code btxh.ImportRequest}.
 */
final class OpenApiMerge {

    private static final String REFERENCE = "$ref";
    private static final String SCHEMAS = "#/components/schemas/";
    private static final String PROBLEM = "Problem";

    private final ObjectNode document;
    private final ObjectNode paths;
    private final ObjectNode schemas;

    OpenApiMerge(ObjectMapper json) {
        document = json.createObjectNode();
        document.put("openapi", "3.0.1");
        document.putObject("info").put("title", "An Sinh").put("version", "v1");
        document.putArray("servers").addObject().put("url", "/api/v1");
        document.putArray("security").addObject().putArray("account");
        paths = document.putObject("paths");
        ObjectNode components = document.putObject("components");
        components
                .putObject("securitySchemes")
                .putObject("account")
                .put("type", "http")
                .put("scheme", "basic");
        schemas = components.putObject("schemas");
        ObjectNode problem = schemas.putObject(PROBLEM);
        problem.put("type", "object").put("description", "RFC 9457; detail is Vietnamese, code is stable");
        ObjectNode properties = problem.putObject("properties");
        for (String name : new String[] {"type", "title", "detail", "code", "instance"}) {
            properties.putObject(name).put("type", "string");
        }
        properties.putObject("status").put("type", "integer");
    }

    void add(String prefix, ObjectNode part) {
        mendMonths(part);
        rename(part, prefix);
        part.path("components")
                .path("schemas")
                .properties()
                .forEach(schema -> schemas.set(prefix + "." + schema.getKey(), schema.getValue()));
        for (Map.Entry<String, JsonNode> path : part.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                if (operation.getValue() instanceof ObjectNode node && node.has("responses")) {
                    complete(node, prefix);
                }
            }
            paths.set(path.getKey(), path.getValue());
        }
    }

    ObjectNode document() {
        return document;
    }

    private static void complete(ObjectNode operation, String prefix) {
        if (operation.has("operationId")) {
            operation.put(
                    "operationId", prefix + "." + operation.get("operationId").asText());
        }
        operation
                .withObjectProperty("responses")
                .putObject("4XX")
                .put("description", "Problem")
                .putObject("content")
                .putObject("application/problem+json")
                .putObject("schema")
                .put(REFERENCE, SCHEMAS + PROBLEM);
    }

    /** The generator takes a month for an object with properties; the API writes it as {@code 2026-11}. */
    private static void mendMonths(JsonNode node) {
        if (node instanceof ObjectNode object && node.path("properties").has("leapYear")) {
            object.removeAll();
            object.put("type", "string").put("pattern", "^\\d{4}-\\d{2}$").put("example", "2026-11");
        }
        node.forEach(OpenApiMerge::mendMonths);
    }

    private static void rename(JsonNode node, String prefix) {
        if (node instanceof ObjectNode object && object.get(REFERENCE) instanceof TextNode reference) {
            String text = reference.asText();
            if (text.startsWith(SCHEMAS)) {
                object.put(REFERENCE, SCHEMAS + prefix + "." + text.substring(SCHEMAS.length()));
            }
        }
        node.forEach(child -> rename(child, prefix));
    }
}
