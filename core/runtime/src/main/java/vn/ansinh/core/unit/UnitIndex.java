package vn.ansinh.core.unit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.api.unit.AdministrativeUnit.Level;
import vn.ansinh.api.unit.Units.Succession;

/** All units of all times as one immutable graph in memory, some four megabytes. */
final class UnitIndex {

    /** A unit with what is around it. Lists are in Vietnamese order, or by day for histories. */
    static final class Node {
        final AdministrativeUnit unit;
        final List<Node> children = new ArrayList<>(0);
        final List<Node> before = new ArrayList<>(0);
        final List<Node> after = new ArrayList<>(0);
        final List<Succession> predecessors = new ArrayList<>(0);
        final List<Succession> successors = new ArrayList<>(0);
        Node parent;
        /** Folded name, with its kind. */
        String full;
        /** Folded name, without its kind. */
        String bare;
        /** Folded names of everything above, with their kinds. */
        String above = "";
        /** Folded names of everything above, without their kinds. */
        String place = "";

        private Node(AdministrativeUnit unit) {
            this.unit = unit;
        }

        boolean isWithin(long ancestorId) {
            for (Node node = this; node != null; node = node.parent) {
                if (node.unit.id() == ancestorId) {
                    return true;
                }
            }
            return ancestorId == 0;
        }
    }

    private final Map<Long, Node> byId = new HashMap<>();
    private final Map<String, List<Node>> byCode = new HashMap<>();
    private final List<Node> ordered = new ArrayList<>();
    private final List<Node> provinces = new ArrayList<>();

    private UnitIndex() {}

    /** Reads the tables. */
    static UnitIndex read(Connection connection) throws SQLException {
        UnitIndex index = new UnitIndex();
        index.readUnits(connection);
        index.order();
        index.readSuccessions(connection);
        return index;
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
            Map<LocalDate, LocalDate> days = new HashMap<>();
            while (rows.next()) {
                AdministrativeUnit unit = new AdministrativeUnit(
                        rows.getLong(1),
                        rows.getString(2),
                        rows.getString(3),
                        Level.valueOf(rows.getString(4)),
                        rows.getLong(5),
                        same(days, rows.getObject(6, LocalDate.class)),
                        same(days, rows.getObject(7, LocalDate.class)));
                Node node = new Node(unit);
                node.full = UnitName.folded(unit.name());
                node.bare = UnitName.folded(UnitName.withoutKind(unit.name()));
                byId.put(unit.id(), node);
                byCode.computeIfAbsent(unit.code(), code -> new ArrayList<>(2)).add(node);
                ordered.add(node);
            }
        }
    }

    /** A handful of days for thousands of units. */
    private static LocalDate same(Map<LocalDate, LocalDate> days, LocalDate day) {
        return day == null ? null : days.computeIfAbsent(day, key -> key);
    }

    private void order() {
        NameOrder names = new NameOrder();
        ordered.sort(Comparator.comparing((Node node) -> node.unit, names));
        for (Node node : ordered) {
            node.parent = byId.get(node.unit.parentId());
            if (node.parent == null) {
                provinces.add(node);
            } else {
                node.parent.children.add(node);
            }
        }
        for (Node node : ordered) {
            List<String> above = new ArrayList<>(2);
            List<String> place = new ArrayList<>(2);
            for (Node up = node.parent; up != null; up = up.parent) {
                above.add(up.full);
                place.add(up.bare);
            }
            node.above = String.join(" ", above);
            node.place = String.join(" ", place);
        }
    }

    private void readSuccessions(Connection connection) throws SQLException {
        String sql = "select old_id, new_id, partial, since from ansinh.unit_succession order by since, old_id, new_id";
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                Node old = byId.get(rows.getLong(1));
                Node next = byId.get(rows.getLong(2));
                boolean partial = rows.getBoolean(3);
                LocalDate since = rows.getObject(4, LocalDate.class);
                old.after.add(next);
                old.successors.add(new Succession(next.unit, partial, since));
                next.before.add(old);
                next.predecessors.add(new Succession(old.unit, partial, since));
            }
        }
    }
}
