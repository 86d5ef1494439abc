package vn.ansinh.core.unit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.core.unit.UnitIndex.Node;
import vn.ansinh.core.unit.UnitQuery.Fit;

/**
 * Ranked search over the units of a day. It looks at each of them (some 3,400 today) and at what they were before; that
 * takes a few milliseconds, so there is no further index to keep right.
 */
final class UnitSearch {

    private final UnitIndex index;

    UnitSearch(UnitIndex index) {
        this.index = index;
    }

    List<AdministrativeUnit> find(String text, long within, LocalDate day, int limit) {
        UnitQuery query = new UnitQuery(text);
        if (query.isEmpty() || limit <= 0) {
            return List.of();
        }
        List<Hit> hits = new ArrayList<>();
        for (Node node : index.ordered()) {
            if (node.unit.existsOn(day) && node.isWithin(within)) {
                Fit fit = query.fit(node);
                if (fit != Fit.NONE) {
                    hits.add(new Hit(node, fit, query.hasTonesOf(node)));
                }
            }
        }
        // The sort is stable: equals stay in Vietnamese order.
        hits.sort(Comparator.comparing(Hit::fit)
                .thenComparing(Comparator.comparing(Hit::toned).reversed())
                .thenComparing(hit -> hit.node().unit.level()));
        return hits.stream().limit(limit).map(hit -> hit.node().unit).toList();
    }

    private record Hit(Node node, Fit fit, boolean toned) {}
}
