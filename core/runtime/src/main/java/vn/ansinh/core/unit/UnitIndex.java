package vn.ansinh.core.unit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.api.unit.AdministrativeUnit.Level;

/** All units of all times as one graph in memory, some seven megabytes; nothing in it changes once it is read. */
final class UnitIndex {

    /** To or from another unit; {@code partial} when only a part of the old unit went to the new one. */
    record Step(Node other, boolean partial) {}

    /** A unit with what is around it. Lists are in Vietnamese order, or by day for histories. */
    static final class Node {
        final AdministrativeUnit unit;
        List<Node> children = List.of();
        List<Step> before = List.of();
        List<Step> after = List.of();
        Node parent;
        /** Folded name, with its kind. */
        String full;
        /** Folded name, without its kind. */
        String bare;
        /** Folded names of itself and everything above, with and without kinds; only where something lies below. */
        private String path;

        private String barePath;

        /** Units beyond the tree that see this one, because it ended and they lie on its land or above that. */
        private long[] reachedFrom = NOBODY;

        private Node(AdministrativeUnit unit) {
            this.unit = unit;
        }

        /** Folded names of everything above, with their kinds. */
        String above() {
            return parent == null ? "" : parent.path;
        }

        /** Folded names of everything above, without their kinds. */
        String place() {
            return parent == null ? "" : parent.barePath;
        }

        private void fillPath() {
            if (path == null) {
                if (parent != null) {
                    parent.fillPath();
                }
                path = parent == null ? full : full + " " + parent.path;
                barePath = parent == null ? bare : bare + " " + parent.barePath;
            }
        }

        /** As {@code unit_sight} has it: below in the tree, or ended and taken over. */
        boolean isWithin(long ancestorId) {
            for (Node node = this; node != null; node = node.parent) {
                if (node.unit.id() == ancestorId) {
                    return true;
                }
            }
            return ancestorId == 0 || Arrays.binarySearch(reachedFrom, ancestorId) >= 0;
        }
    }

    private static final long[] NOBODY = {};

    private final Map<Long, Node> byId = new HashMap<>();
    private final Map<String, List<Node>> byCode = new HashMap<>();
    private final List<Node> ordered = new ArrayList<>();
    private final List<Node> provinces = new ArrayList<>();
    private long changes;

    private UnitIndex() {}

    /** Reads the tables. */
    static UnitIndex read(Connection connection) throws SQLException {
        UnitIndex index = new UnitIndex();
        index.readUnits(connection);
        index.order();
        index.readSuccessions(connection);
        index.readReach(connection);
        index.changes = UnitTables.changes(connection);
        return index;
    }

    /** See {@link UnitTables#changes}: as it was when this was read. */
    long changes() {
        return changes;
    }

    /** {@code null} for an unknown id. */
    Node byId(long id) {
        return byId.get(id);
    }

    /** Oldest first. */
    List<Node> byCode(String code) {
        return byCode.getOrDefault(code, List.of());
    }

    /** Every unit, in Vietnamese order of name. */
    List<Node> ordered() {
        return ordered;
    }

    /** Provinces of all times, in Vietnamese order of name. */
    List<Node> provinces() {
        return provinces;
    }

    private void readUnits(Connection connection) throws SQLException {
        String sql = "select id, code, name, level, coalesce(parent_id, 0), valid_from, valid_to from ansinh.unit"
                + " order by valid_from, id";
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet rows = query.executeQuery()) {
            // A handful of days and nine thousand names for sixteen thousand units.
            Map<LocalDate, LocalDate> days = new HashMap<>();
            Map<String, String> names = new HashMap<>();
            while (rows.next()) {
                AdministrativeUnit unit = new AdministrativeUnit(
                        rows.getLong(1),
                        same(names, rows.getString(2)),
                        same(names, rows.getString(3)),
                        Level.valueOf(rows.getString(4)),
                        rows.getLong(5),
                        same(days, rows.getObject(6, LocalDate.class)),
                        same(days, rows.getObject(7, LocalDate.class)));
                Node node = new Node(unit);
                node.full = same(names, UnitName.folded(unit.name()));
                node.bare = same(names, UnitName.folded(UnitName.withoutKind(unit.name())));
                byId.put(unit.id(), node);
                byCode.computeIfAbsent(unit.code(), code -> new ArrayList<>(2)).add(node);
                ordered.add(node);
            }
        }
    }

    /** Most units have neither children nor, yet, successors: they share one empty list. */
    private static <T> List<T> with(List<T> list, T element) {
        List<T> longer = list.isEmpty() ? new ArrayList<>(1) : list;
        longer.add(element);
        return longer;
    }

    private static <T> T same(Map<T, T> known, T value) {
        return value == null ? null : known.computeIfAbsent(value, key -> key);
    }

    private void order() {
        NameOrder names = new NameOrder();
        ordered.sort(Comparator.comparing((Node node) -> node.unit, names));
        for (Node node : ordered) {
            node.parent = byId.get(node.unit.parentId());
            if (node.parent == null) {
                provinces.add(node);
            } else {
                node.parent.children = with(node.parent.children, node);
            }
        }
        for (Node node : ordered) {
            if (node.parent != null) {
                node.parent.fillPath();
            }
        }
    }

    private void readSuccessions(Connection connection) throws SQLException {
        String sql = "select old_id, new_id, partial from ansinh.unit_succession order by since, old_id, new_id";
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                Node old = byId.get(rows.getLong(1));
                Node next = byId.get(rows.getLong(2));
                boolean partial = rows.getBoolean(3);
                old.after = with(old.after, new Step(next, partial));
                next.before = with(next.before, new Step(old, partial));
            }
        }
    }

    private void readReach(Connection connection) throws SQLException {
        String sql =
                "select unit_id, array_agg(ancestor_id order by ancestor_id) from ansinh.unit_reach group by unit_id";
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                Long[] ancestors = (Long[]) rows.getArray(2).getArray();
                byId.get(rows.getLong(1)).reachedFrom =
                        Arrays.stream(ancestors).mapToLong(Long::longValue).toArray();
            }
        }
    }
}
