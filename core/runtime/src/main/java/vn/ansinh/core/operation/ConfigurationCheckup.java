package vn.ansinh.core.operation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.api.operation.Check;
import vn.ansinh.api.operation.Check.Level;
import vn.ansinh.api.operation.Checkup;
import vn.ansinh.api.operation.ConfigurationFile;
import vn.ansinh.core.access.AccessSettings;
import vn.ansinh.core.document.DocumentSettings;
import vn.ansinh.core.job.JobSettings;
import vn.ansinh.core.job.Rounds;
import vn.ansinh.core.report.query.ReportLimits;

/**
 * Compares the files in {@code etc/} with what their readers declare: unknown keys, bad values, files that nobody reads. Told on the
 * page, and once each on the console and in the log.
 */
public final class ConfigurationCheckup implements Checkup {

    private static final Logger LOG = LoggerFactory.getLogger(ConfigurationCheckup.class);
    private static final String OURS = "(service.pid=vn.ansinh.*)";
    /** Files of connectors lie there before these are installed, and after they have gone. */
    private static final String OF_CONNECTORS = "vn.ansinh.connector.";

    /** Bundles that start after the core declare their files a little later. */
    private static final Duration SETTLED = Duration.ofSeconds(20);

    private static final Duration AGAIN = Duration.ofSeconds(60);

    private final BundleContext context;
    private final ConfigurationAdmin configurations;
    private final List<ConfigurationFile> own;
    private final Set<String> told = new LinkedHashSet<>();
    private Rounds rounds;

    /** With the files that the core reads itself, and those of others that people change. */
    public static ConfigurationCheckup ofCore(BundleContext context, ConfigurationAdmin configurations) {
        return new ConfigurationCheckup(
                context,
                configurations,
                List.of(AccessSettings.FILE, JobSettings.FILE, ReportLimits.FILE, DocumentSettings.FILE, Doors.WEB));
    }

    /** @param own files that nobody publishes */
    ConfigurationCheckup(BundleContext context, ConfigurationAdmin configurations, List<ConfigurationFile> own) {
        this.context = context;
        this.configurations = configurations;
        this.own = own;
    }

    /** Begins to tell. */
    public void init() {
        rounds = Rounds.begin(
                "ansinh-configuration",
                SETTLED,
                AGAIN,
                this::tell,
                e -> LOG.warn("The configuration cannot be checked", e));
    }

    /** Tells no more. */
    public void destroy() {
        rounds.end();
    }

    private void tell() {
        List<String> faults = find().all();
        told.retainAll(faults);
        for (String fault : faults) {
            if (told.add(fault)) {
                LOG.error("Configuration: {}", fault);
                System.err.println("AN SINH: " + fault);
            }
        }
    }

    @Override
    public List<Check> look() {
        Found found = find();
        List<String> faults = found.all();
        return List.of(
                new Check(
                        "configuration",
                        "Cấu hình",
                        faults.isEmpty() ? Level.GOOD : found.wrong().isEmpty() ? Level.WARNING : Level.ERROR,
                        faults.isEmpty() ? "Mọi khóa trong etc/ đều đúng." : String.join(" ", faults),
                        faults.isEmpty()
                                ? ""
                                : "Sửa tệp đã nêu; mỗi khóa được giải thích ngay trong tệp. Khóa sai đang được thay bằng giá trị mặc định."));
    }

    /**
     * One sentence a file.
     *
     * @param wrong with their keys
     * @param unread files that nobody reads: a name mistyped
     */
    private record Found(List<String> wrong, List<String> unread) {

        List<String> all() {
            return Stream.concat(wrong.stream(), unread.stream()).toList();
        }
    }

    private Found find() {
        Map<String, ConfigurationFile> files = declared();
        Found found = new Found(new ArrayList<>(), new ArrayList<>());
        for (Configuration configuration : present(files.keySet())) {
            ConfigurationFile file = files.get(configuration.getPid());
            if (file == null && configuration.getPid().startsWith(OF_CONNECTORS)) {
                continue;
            }
            if (file == null) {
                found.unread()
                        .add(
                                "etc/" + fileName(configuration.getPid())
                                        + ".cfg: không phần nào đang chạy đọc tệp này; sai tên tệp, hoặc chương trình của nó chưa cài.");
                continue;
            }
            List<String> wrong = file.read(configuration.getProperties()).faults();
            if (!wrong.isEmpty()) {
                found.wrong().add(file.path() + ": " + String.join("; ", wrong) + ".");
            }
        }
        return found;
    }

    /** The framework takes a dash in a file's name for the name of one of several, and writes it so. */
    private static String fileName(String pid) {
        return pid.replace('~', '-');
    }

    private Map<String, ConfigurationFile> declared() {
        Map<String, ConfigurationFile> files = new TreeMap<>();
        own.forEach(file -> files.put(file.pid(), file));
        try {
            Collection<ServiceReference<ConfigurationFile>> references =
                    context.getServiceReferences(ConfigurationFile.class, null);
            for (ServiceReference<ConfigurationFile> reference : references) {
                ConfigurationFile file = context.getService(reference);
                if (file != null) {
                    files.put(file.pid(), file);
                    context.ungetService(reference);
                }
            }
            return files;
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ours, read or not, and those of others that somebody declared. */
    private List<Configuration> present(Set<String> pids) {
        try {
            Configuration[] ours = configurations.listConfigurations(OURS);
            List<Configuration> all = new ArrayList<>(ours == null ? List.of() : Arrays.asList(ours));
            for (String pid : pids) {
                Configuration[] one = configurations.listConfigurations("(service.pid=" + pid + ")");
                if (one != null && !pid.startsWith("vn.ansinh.")) {
                    all.addAll(Arrays.asList(one));
                }
            }
            // asking for a configuration makes an empty one: only those of a file count
            all.removeIf(configuration -> configuration.getProperties() == null);
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
