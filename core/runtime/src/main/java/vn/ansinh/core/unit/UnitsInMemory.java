package vn.ansinh.core.unit;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.api.unit.AdministrativeUnit.Level;
import vn.ansinh.api.unit.Units;
import vn.ansinh.core.unit.UnitIndex.Node;

/**
 * {@link Units}, read from the tables when the bundle starts, and again when a resolution was activated here or on another
 * node: {@link #refresh} looks.
 */
public final class UnitsInMemory implements Units {

    private final Transactions transactions;
    private volatile UnitIndex index;

    /**
     * Loads this release's units into the tables where that has not been done, then reads the tables.
     *
     * @throws IOException when the bundle's own lists cannot be read
     */
    public UnitsInMemory(Transactions transactions) throws IOException {
        this.transactions = transactions;
        new UnitLoader(transactions).load(UnitData.read());
        reload();
    }

    /** Reads the tables anew. Whoever asks meanwhile is answered from what was known. */
    public final void reload() {
        index = transactions.call(UnitIndex::read);
    }

    /** Reads the tables anew if units changed since: an index look-up otherwise. */
    public void refresh() {
        if (transactions.call(UnitTables::changes) != index.changes()) {
            reload();
        }
    }

    @Override
    public Optional<AdministrativeUnit> byId(long id) {
        return Optional.ofNullable(index.byId(id)).map(node -> node.unit);
    }

    @Override
    public Optional<AdministrativeUnit> byCode(String code, LocalDate day) {
        return everByCode(code).stream().filter(unit -> unit.existsOn(day)).findFirst();
    }

    @Override
    public List<AdministrativeUnit> everByCode(String code) {
        return index.byCode(code).stream().map(node -> node.unit).toList();
    }

    @Override
    public List<AdministrativeUnit> provinces(LocalDate day) {
        return onDay(index.provinces(), day);
    }

    @Override
    public List<AdministrativeUnit> children(long unitId, LocalDate day) {
        Node node = index.byId(unitId);
        return node == null ? List.of() : onDay(node.children, day);
    }

    @Override
    public List<Succession> successors(long unitId) {
        Node node = index.byId(unitId);
        if (node == null) {
            return List.of();
        }
        return node.after.stream()
                .map(step -> new Succession(
                        step.other().unit, step.partial(), step.other().unit.validFrom()))
                .toList();
    }

    @Override
    public List<Succession> predecessors(long unitId) {
        Node node = index.byId(unitId);
        if (node == null) {
            return List.of();
        }
        return node.before.stream()
                .map(step -> new Succession(step.other().unit, step.partial(), node.unit.validFrom()))
                .toList();
    }

    @Override
    public List<AdministrativeUnit> resolve(String code, LocalDate day) {
        List<Node> bearers = index.byCode(code);
        Set<Node> found = new LinkedHashSet<>();
        // A paper may have been written under any of those who bore the code; who bears it now comes first.
        for (int i = bearers.size() - 1; i >= 0; i--) {
            Node bearer = bearers.get(i);
            if (bearer.unit.existsOn(day)) {
                return List.of(bearer.unit);
            }
            if (found.isEmpty() && bearer.unit.validFrom().isBefore(day)) {
                addHeirs(bearer, day, found);
            }
        }
        return found.stream().map(node -> node.unit).toList();
    }

    @Override
    public List<AdministrativeUnit> search(String text, long within, LocalDate day, int limit) {
        return new UnitSearch(index).find(text, within, day, limit);
    }

    @Override
    public boolean isWithin(long unitId, long ancestorId) {
        if (unitId == 0) {
            return ancestorId == 0;
        }
        Node node = index.byId(unitId);
        return node != null && node.isWithin(ancestorId);
    }

    @Override
    public String fullName(long unitId) {
        StringBuilder name = new StringBuilder();
        for (Node node = index.byId(unitId); node != null; node = node.parent) {
            name.append(name.isEmpty() ? "" : ", ").append(node.unit.name());
        }
        return name.toString();
    }

    /**
     * What a unit that ended has become on {@code day}. Where no succession is known, a district became what its communes
     * became, and a commune went into one of the units that its neighbours in the district went into.
     */
    private static void addHeirs(Node node, LocalDate day, Set<Node> heirs) {
        if (node.unit.existsOn(day)) {
            heirs.add(node);
            return;
        }
        if (!node.after.isEmpty()) {
            node.after.forEach(step -> addHeirs(step.other(), day, heirs));
            return;
        }
        Collection<Node> traces = node.unit.level() == Level.COMMUNE ? node.parent.children : node.children;
        for (Node trace : traces) {
            if (!trace.after.isEmpty()) {
                addHeirs(trace, day, heirs);
            }
        }
    }

    private static List<AdministrativeUnit> onDay(List<Node> nodes, LocalDate day) {
        List<AdministrativeUnit> units = new ArrayList<>(nodes.size());
        for (Node node : nodes) {
            if (node.unit.existsOn(day)) {
                units.add(node.unit);
            }
        }
        return units;
    }
}
