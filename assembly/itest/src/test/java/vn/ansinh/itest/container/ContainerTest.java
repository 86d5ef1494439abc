package vn.ansinh.itest.container;

import static org.ops4j.pax.exam.CoreOptions.environment;
import static org.ops4j.pax.exam.CoreOptions.systemProperty;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.keepRuntimeFolder;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.logLevel;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import javax.inject.Inject;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.karaf.options.LogLevelOption;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerSuite;
import org.osgi.framework.BundleContext;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Accounts;
import vn.ansinh.api.access.Accounts.Account;
import vn.ansinh.api.access.Caller;
import vn.ansinh.itest.PaymentTable;
import vn.ansinh.itest.Province;
import vn.ansinh.itest.RestClient;

/** The distribution as it is delivered, on free ports and with a data directory of its own. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerSuite.class)
public abstract class ContainerTest {

    /** Of the accounts {@code admin} and {@code kiem-tra}. */
    protected static final String PASSWORD = "Thu-nghiem-2026!";

    private static final String PORT = "ansinh.test.port";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static final String CHECKER = "kiem-tra";
    private static boolean checkerIsThere;

    @Inject
    protected Access access;

    @Inject
    private Accounts accounts;

    /** The test's own bundle context. */
    @Inject
    protected BundleContext context;

    /** What is changed of the delivered distribution: ports, the data directory, the first password; nothing else. */
    @Configuration
    public Option[] distribution() throws IOException {
        String httpPort = freePort();
        return new Option[] {
            karafDistributionConfiguration()
                    .frameworkUrl(new File(System.getProperty("distribution.archive"))
                            .toURI()
                            .toString())
                    .unpackDirectory(new File("target/exam"))
                    .useDeployFolder(false)
                    .runEmbedded(false),
            keepRuntimeFolder(),
            configureConsole().ignoreLocalConsole().ignoreRemoteShell(),
            logLevel(LogLevelOption.LogLevel.INFO),
            systemProperty(PORT).value(httpPort),
            // as bin/setenv does
            systemProperty("user.timezone").value("Asia/Ho_Chi_Minh"),
            environment("ANSINH_ADMIN_PASSWORD=" + PASSWORD),
            systemProperty("sample.directory")
                    .value(PaymentTable.SAMPLES.toAbsolutePath().toString()),
            systemProperty("java.policy").value(new File(System.getProperty("java.policy")).getAbsolutePath()),
            systemProperty("example.program").value(new File(System.getProperty("example.program")).getAbsolutePath()),
            systemProperty("report.page").value(new File("../../docs/lap-trinh/bao-cao.md").getAbsolutePath()),
            systemProperty("hotplug.cycles").value(System.getProperty("hotplug.cycles", "5")),
            editConfigurationFilePut("etc/org.ops4j.pax.web.cfg", "org.osgi.service.http.port", httpPort),
            editConfigurationFilePut("etc/org.apache.karaf.shell.cfg", "sshPort", freePort()),
            editConfigurationFilePut("etc/org.apache.karaf.management.cfg", "rmiRegistryPort", freePort()),
            editConfigurationFilePut("etc/org.apache.karaf.management.cfg", "rmiServerPort", freePort()),
            editConfigurationFilePut(
                    "etc/vn.ansinh.database.cfg",
                    "data.directory",
                    ThrowAwayData.directory().toString())
        };
    }

    /** An integrator's program, signed in as the administrator. */
    protected static RestClient rest() {
        return new RestClient(address(), "admin", PASSWORD);
    }

    /** A second official, who may do what the first one proposes; the account is made when it is first asked for. */
    protected RestClient checker() throws Exception {
        if (!checkerIsThere) {
            access.callAs(Caller.SYSTEM, () -> {
                String first = accounts.add(new Account(CHECKER, "Người kiểm tra", 0, Set.of("*")));
                Caller caller =
                        access.authenticate(CHECKER, first.toCharArray()).orElseThrow();
                return access.callAs(caller, () -> {
                    access.changePassword(first.toCharArray(), PASSWORD.toCharArray());
                    return null;
                });
            });
            checkerIsThere = true;
        }
        return new RestClient(address(), CHECKER, PASSWORD);
    }

    /** A province with two officials, and the packs that came along activated by the second. */
    protected Province province() throws Exception {
        await(
                "the program's endpoints",
                () -> get("/api/v1/programs/btxh/imports/template").statusCode() == 401);
        await("the pack in policies/, which comes after those that it amends", ContainerTest::packsAreThere);
        Province province = new Province(rest(), checker());
        province.activatePacks();
        return province;
    }

    private static boolean packsAreThere() throws IOException, InterruptedException {
        for (JsonNode state : rest().get("/policies")) {
            if (state.path("file").asText().startsWith("policies/")
                    && !state.path("stage").asText().equals("REFUSED")) {
                return true;
            }
        }
        return false;
    }

    /** Where the distribution answers, without a slash at the end. */
    protected static String address() {
        return "http://127.0.0.1:" + System.getProperty(PORT);
    }

    /** The answer to a GET. */
    protected static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI address = URI.create(address() + path);
        return HTTP.send(
                HttpRequest.newBuilder(address).timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Waits until a condition holds; fails with what it was waiting for if it never does. */
    protected static void await(String what, Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Exception last = null;
        while (System.nanoTime() < deadline) {
            try {
                if (condition.call()) {
                    return;
                }
            } catch (IOException e) {
                last = e;
            }
            Thread.sleep(250);
        }
        throw new AssertionError("Waited in vain: " + what, last);
    }

    private static String freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return Integer.toString(socket.getLocalPort());
        }
    }
}
