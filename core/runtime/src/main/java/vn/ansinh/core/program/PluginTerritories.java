package vn.ansinh.core.program;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.api.unit.Units;
import vn.ansinh.core.access.ProgramsOff;

/** {@link ProgramsOff} from the rows; looked up again after a few seconds, since every request asks. */
public final class PluginTerritories implements ProgramsOff {

    private static final Duration FRESH = Duration.ofSeconds(3);

    private final PluginStore store;
    private final Units units;
    private final InstantSource clock;
    private volatile Known known = new Known(Map.of(), Instant.MIN);

    private record Known(Map<String, List<Long>> unitsOff, Instant until) {}

    public PluginTerritories(Transactions transactions, Units units, InstantSource clock) {
        this.store = new PluginStore(transactions, clock);
        this.units = units;
        this.clock = clock;
    }

    @Override
    public Set<String> at(long unitId) {
        Instant now = clock.instant();
        if (!now.isBefore(known.until())) {
            known = new Known(store.unitsOff(), now.plus(FRESH));
        }
        return known.unitsOff().entrySet().stream()
                .filter(program -> program.getValue().stream().anyMatch(off -> units.isWithin(unitId, off)))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
