package vn.ansinh.rest.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

/** Two bundles with a schema and an operation of the same name live side by side. */
class OpenApiMergeTest {

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void namesDoNotClash() throws Exception {
        OpenApiMerge merge = new OpenApiMerge(json);
        merge.add("rest", part("/persons", "integer"));
        merge.add("btxh", part("/btxh/imports", "string"));
        JsonNode document = merge.document();

        assertEquals(
                "btxh.list",
                document.at("/paths/~1btxh~1imports/get/operationId").asText());
        assertEquals(
                "#/components/schemas/rest.Item",
                document.at("/paths/~1persons/get/responses/default/content/application~1json/schema/$ref")
                        .asText());
        assertEquals(
                "integer",
                document.at("/components/schemas/rest.Item/properties/id/type").asText());
        assertEquals(
                "string",
                document.at("/components/schemas/btxh.Item/properties/id/type").asText());
        assertEquals(
                "string",
                document.at("/components/schemas/btxh.Item/properties/month/type")
                        .asText());
        assertEquals(
                "#/components/schemas/Problem",
                document.at("/paths/~1persons/get/responses/4XX/content/application~1problem+json/schema/$ref")
                        .asText());
    }

    private ObjectNode part(String path, String idType) throws Exception {
        return (ObjectNode) json.readTree("""
                {"paths": {"%s": {"get": {"operationId": "list", "responses": {"default": {"content":
                  {"application/json": {"schema": {"$ref": "#/components/schemas/Item"}}}}}}}},
                 "components": {"schemas": {"Item": {"type": "object", "properties": {"id": {"type": "%s"},
                   "month": {"type": "object", "properties": {"leapYear": {"type": "boolean"}}}}}}}}
                """.formatted(path, idType));
    }
}
