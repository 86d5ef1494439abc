package vn.ansinh.itest.browser;

import static org.junit.jupiter.api.Assertions.fail;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import vn.ansinh.itest.RunningDistribution;

/**
 * One running distribution and one Chromium for all browser tests, given to them as parameters. Without Chromium the tests
 * are skipped, which is said loudly; with {@code -Dbrowser.required=true} they fail.
 */
public final class Browsing implements ExecutionCondition, ParameterResolver {

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(Browsing.class);
    private static final Path CHROMIUM = Path.of(System.getProperty("browser.path", "/usr/bin/chromium"));
    private static final double PATIENCE_MILLIS = 60_000;

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (Files.isExecutable(CHROMIUM)) {
            return ConditionEvaluationResult.enabled("Chromium is there");
        }
        if (Boolean.getBoolean("browser.required")) {
            fail("browser.required=true, but there is no Chromium at " + CHROMIUM
                    + "; install it, or tell where it is with -Dbrowser.path=…");
        }
        String line = "#".repeat(100);
        System.err.printf(
                "%n%s%n#%n#   THE BROWSER TESTS ARE SKIPPED: there is no Chromium at %s%n"
                        + "#   Install it (apt-get install chromium), or tell where it is: -Dbrowser.path=/path/to/chromium%n"
                        + "#   With -Dbrowser.required=true this is a failure.%n#%n%s%n%n",
                line, CHROMIUM, line);
        return ConditionEvaluationResult.disabled("no Chromium at " + CHROMIUM);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == RunningDistribution.class || type == BrowserContext.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        ExtensionContext.Store store = context.getRoot().getStore(NAMESPACE);
        if (parameter.getParameter().getType() == RunningDistribution.class) {
            return store.getOrComputeIfAbsent("server", key -> new Server(), Server.class).distribution;
        }
        Chromium chromium = store.getOrComputeIfAbsent("chromium", key -> new Chromium(), Chromium.class);
        BrowserContext session = chromium.newSession();
        context.getStore(NAMESPACE).put(session, (ExtensionContext.Store.CloseableResource) session::close);
        return session;
    }

    /** Stopped at the end of the JVM's tests. */
    private static final class Server implements ExtensionContext.Store.CloseableResource {

        private final RunningDistribution distribution;

        private Server() {
            try {
                distribution = RunningDistribution.start("browser");
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() throws Exception {
            distribution.close();
        }
    }

    /** The browser; sessions share nothing. */
    private static final class Chromium implements ExtensionContext.Store.CloseableResource {

        private final Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        private final Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        // its sandbox does not work for root, and it sees our own pages only
                        .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));

        private BrowserContext newSession() {
            BrowserContext session = browser.newContext(new Browser.NewContextOptions()
                    .setViewportSize(1366, 768)
                    .setLocale("vi-VN")
                    .setTimezoneId("Asia/Ho_Chi_Minh")
                    .setAcceptDownloads(true));
            session.setDefaultTimeout(PATIENCE_MILLIS);
            return session;
        }

        @Override
        public void close() {
            browser.close();
            playwright.close();
        }
    }
}
