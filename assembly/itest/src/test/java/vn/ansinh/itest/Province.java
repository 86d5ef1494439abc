package vn.ansinh.itest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the province of Hà Tĩnh does over REST. Needs no test framework: it also runs inside the container. */
public final class Province {

    static final String CODE = "42";
    static final String MONTH = "2026-11";
    private static final String PROGRAM = "btxh";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final RestClient rest;
    private final RestClient checker;

    /**
     * @param rest signed in as who drafts
     * @param checker signed in as somebody else, who closes
     */
    public Province(RestClient rest, RestClient checker) {
        this.rest = rest;
        this.checker = checker;
    }

    /**
     * The second official activates the packs that wait, one that amends another after that other. What was activated before
     * stays as it is.
     */
    public void activatePacks() throws IOException, InterruptedException {
        List<JsonNode> left = new ArrayList<>();
        rest.get("/policies").forEach(left::add);
        left.removeIf(pack -> !pack.path("stage").asText().equals("DRAFT"));
        String refused = "";
        for (int before = left.size() + 1; !left.isEmpty(); ) {
            if (left.size() == before) {
                throw new AssertionError("These packs do not go together: " + refused);
            }
            before = left.size();
            for (JsonNode pack : List.copyOf(left)) {
                try {
                    checker.post(address(pack) + "/activate", Map.of());
                    left.remove(pack);
                } catch (AssertionError conflict) {
                    refused = conflict.getMessage();
                }
            }
        }
    }

    private static String address(JsonNode pack) {
        return "/policies/" + pack.path("pack").path("pack").asText() + "/"
                + pack.path("pack").path("version").asInt();
    }

    /** Hands a list in, paid through October, and waits until it is checked. @return the import as it then stands */
    public JsonNode check(Path list) throws IOException, InterruptedException {
        return check(list, CODE, "2026-10");
    }

    /** Hands a list in and waits until it is checked. @param paidThrough last month paid elsewhere */
    JsonNode check(Path list, String unit, String paidThrough) throws IOException, InterruptedException {
        JsonNode accepted = rest.upload(
                "/programs/btxh/imports",
                XLSX,
                list,
                "unit",
                unit,
                "paidThrough",
                paidThrough,
                "name",
                list.getFileName());
        done(rest.await(accepted.path("job").asLong()));
        return rest.get("/programs/btxh/imports/" + accepted.path("id").asLong());
    }

    /** Writes the right rows of a checked list. @return what was written */
    public JsonNode commit(JsonNode checked) throws IOException, InterruptedException {
        long id = checked.path("id").asLong();
        done(rest.await(rest.post("/programs/btxh/imports/" + id + "/commit", Map.of())
                .path("job")
                .asLong()));
        return rest.get("/programs/btxh/imports/" + id).path("written");
    }

    /** Asks for the month's payrolls of all communes. @return the job */
    public long run() throws IOException, InterruptedException {
        return rest.post("/payroll/runs", Map.of("program", PROGRAM, "unit", CODE, "month", MONTH))
                .path("job")
                .asLong();
    }

    /** Runs the month and waits for it. @return the job's result */
    public JsonNode runAndWait() throws IOException, InterruptedException {
        return done(rest.await(run())).path("result");
    }

    /** The month's payrolls of all communes. */
    public List<JsonNode> payrolls() throws IOException, InterruptedException {
        List<JsonNode> payrolls = new ArrayList<>();
        rest.get("/payroll", "program", PROGRAM, "unit", CODE, "month", MONTH).forEach(payrolls::add);
        return payrolls;
    }

    /** Every line of a payroll. */
    public List<JsonNode> lines(JsonNode payroll) throws IOException, InterruptedException {
        List<JsonNode> lines = new ArrayList<>();
        String cursor = null;
        do {
            JsonNode page = cursor == null
                    ? rest.get("/payroll/" + payroll.path("id").asLong() + "/lines", "limit", 500)
                    : rest.get("/payroll/" + payroll.path("id").asLong() + "/lines", "limit", 500, "cursor", cursor);
            page.path("lines").forEach(lines::add);
            cursor = page.path("next").isNull() ? null : page.path("next").asText();
        } while (cursor != null);
        return lines;
    }

    /** An official confirms every provisional value, each with its issue of the Công báo. */
    public void confirmEverything() throws IOException, InterruptedException {
        for (JsonNode value : rest.get("/payroll/provisional", "program", PROGRAM)) {
            if (value.path("gazetteReference").isNull()) {
                rest.post(
                        "/payroll/provisional/confirm",
                        Map.of(
                                "pack", value.path("pack").path("pack").asText(),
                                "version", value.path("pack").path("version").asInt(),
                                "value", value.path("value").path("id").asText(),
                                "gazetteReference", "Công báo số 1101+1102 ngày 30/8/2026"));
            }
        }
    }

    /** Somebody else than who drafted them closes payrolls as they were just read. */
    public JsonNode close(List<JsonNode> payrolls) throws IOException, InterruptedException {
        List<Map<String, Long>> reviewed = payrolls.stream()
                .map(payroll -> Map.of(
                        "payrollId", payroll.path("id").asLong(),
                        "runId", payroll.path("runId").asLong()))
                .toList();
        return checker.post("/payroll/close", Map.of("reviewed", reviewed));
    }

    /** Sum of a field over payrolls. */
    public static long sum(List<JsonNode> rows, String field) {
        return rows.stream().mapToLong(row -> row.path(field).asLong()).sum();
    }

    private static JsonNode done(JsonNode job) {
        if (!job.path("state").asText().equals("DONE")) {
            throw new AssertionError("The job did not end well: " + job);
        }
        return job;
    }
}
