package vn.ansinh.itest.container;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.sql.Connection;
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

    private List<String> idle() {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null)
                .filter(bundle -> bundle.getState() != Bundle.ACTIVE && bundle.getState() != Bundle.STARTING)
                .map(Bundle::getSymbolicName)
                .filter(name -> !name.equals("org.ops4j.pax.web.pax-web-compatibility-annotation"))
                .toList();
    }
}
