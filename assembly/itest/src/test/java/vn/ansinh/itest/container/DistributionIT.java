package vn.ansinh.itest.container;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.inject.Inject;
import javax.sql.DataSource;
import org.junit.Test;
import org.ops4j.pax.exam.util.Filter;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import vn.ansinh.api.transaction.Schema;

/** What a newcomer gets: all bundles run, the database answers, the first page is there. */
public class DistributionIT extends ContainerTest {

    @Inject
    @Filter("(name=ansinh)")
    private DataSource database;

    @Inject
    @Filter("(schema=ansinh)")
    private Schema core;

    @Test
    public void everyBundleRuns() throws Exception {
        // the test harness brings bundles of its own, which may still be on their way up
        await("every bundle runs", () -> idle().isEmpty());
    }

    @Test
    public void theDatabaseAnswersAndTheCoresTablesAreThere() throws Exception {
        try (Connection connection = database.getConnection()) {
            assertTrue(connection.isValid(5));
        }
        assertEquals("ansinh", core.name());
    }

    @Test
    public void theFirstPageAnswersWithItsFrontEnd() throws Exception {
        await("a page at /", () -> get("/").statusCode() == 200);
        String script = get("/").body().replaceAll("(?s).*?(VAADIN/build/[^\"']+\\.js).*", "$1");
        assertEquals(
                "the page names a script that is there: " + script,
                200,
                get("/" + script).statusCode());
    }

    /** What IT asks at night: one answer for the balancer, monitoring, the page, and a file in etc/ that nobody reads. */
    @Test
    public void theServerTellsHowItIs() throws Exception {
        await("ready", () -> get("/health/ready").statusCode() == 200);
        await("what a newcomer gets is good", () -> troubles().isEmpty());
        String metrics = get("/metrics/").body();
        for (String name : List.of(
                "ansinh_check{check=\"database\"} 0.0",
                "ansinh_pool_connections{pool=\"ansinh\",state=\"waiting\"}",
                "ansinh_http_requests_seconds_count{",
                "jvm_memory_used_bytes{")) {
            assertTrue(name + " in\n" + metrics, metrics.contains(name));
        }
        HttpRequest fromElsewhere = HttpRequest.newBuilder(URI.create(address() + "/metrics/"))
                .header("X-Forwarded-For", "10.1.2.3")
                .header("X-Forwarded-Proto", "https")
                .build();
        assertEquals(
                "without a token only from this machine",
                401,
                HttpClient.newHttpClient()
                        .send(fromElsewhere, HttpResponse.BodyHandlers.discarding())
                        .statusCode());

        Path nobodyReads = Path.of(System.getProperty("karaf.etc"), "vn.ansinh.sai-ten.cfg");
        Files.writeString(nobodyReads, "workers = 2\n");
        try {
            await(
                    "the file is told",
                    () -> check("configuration").path("state").asText().contains("etc/vn.ansinh.sai-ten.cfg"));
        } finally {
            Files.delete(nobodyReads);
        }
        await(
                "the file is forgotten",
                () -> !check("configuration").path("state").asText().contains("sai-ten"));
    }

    private static JsonNode check(String id) throws Exception {
        for (JsonNode check : rest().get("/operation")) {
            if (check.path("id").asText().equals(id)) {
                return check;
            }
        }
        throw new AssertionError("no check " + id);
    }

    /** What is out of order of that which does not depend on the machine or on other tests. */
    private static List<String> troubles() throws Exception {
        List<String> troubles = new ArrayList<>();
        for (String id : List.of("database", "pool", "audit-seal", "clock", "doors", "version")) {
            JsonNode check = check(id);
            if (!check.path("level").asText().equals("GOOD")) {
                troubles.add(check.toString());
            }
        }
        return troubles;
    }

    private List<String> idle() {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null)
                .filter(bundle -> bundle.getState() != Bundle.ACTIVE && bundle.getState() != Bundle.STARTING)
                .map(Bundle::getSymbolicName)
                .filter(name -> !name.equals("org.ops4j.pax.web.pax-web-compatibility-annotation"))
                .toList();
    }
}
