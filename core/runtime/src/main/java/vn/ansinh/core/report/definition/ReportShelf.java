package vn.ansinh.core.report.definition;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.api.report.Report;
import vn.ansinh.api.report.ReportDefinition;
import vn.ansinh.api.report.ReportParameter;
import vn.ansinh.api.report.Reports.Door;
import vn.ansinh.api.report.Reports.ReportFile;
import vn.ansinh.core.extender.Fault;

/**
 * Everything that offers a report, in the order in which it came, and what of it can be used now. Of two with the same id the first
 * wins; the second is told why it does not count, and takes over when the first goes. Whatever waits for a program or a code list
 * counts as soon as that comes.
 */
final class ReportShelf implements ReportLibrary {

    private static final Logger LOG = LoggerFactory.getLogger(ReportShelf.class);

    private final World world;
    private final Map<Object, Offer> offers = new LinkedHashMap<>();
    private final List<Runnable> followers = new CopyOnWriteArrayList<>();
    private volatile Standing standing = new Standing(Map.of(), List.of(), false);

    /** @param file as people see it */
    private record Offer(String file, Door door, ReportReading reading, Report service, Preparation preparation) {

        Offer(String file, Door door, ReportReading reading, Report service) {
            this(file, door, reading, service, new Preparation());
        }
    }

    /** @param waiting whether some would be right if there were more here */
    private record Standing(Map<String, KnownReport> reports, List<ReportFile> files, boolean waiting) {}

    ReportShelf(World world) {
        this.world = world;
    }

    /**
     * Takes what a file brings, in place of what it brought before.
     *
     * @param key tells the file from all others
     */
    void offer(Object key, String file, Door door, ReportReading reading) {
        change(() -> offers.put(key, new Offer(file, door, reading, null)));
    }

    /** Takes a service. @param file what brings it, for people */
    void offer(Object key, String file, Report service) {
        ReportDefinition definition = service.definition();
        ReportReading reading = new ReportReading(
                definition.id(),
                definition.title(),
                definition.version(),
                definition,
                null,
                Map.of(),
                Map.of(),
                DefinitionCheck.faults(definition, file));
        change(() -> offers.put(key, new Offer(file, Door.BUNDLE, reading, service)));
    }

    /** What brought reports went. */
    void withdraw(Set<?> keys) {
        change(() -> offers.keySet().removeAll(keys));
    }

    /** Programs or code lists came or went. */
    void look() {
        change(() -> {});
    }

    /** Whether something waits for what may come any time without being told. */
    boolean isWaiting() {
        return standing.waiting();
    }

    private void change(Runnable change) {
        boolean changed;
        synchronized (this) {
            Standing before = standing;
            change.run();
            standing = stand();
            tell(before);
            changed = !before.files().equals(standing.files()) || !same(before, standing);
        }
        if (changed) {
            followers.forEach(this::tell);
        }
    }

    /** The same content, even if a file was replaced by one that differs in nothing but its query. */
    private static boolean same(Standing before, Standing now) {
        if (!before.reports().keySet().equals(now.reports().keySet())) {
            return false;
        }
        return now.reports().values().stream().allMatch(report -> {
            KnownReport old = before.reports().get(report.definition().id());
            return old.definition() == report.definition();
        });
    }

    private void tell(Runnable follower) {
        try {
            follower.run();
        } catch (RuntimeException e) {
            LOG.error("Who follows the reports fails", e);
        }
    }

    private void tell(Standing before) {
        Map<String, List<String>> known = new HashMap<>();
        before.files().forEach(file -> known.put(name(file), file.faults()));
        for (ReportFile file : standing.files()) {
            List<String> old = known.remove(name(file));
            if (!file.faults().isEmpty() && !file.faults().equals(old)) {
                LOG.warn("Report {} cannot be used now: {}", file.file(), String.join("; ", file.faults()));
            } else if (file.faults().isEmpty() && (old == null || !old.isEmpty())) {
                LOG.info("Report {} {} came with {}", file.report(), file.version(), file.file());
            }
        }
        known.keySet().forEach(name -> LOG.info("Report {} went", name));
    }

    /** A bundle may bring several services. */
    private static String name(ReportFile file) {
        return file.report() == null ? file.file() : file.report() + " of " + file.file();
    }

    private Standing stand() {
        Map<String, KnownReport> reports = new TreeMap<>();
        List<ReportFile> files = new ArrayList<>();
        boolean waiting = false;
        for (Offer offer : offers.values()) {
            ReportReading reading = offer.reading();
            List<Fault> faults = new ArrayList<>(reading.faults());
            if (reading.definition() != null) {
                faults.addAll(worldly(offer, reports));
                waiting |= faults.size() > reading.faults().size();
            }
            if (faults.isEmpty()) {
                KnownReport.Source source =
                        offer.service() == null ? reading.query() : new KnownReport.Source.Service(offer.service());
                reports.put(
                        reading.id(), new KnownReport(reading.definition(), source, reading.templates(), offer.file()));
            }
            files.add(new ReportFile(
                    offer.file(),
                    offer.door(),
                    reading.id(),
                    reading.title(),
                    reading.version(),
                    faults.stream().map(Fault::toString).toList()));
        }
        files.sort(Comparator.comparing(ReportFile::file));
        return new Standing(reports, List.copyOf(files), waiting);
    }

    /** What is wrong because of what else there is, or is not. */
    private List<Fault> worldly(Offer offer, Map<String, KnownReport> first) {
        ReportReading reading = offer.reading();
        ReportDefinition definition = reading.definition();
        String file = offer.service() == null ? ReportPackage.YAML : offer.file();
        List<Fault> faults = new ArrayList<>();
        KnownReport taken = first.get(definition.id());
        if (taken != null) {
            faults.add(fault(
                    file,
                    reading,
                    "bao-cao",
                    "Báo cáo «" + definition.id() + "» đã có từ " + taken.file() + "; bản đến trước được dùng."));
        }
        Optional<Set<String>> permissions = world.permissions(definition.program());
        if (permissions.isEmpty()) {
            faults.add(fault(
                    file, reading, "chuong-trinh", "Chương trình «" + definition.program() + "» hiện không chạy."));
        } else if (!permissions.get().contains(definition.permission())
                && !world.permissions(null).orElseThrow().contains(definition.permission())) {
            faults.add(fault(file, reading, "quyen", "Không có quyền «" + definition.permission() + "»."));
        }
        for (ReportParameter parameter : definition.parameters()) {
            if (parameter.codeList() != null && !world.knows(parameter.codeList())) {
                faults.add(fault(
                        file, reading, ":" + parameter.name(), "Không có danh mục «" + parameter.codeList() + "»."));
            }
        }
        if (faults.isEmpty() && reading.query() != null) {
            faults.addAll(offer.preparation().faults(() -> world.unfit(definition, reading.query())));
        }
        return faults;
    }

    private static Fault fault(String file, ReportReading reading, String what, String reason) {
        return new Fault(file, reading.place(what).line(), reading.place(what).column(), reason);
    }

    @Override
    public List<KnownReport> all() {
        return List.copyOf(standing.reports().values());
    }

    @Override
    public Optional<KnownReport> byId(String id) {
        return Optional.ofNullable(standing.reports().get(id));
    }

    @Override
    public List<ReportFile> files() {
        return standing.files();
    }

    @Override
    public Inspected inspect(Path found, String name) throws IOException {
        ReportReading reading = ReportParser.read(
                Files.isDirectory(found) ? ReportPackage.read(found) : ReportZip.read(archive(found), name));
        List<Fault> faults = new ArrayList<>(reading.faults());
        if (reading.definition() != null) {
            faults.addAll(worldly(new Offer(name, Door.UPLOADED, reading, null), Map.of()));
        }
        return new Inspected(
                faults.isEmpty() ? reading.definition() : null,
                faults.stream().map(Fault::toString).toList());
    }

    private static byte[] archive(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(ReportZip.LARGEST + 1);
        }
    }

    @Override
    public Runnable follow(Runnable changed) {
        followers.add(changed);
        return () -> followers.remove(changed);
    }
}
