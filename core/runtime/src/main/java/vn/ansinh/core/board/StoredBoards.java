package vn.ansinh.core.board;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.board.Boards;
import vn.ansinh.api.policy.Policies;
import vn.ansinh.api.text.VietnameseOrder;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.api.unit.Units;
import vn.ansinh.core.sql.Rows;

/** {@link Boards} on {@code ansinh.board_benefit} and {@code ansinh.payroll}: no line and no person is looked at. */
public final class StoredBoards implements Boards {

    private static final String BY_MONTH = """
            select y.month, sum(y.people), sum(y.total), sum(y.arrears), count(*) filter (where y.state = 'DRAFT'),
                count(*) filter (where y.state = 'CLOSED')
            from ansinh.payroll y
            where %s and y.program = any(?) and y.month between ? and ? and y.state <> 'ANNULLED' group by y.month""";

    /** The month's lists, and communes with somebody to pay that have none. */
    private static final String LISTS = """
            select u.id, y.state, y.people, y.total
            from ansinh.unit u cross join unnest(?::text[]) p (program)
                left join ansinh.payroll y on y.program = p.program and y.unit_id = u.id and y.month = ?
                  and y.state <> 'ANNULLED'
            where %s and u.valid_from <= ? and (u.valid_to is null or u.valid_to > ?)
              and (y.id is not null or exists (select from ansinh.entitlement e
                where e.program = p.program and e.unit_id = u.id and e.from_month <= ?
                  and (e.to_month is null or e.to_month >= ?)))""";

    private static final String KINDS = """
            select b.benefit, sum(b.people), sum(b.amount) from ansinh.board_benefit b
            where %s and b.program = any(?) and b.month = ? and b.people > 0 group by b.benefit""";

    private static final String KINDS_OF = """
            select max(y.month) from ansinh.payroll y
            where %s and y.program = any(?) and y.month between ? and ? and y.state = 'CLOSED'""";

    private final Transactions transactions;
    private final Access access;
    private final Units units;
    private final Policies policies;

    public StoredBoards(Transactions transactions, Access access, Units units, Policies policies) {
        this.transactions = transactions;
        this.access = access;
        this.units = units;
        this.policies = policies;
    }

    @Override
    public Board board(Set<String> asked, long unitId, YearMonth month) {
        Caller caller = access.require(Permissions.PAYROLL_READ, unitId);
        String[] programs = asked.stream().filter(caller::works).sorted().toArray(String[]::new);
        Reach reach = new Reach(caller, unitId, units);
        return transactions.call(connection -> new Reading(connection, reach, programs, unitId, month).read());
    }

    /** One board, from one snapshot of the tables. */
    private final class Reading {

        private final Connection connection;
        private final Reach reach;
        private final String[] programs;
        private final long unitId;
        private final YearMonth month;
        private final MoveSums moves;

        Reading(Connection connection, Reach reach, String[] programs, long unitId, YearMonth month) {
            this.connection = connection;
            this.reach = reach;
            this.programs = programs;
            this.unitId = unitId;
            this.month = month;
            this.moves = new MoveSums(connection, reach, programs);
        }

        Board read() throws SQLException {
            Map<Long, ListsOfUnit> lists = lists();
            YearMonth kindsOf = kindsOf();
            return new Board(unitId, month, months(lists), kindsOf, kinds(kindsOf), parts(lists));
        }

        private int bind(PreparedStatement statement, YearMonth first, YearMonth last) throws SQLException {
            int position = reach.bind(statement, 1);
            statement.setArray(position++, connection.createArrayOf("text", programs));
            statement.setDate(position++, Date.valueOf(first.atDay(1)));
            if (last != null) {
                statement.setDate(position++, Date.valueOf(last.atDay(1)));
            }
            return position;
        }

        private List<Month> months(Map<Long, ListsOfUnit> lists) throws SQLException {
            YearMonth first = month.minusMonths(MONTHS - 1L);
            Map<YearMonth, Moves> moved = moves.byMonth(first, month);
            int missing =
                    lists.values().stream().mapToInt(of -> of.lists().missing()).sum();
            Map<YearMonth, Month> found = new HashMap<>();
            Rows.list(
                            connection,
                            BY_MONTH.formatted(reach.sql("y.unit_id")),
                            select -> bind(select, first, month),
                            row -> {
                                YearMonth of = YearMonth.from(row.getDate(1).toLocalDate());
                                return new Month(
                                        of,
                                        row.getLong(2),
                                        row.getLong(3),
                                        row.getLong(4),
                                        new Lists(of.equals(month) ? missing : 0, row.getInt(5), row.getInt(6)),
                                        moved.getOrDefault(of, Moves.NONE));
                            })
                    .forEach(each -> found.put(each.month(), each));
            List<Month> months = new ArrayList<>();
            for (YearMonth each = first; !each.isAfter(month); each = each.plusMonths(1)) {
                Lists none = new Lists(each.equals(month) ? missing : 0, 0, 0);
                months.add(found.getOrDefault(each, new Month(each, 0, 0, 0, none, Moves.NONE)));
            }
            return months;
        }

        private YearMonth kindsOf() throws SQLException {
            return Rows.list(
                            connection,
                            KINDS_OF.formatted(reach.sql("y.unit_id")),
                            select -> bind(select, month.minusMonths(MONTHS - 1L), month),
                            row -> row.getDate(1) == null
                                    ? null
                                    : YearMonth.from(row.getDate(1).toLocalDate()))
                    .get(0);
        }

        private List<Kind> kinds(YearMonth of) throws SQLException {
            if (of == null) {
                return List.of();
            }
            record Counted(String benefit, long people, long amount) {}
            List<Counted> counted = Rows.list(
                    connection,
                    KINDS.formatted(reach.sql("b.unit_id")),
                    select -> bind(select, of, null),
                    row -> new Counted(row.getString(1), row.getLong(2), row.getLong(3)));
            Map<String, Long> people = new HashMap<>();
            counted.forEach(each -> people.put(each.benefit(), each.people()));
            KindMerging merging = new KindMerging(policies, people);
            Map<String, Kind> kinds = new HashMap<>();
            counted.forEach(each -> kinds.merge(
                    merging.name(each.benefit()),
                    new Kind(merging.name(each.benefit()), each.people(), each.amount()),
                    (one, other) ->
                            new Kind(one.name(), one.people() + other.people(), one.amount() + other.amount())));
            return kinds.values().stream()
                    .sorted(Comparator.comparing((Kind kind) -> kind.name().equals(KindMerging.OTHERS))
                            .thenComparing(
                                    Comparator.comparingLong(Kind::people).reversed())
                            .thenComparing(Kind::name))
                    .toList();
        }

        private Map<Long, ListsOfUnit> lists() throws SQLException {
            Map<Long, ListsOfUnit> lists = new HashMap<>();
            Rows.list(
                            connection,
                            LISTS.formatted(reach.sql("u.id")),
                            select -> {
                                Date first = Date.valueOf(month.atDay(1));
                                select.setArray(1, connection.createArrayOf("text", programs));
                                select.setDate(2, first);
                                int position = reach.bind(select, 3);
                                select.setDate(position, Date.valueOf(month.atEndOfMonth()));
                                for (int i = 1; i <= 3; i++) {
                                    select.setDate(position + i, first);
                                }
                            },
                            row -> new ListsOfUnit(
                                    row.getLong(1), state(row.getString(2)), row.getLong(3), row.getLong(4)))
                    .forEach(each -> lists.merge(each.unitId(), each, ListsOfUnit::plus));
            return lists;
        }

        private List<Part> parts(Map<Long, ListsOfUnit> lists) throws SQLException {
            if (isLowest()) {
                return List.of();
            }
            Map<Long, Part> parts = new HashMap<>();
            lists.values()
                    .forEach(of ->
                            add(parts, new Part(below(of.unitId()), of.people(), of.amount(), of.lists(), Moves.NONE)));
            moves.byUnit(month).forEach((unit, moved) -> add(parts, new Part(below(unit), 0, 0, Lists.NONE, moved)));
            for (MoveSums.Transfer transfer : moves.transfers(month)) {
                if (below(transfer.from()) == below(transfer.to())) {
                    add(parts, new Part(below(transfer.to()), 0, 0, Lists.NONE, transfer.moves()));
                }
            }
            return parts.values().stream()
                    .filter(part -> part.unitId() != unitId)
                    .sorted(Comparator.comparing(part -> VietnameseOrder.key(name(part.unitId()))))
                    .toList();
        }

        private boolean isLowest() {
            return units.byId(unitId)
                    .filter(unit -> unit.level() == AdministrativeUnit.Level.COMMUNE)
                    .isPresent();
        }

        private static void add(Map<Long, Part> parts, Part part) {
            parts.merge(
                    part.unitId(),
                    part,
                    (one, other) -> new Part(
                            one.unitId(),
                            one.people() + other.people(),
                            one.amount() + other.amount(),
                            one.lists().plus(other.lists()),
                            one.moves().plus(other.moves())));
        }

        /** The unit directly below the board's in which a unit lies; the topmost one for what ended elsewhere. */
        private long below(long unit) {
            long at = unit;
            while (at != unitId) {
                long parent = units.byId(at).map(AdministrativeUnit::parentId).orElse(0L);
                if (parent == unitId || parent == 0) {
                    return at;
                }
                at = parent;
            }
            return at;
        }

        private String name(long unit) {
            return units.byId(unit).map(AdministrativeUnit::name).orElse("");
        }
    }

    private record ListsOfUnit(long unitId, Lists lists, long people, long amount) {

        ListsOfUnit plus(ListsOfUnit other) {
            return new ListsOfUnit(unitId, lists.plus(other.lists), people + other.people, amount + other.amount);
        }
    }

    /** @param state {@code null} for no list */
    private static Lists state(String state) {
        return state == null ? new Lists(1, 0, 0) : state.equals("CLOSED") ? new Lists(0, 0, 1) : new Lists(0, 1, 0);
    }
}
