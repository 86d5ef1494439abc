package vn.ansinh.itest.container;

import static org.ops4j.pax.exam.CoreOptions.environment;
import static org.ops4j.pax.exam.CoreOptions.systemProperty;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.keepRuntimeFolder;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.logLevel;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
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
import vn.ansinh.itest.PaymentTable;

/** The distribution as it is delivered, on free ports and with a data directory of its own. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerSuite.class)
public abstract class ContainerTest {

    /** Of the accounts {@code admin} and {@code kiem-tra}. */
    protected static final String PASSWORD = "Thu-nghiem-2026!";

    private static final String PORT = "ansinh.test.port";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

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
            environment("ANSINH_ADMIN_PASSWORD=" + PASSWORD),
            environment("ANSINH_DEMO=true"),
            systemProperty("sample.directory")
                    .value(PaymentTable.SAMPLES.toAbsolutePath().toString()),
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
