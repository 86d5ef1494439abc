package vn.ansinh.core.codelist;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.codelist.CodeLists;
import vn.ansinh.api.unit.Units;

/** {@link CodeLists} from what is kept in memory of the tables. */
public final class StoredCodeLists implements CodeLists {

    private final Supplier<Map<String, ListVersions>> lists;
    private final LongFunction<Set<Long>> places;
    private final LongSupplier here;
    private final Supplier<LocalDate> today;

    public StoredCodeLists(CodeListMemory memory, Access access, Units units, Clock clock) {
        this(
                memory,
                new Places(units),
                () -> access.current().map(Caller::unitId).orElse(0L),
                () -> LocalDate.now(clock));
    }

    /** @param here unit of who acts, 0 for the country */
    StoredCodeLists(
            Supplier<Map<String, ListVersions>> lists,
            LongFunction<Set<Long>> places,
            LongSupplier here,
            Supplier<LocalDate> today) {
        this.lists = lists;
        this.places = places;
        this.here = here;
        this.today = today;
    }

    private ListVersions list(String list) {
        return lists.get().getOrDefault(list, ListVersions.NONE);
    }

    @Override
    public List<Entry> entries(String list) {
        return entries(list, today.get(), here.getAsLong());
    }

    @Override
    public List<Entry> entries(String list, LocalDate day, long unitId) {
        return list(list).on(day, places.apply(unitId)).entries();
    }

    @Override
    public Optional<Entry> byCode(String list, String code) {
        return byCode(list, code, today.get());
    }

    @Override
    public Optional<Entry> byCode(String list, String code, LocalDate day) {
        return list(list).named(code, day);
    }

    @Override
    public Optional<Entry> match(String list, String text) {
        return match(list, text, today.get(), here.getAsLong());
    }

    @Override
    public Optional<Entry> match(String list, String text, LocalDate day, long unitId) {
        return list(list).on(day, places.apply(unitId)).match(text);
    }
}
