package vn.ansinh.core;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.api.unit.AdministrativeUnit.Level;
import vn.ansinh.api.unit.Units;
import vn.ansinh.core.access.ThreadAccess;

/** Two provinces with three communes: enough for a test to have an inside and an outside. */
public final class SmallCountry {

    public static final long HA_TINH = 1;
    public static final long THANH_SEN = 2;
    public static final long HUONG_SON = 3;
    public static final long NGHE_AN = 4;
    public static final long VINH_HUNG = 5;

    private static final LocalDate BEGIN = LocalDate.of(2010, 1, 1);

    private final TreeMap<Long, AdministrativeUnit> units = new TreeMap<>();
    private long stored;

    public SmallCountry() {
        add(HA_TINH, "42", "Tỉnh Hà Tĩnh", Level.PROVINCE, 0);
        add(THANH_SEN, "18073", "Phường Thành Sen", Level.COMMUNE, HA_TINH);
        add(HUONG_SON, "18133", "Xã Hương Sơn", Level.COMMUNE, HA_TINH);
        add(NGHE_AN, "40", "Tỉnh Nghệ An", Level.PROVINCE, 0);
        add(VINH_HUNG, "16663", "Phường Vinh Hưng", Level.COMMUNE, NGHE_AN);
    }

    private void add(long id, String code, String name, Level level, long parent) {
        units.put(id, new AdministrativeUnit(id, code, name, level, parent, BEGIN, null));
    }

    /** One more commune of Hà Tĩnh, for a test that wants one of its own. Call {@link #store} afterwards. */
    public long addCommune() {
        long id = units.size() + 1L;
        add(id, "9" + id, "Xã thử " + id, Level.COMMUNE, HA_TINH);
        return id;
    }

    /** One more province with so many communes. @return the province, then the communes. Call {@link #store} afterwards. */
    public long[] addProvince(int communes) {
        long[] ids = new long[communes + 1];
        ids[0] = units.size() + 1L;
        add(ids[0], "P" + ids[0], "Tỉnh thử " + ids[0], Level.PROVINCE, 0);
        for (int i = 1; i <= communes; i++) {
            ids[i] = units.size() + 1L;
            add(ids[i], "9" + ids[i], "Xã thử " + ids[i], Level.COMMUNE, ids[0]);
        }
        return ids;
    }

    /** One more district of Hà Tĩnh, as there were before July 2025, with so many communes. @return the district, then the communes */
    public long[] addDistrict(int communes) {
        long[] ids = new long[communes + 1];
        ids[0] = units.size() + 1L;
        add(ids[0], "D" + ids[0], "Huyện thử " + ids[0], Level.DISTRICT, HA_TINH);
        for (int i = 1; i <= communes; i++) {
            ids[i] = units.size() + 1L;
            add(ids[i], "9" + ids[i], "Xã thử " + ids[i], Level.COMMUNE, ids[0]);
        }
        return ids;
    }

    /** Writes new units into their tables; does nothing when they are there. */
    public void store(Transactions transactions) {
        transactions.run(this::store);
    }

    private void store(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (AdministrativeUnit unit : units.tailMap(stored, false).values()) {
                stored = unit.id();
                String parent = unit.parentId() == 0 ? "null" : Long.toString(unit.parentId());
                statement.execute("insert into ansinh.unit (id, code, level, name, parent_id, valid_from)"
                        + " overriding system value values (" + unit.id() + ", '" + unit.code() + "', '" + unit.level()
                        + "', '" + unit.name() + "', " + parent + ", '" + BEGIN + "') on conflict do nothing");
                statement.execute("insert into ansinh.unit_closure (ancestor_id, unit_id) values (" + unit.id() + ", "
                        + unit.id() + ") on conflict do nothing");
                for (long above = unit.parentId();
                        above != 0;
                        above = units.get(above).parentId()) {
                    statement.execute("insert into ansinh.unit_closure (ancestor_id, unit_id) values (" + above + ", "
                            + unit.id() + ") on conflict do nothing");
                }
            }
        }
    }

    /** {@link Units} that knows who lies where, and names; nothing ends. */
    public Units units() {
        return (Units) Proxy.newProxyInstance(
                Units.class.getClassLoader(),
                new Class<?>[] {Units.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "byId" -> Optional.ofNullable(units.get((Long) arguments[0]));
                    case "isWithin" -> isWithin((Long) arguments[0], (Long) arguments[1]);
                    case "fullName" -> fullName((Long) arguments[0]);
                    case "provinces" -> children(0);
                    case "children" -> children((Long) arguments[0]);
                    case "byCode" ->
                        units.values().stream()
                                .filter(unit -> unit.code().equals(arguments[0]))
                                .findFirst();
                    case "search" ->
                        units.values().stream()
                                .filter(unit -> unit.name().contains((String) arguments[0])
                                        && isWithin(unit.id(), (Long) arguments[1]))
                                .limit((Integer) arguments[3])
                                .toList();
                    case "predecessors", "successors" -> List.of();
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private List<AdministrativeUnit> children(long parent) {
        return units.values().stream().filter(unit -> unit.parentId() == parent).toList();
    }

    /** {@link Access} on these units. */
    public ThreadAccess access() {
        return new ThreadAccess(null, units());
    }

    /** Somebody who may do everything in a subtree. */
    public static Caller official(long unit) {
        return new Caller("can.bo", "Cán bộ", unit, Set.of("*"));
    }

    private boolean isWithin(long unit, long ancestor) {
        for (AdministrativeUnit up = units.get(unit); up != null; up = units.get(up.parentId())) {
            if (up.id() == ancestor) {
                return true;
            }
        }
        return ancestor == 0 && (unit == 0 || units.containsKey(unit));
    }

    private String fullName(long unit) {
        AdministrativeUnit known = units.get(unit);
        return known.parentId() == 0 ? known.name() : known.name() + ", " + fullName(known.parentId());
    }
}
