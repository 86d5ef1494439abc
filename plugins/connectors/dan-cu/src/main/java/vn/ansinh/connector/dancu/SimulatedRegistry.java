package vn.ansinh.connector.dancu;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.osgi.framework.BundleContext;
import vn.ansinh.api.identity.BirthDate;
import vn.ansinh.api.identity.Sex;
import vn.ansinh.api.registry.Answer;
import vn.ansinh.api.registry.Answer.Difference;
import vn.ansinh.api.registry.Answer.Outcome;
import vn.ansinh.api.registry.Inquiry;
import vn.ansinh.api.registry.PopulationEvent;
import vn.ansinh.api.registry.PopulationEvent.Kind;
import vn.ansinh.api.registry.PopulationRegistry;
import vn.ansinh.api.transaction.Transactions;

/**
 * {@link PopulationRegistry} without a registry behind it. Events are lines of {@code su-kien.tsv} in its directory, only ever
 * added at the end: kind (DEATH, MOVE), number, day, code of the commune moved to, address; between tabs, the last two may be
 * left out. A line's number is the event's id.
 */
public final class SimulatedRegistry implements PopulationRegistry {

    private static final String EVENTS = "su-kien.tsv";

    private final Path directory;
    private final Temper.Source temper;
    private final InstantSource clock;

    /** Keeps its events in the platform's data directory. */
    public static SimulatedRegistry in(BundleContext context, Temper.Source temper, InstantSource clock)
            throws IOException {
        Object data = context.getServiceReference(Transactions.class).getProperty(Transactions.DATA_DIRECTORY);
        return new SimulatedRegistry(
                Path.of((String) data).resolve("connectors").resolve("dan-cu"), temper, clock);
    }

    SimulatedRegistry(Path directory, Temper.Source temper, InstantSource clock) throws IOException {
        this.directory = Files.createDirectories(directory);
        this.temper = temper;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "Dữ liệu dân cư (mô phỏng)";
    }

    private Temper reached() {
        Temper now = temper.now();
        if (now.down()) {
            throw new IllegalStateException("the simulated registry is down");
        }
        try {
            Thread.sleep(now.delayMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return now;
    }

    @Override
    public Answer ask(Inquiry inquiry) {
        Temper now = reached();
        int chance = chance(inquiry.number(), "answer", 100);
        if (chance < now.notFoundPercent()) {
            return new Answer(Outcome.NOT_FOUND, Map.of(), clock.instant());
        }
        if (chance < now.notFoundPercent() + now.mismatchPercent()) {
            return new Answer(Outcome.MISMATCH, difference(inquiry), clock.instant());
        }
        return new Answer(Outcome.MATCH, Map.of(), clock.instant());
    }

    private static Map<String, Difference> difference(Inquiry inquiry) {
        return switch (chance(inquiry.number(), "field", 3)) {
            case 0 -> Map.of("Họ và tên", new Difference(inquiry.fullName(), otherName(inquiry.fullName())));
            case 1 ->
                Map.of(
                        "Ngày sinh",
                        new Difference(
                                inquiry.birth().label(),
                                BirthDate.of(inquiry.birth().date().plusDays(1)).label()));
            default ->
                Map.of(
                        "Giới tính",
                        new Difference(
                                inquiry.sex().label(), (inquiry.sex() == Sex.MALE ? Sex.FEMALE : Sex.MALE).label()));
        };
    }

    /** As a clerk might have heard it. */
    private static String otherName(String name) {
        return name.endsWith("h") ? name.substring(0, name.length() - 1) : name + "h";
    }

    /** A number from 0 below {@code bound} that hangs on the person's number alone. */
    private static int chance(String number, String what, int bound) {
        int hash = (number + what).hashCode() * 0x9E3779B9;
        return Math.floorMod(hash ^ hash >>> 15, bound);
    }

    @Override
    public List<PopulationEvent> events(String since, int limit) {
        reached();
        Path file = directory.resolve(EVENTS);
        if (Files.notExists(file)) {
            return List.of();
        }
        try {
            List<String> lines = Files.readAllLines(file);
            List<PopulationEvent> events = new ArrayList<>();
            for (int i = since.isEmpty() ? 0 : Integer.parseInt(since);
                    i < lines.size() && events.size() < limit;
                    i++) {
                String[] cells = lines.get(i).split("\t");
                events.add(new PopulationEvent(
                        Integer.toString(i + 1),
                        Kind.valueOf(cells[0].strip()),
                        cells[1].strip(),
                        LocalDate.parse(cells[2].strip()),
                        cells.length > 3 && !cells[3].isBlank() ? cells[3].strip() : null,
                        cells.length > 4 && !cells[4].isBlank() ? cells[4].strip() : null));
            }
            return events;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
