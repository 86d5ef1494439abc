package vn.ansinh.core.policy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import vn.ansinh.api.policy.Citation;
import vn.ansinh.core.policy.Timeline.Value;

/**
 * Everything that the packs in force say about one parameter or rate in time.
 *
 * <p>Law counts in two dates: a value holds for a month from {@link Citation#countedFrom()} on, yet only
 * for who looks on or after {@link Citation#inForce()}. Nationwide the latest value holds; of equals the
 * amending pack's, then the one in force later. A local value holds in its territory while it is higher (NĐ 20/2021 Điều 4
 * khoản 3). A value of a pack that ended holds for months up to its end.
 */
final class LawInTime {

    /** What nobody knows. */
    static final LawInTime NONE = new LawInTime(new Standing[0], List.of());

    private final Standing[] nationwide;
    private final Local[] local;

    private LawInTime(Standing[] nationwide, List<Local> local) {
        this.nationwide = nationwide;
        this.local = local.toArray(Local[]::new);
    }

    /** The value for {@code month} as law stood on {@code asOf} in a unit; {@code null} when law had none. */
    Value at(YearMonth month, LocalDate asOf, long unitId) {
        Value value = latest(nationwide, month, asOf);
        for (Local layer : local) {
            if (layer.territory().contains(unitId)) {
                Value raised = latest(layer.values(), month, asOf);
                if (raised != null && (value == null || raised.number().compareTo(value.number()) > 0)) {
                    value = raised;
                }
            }
        }
        return value;
    }

    /** As {@link #at}, for a table: the one in which {@code row} is worth most. */
    Value table(YearMonth month, LocalDate asOf, long unitId, String row) {
        Value value = latest(nationwide, month, asOf);
        for (Local layer : local) {
            if (layer.territory().contains(unitId)) {
                Value raised = latest(layer.values(), month, asOf);
                if (raised != null
                        && raised.rows().containsKey(row)
                        && (value == null
                                || raised.rows().get(row) > value.rows().getOrDefault(row, 0L))) {
                    value = raised;
                }
            }
        }
        return value;
    }

    private static Value latest(Standing[] values, YearMonth month, LocalDate asOf) {
        for (int i = values.length - 1; i >= 0; i--) {
            Standing standing = values[i];
            if (!month.isBefore(standing.value().citation().countedFrom())
                    && !asOf.isBefore(standing.value().citation().inForce())
                    && (standing.last() == null || !month.isAfter(standing.last()))) {
                return standing.value();
            }
        }
        return null;
    }

    /** First month that any nationwide value counts for, {@code null} when there is none. */
    YearMonth first() {
        return nationwide.length == 0 ? null : nationwide[0].value().citation().countedFrom();
    }

    /** Every value, local ones too. */
    void forEach(Consumer<Standing> visitor) {
        for (Standing standing : nationwide) {
            visitor.accept(standing);
        }
        for (Local layer : local) {
            for (Standing standing : layer.values()) {
                visitor.accept(standing);
            }
        }
    }

    /** Every value that holds for a month as law stood on a day: the nationwide one, then those of territories. */
    void forEachAt(YearMonth month, LocalDate asOf, HoldingVisitor visitor) {
        Value value = latest(nationwide, month, asOf);
        if (value != null) {
            visitor.visit(Territory.NATIONWIDE, value);
        }
        for (Local layer : local) {
            Value raised = latest(layer.values(), month, asOf);
            if (raised != null) {
                visitor.visit(layer.territory(), raised);
            }
        }
    }

    /** Sees a value and where it holds. */
    interface HoldingVisitor {
        void visit(Territory territory, Value value);
    }

    /** @param last last month it holds for, as its pack ended; {@code null} while it lasts */
    record Standing(Value value, YearMonth last) {}

    private record Local(Territory territory, Standing[] values) {}

    /** Gathers what packs say. */
    static final class Builder {

        private final List<Layer> layers = new ArrayList<>();
        private final List<Local> local = new ArrayList<>();

        /** @param depth how many packs {@code pack} stands on: of equal dates the deeper one counts */
        Builder nationwide(PackInForce pack, int depth, Timeline timeline) {
            for (Value value : timeline.values()) {
                layers.add(new Layer(new Standing(value, pack.last()), depth));
            }
            return this;
        }

        Builder local(PackInForce pack, Timeline timeline) {
            Standing[] values = timeline.values().stream()
                    .map(value -> new Standing(value, pack.last()))
                    .toArray(Standing[]::new);
            local.add(new Local(pack.territory(), values));
            return this;
        }

        LawInTime build() {
            layers.sort(Comparator.comparing((Layer layer) -> layer.citation().countedFrom())
                    .thenComparingInt(Layer::depth)
                    .thenComparing(layer -> layer.citation().inForce()));
            return new LawInTime(layers.stream().map(Layer::standing).toArray(Standing[]::new), local);
        }
    }

    private record Layer(Standing standing, int depth) {
        Citation citation() {
            return standing.value().citation();
        }
    }
}
