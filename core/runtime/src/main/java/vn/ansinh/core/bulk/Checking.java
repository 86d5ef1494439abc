package vn.ansinh.core.bulk;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.bulk.BulkDecision;
import vn.ansinh.api.bulk.BulkDecision.Kind;
import vn.ansinh.api.bulk.BulkRow.State;
import vn.ansinh.api.policy.Benefit;
import vn.ansinh.api.policy.Cadence;
import vn.ansinh.api.policy.Policies;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.api.unit.Units;
import vn.ansinh.core.bulk.Verdicts.Known;
import vn.ansinh.core.identity.PersonScope;
import vn.ansinh.core.sql.Rows;

/** Looks at all rows of a decision as things stand now: finds the people of reports, then asks {@link Verdicts} of each. */
final class Checking {

    private final Connection connection;
    private final Units units;
    private final Policies policies;
    private final BulkDecision paper;
    private final Verdicts verdicts;
    private final LocalDate today;

    /** The decision's own part of the country: its unit, or all that its drafter may see. */
    private final Caller within;

    Checking(
            Connection connection, Units units, Policies policies, Caller caller, BulkDecision paper, LocalDate today) {
        this.connection = connection;
        this.units = units;
        this.policies = policies;
        this.paper = paper;
        this.today = today;
        this.within = caller;
        this.verdicts = new Verdicts(paper.kind(), paper.program(), paper.month(), paper.benefit());
    }

    Verdicts verdicts() {
        return verdicts;
    }

    /** The people of reports, looked for; rows whose report nobody changed keep whom they mean. */
    List<Line> matched(List<Line> lines) throws SQLException {
        Map<Integer, TypedReport> typed = new TreeMap<>();
        lines.forEach(line -> typed.put(line.no(), TypedReport.of(line.report(), today)));
        List<Line> dated = lines.stream()
                .map(line -> new Line(
                        line.no(),
                        line.report(),
                        line.state(),
                        line.personId(),
                        0,
                        0,
                        typed.get(line.no()).day(),
                        line.candidates(),
                        false,
                        null))
                .toList();
        List<Line> found = new Matching(connection, scope("p.unit_id"), scope("e.unit_id")).match(dated, typed);
        return paper.kind() == Kind.MOVE ? found.stream().map(this::placed).toList() : found;
    }

    private PersonScope scope(String column) {
        return PersonScope.of(within, paper.unitId(), units, column);
    }

    /** Where a move goes: a commune of the decision's unit, by its code or name. */
    private Line placed(Line line) {
        String asked = line.report().unit();
        List<AdministrativeUnit> communes = asked.isEmpty()
                ? List.of()
                : asked.matches("[0-9]{1,5}")
                        ? units.byCode(asked, today).stream().toList()
                        : units.search(asked, paper.unitId(), today, 2).stream()
                                .filter(unit -> unit.level() == AdministrativeUnit.Level.COMMUNE)
                                .toList();
        if (communes.size() != 1 || communes.get(0).level() != AdministrativeUnit.Level.COMMUNE) {
            return line.as(
                    State.WRONG,
                    asked.isEmpty()
                            ? "Thiếu nơi đến: mã hoặc tên xã, phường."
                            : communes.isEmpty()
                                    ? "Không có xã, phường «" + asked
                                            + "» trong địa bàn. Chuyển ra ngoài tỉnh thì thôi hưởng"
                                            + " ở đây, nơi đến cho hưởng."
                                    : "Có nhiều xã, phường tên «" + asked + "». Vui lòng ghi mã.");
        }
        long to = communes.get(0).id();
        if (paper.unitId() != 0 && !units.isWithin(to, paper.unitId())) {
            return line.as(
                    State.WRONG,
                    "Nơi đến ở ngoài địa bàn của quyết định. Danh sách báo chuyển lập ở đơn vị trên cả hai nơi.");
        }
        return new Line(
                line.no(),
                line.report(),
                line.state(),
                line.personId(),
                0,
                to,
                line.day(),
                line.candidates(),
                line.confirmed(),
                line.message());
    }

    /** What each row is worth now; rows without a person stay as they are. */
    List<Line> judged(List<Line> lines) throws SQLException {
        return paper.kind().reported() ? judgedPeople(lines) : judgedRights(lines);
    }

    private List<Line> judgedRights(List<Line> lines) throws SQLException {
        Map<Long, Held> rights = rights(lines).stream().collect(Collectors.toMap(Held::id, Function.identity()));
        Set<Long> people = rights.values().stream().map(Held::personId).collect(Collectors.toSet());
        List<Held> all =
                paper.kind() == Kind.TRANSFER ? Held.ofPeople(connection, people, scope("e.unit_id")) : List.of();
        Map<Long, List<Held>> others = all.stream().collect(Collectors.groupingBy(Held::personId));
        Map<Long, Integer> first = new HashMap<>();
        return lines.stream()
                .map(line -> {
                    Held right = rights.get(line.entitlementId());
                    Integer before = right == null ? null : first.putIfAbsent(right.personId(), line.no());
                    if (before != null && paper.kind() == Kind.TRANSFER) {
                        return line.as(
                                State.WRONG,
                                "Người này đã ở dòng " + before + ": chế độ mới chỉ mở một lần. Hãy bỏ dòng này ra.");
                    }
                    return verdicts.ofRight(
                            line, right, right == null ? List.of() : others.getOrDefault(right.personId(), List.of()));
                })
                .toList();
    }

    /** The rights that rows name. */
    List<Held> rights(Collection<Line> lines) throws SQLException {
        return Held.byId(connection, lines.stream().map(Line::entitlementId).toList(), scope("e.unit_id"));
    }

    /** All rights of the people that rows are about. What is paid once neither ends with a death nor moves along. */
    Map<Long, List<Held>> rightsOfPeople(Collection<Line> lines) throws SQLException {
        List<Long> people = lines.stream()
                .map(Line::personId)
                .filter(id -> id != 0)
                .distinct()
                .toList();
        return Held.ofPeople(connection, people, scope("e.unit_id")).stream()
                .filter(right -> policies.benefit(right.benefit())
                        .map(Benefit::cadence)
                        .filter(Cadence.ONCE::equals)
                        .isEmpty())
                .collect(Collectors.groupingBy(Held::personId));
    }

    /** What is decided about which rights; rows without a right to decide about are left out. */
    List<Deciders.Asked> asked(List<Line> lines) throws SQLException {
        if (!paper.kind().reported()) {
            return rights(lines).stream()
                    .map(right -> new Deciders.Asked(right.benefit(), right.unitId(), 0))
                    .toList();
        }
        Map<Long, List<Held>> rights = rightsOfPeople(lines);
        List<Deciders.Asked> asked = new ArrayList<>();
        for (Line line : lines) {
            rights.getOrDefault(line.personId(), List.of()).stream()
                    .filter(right -> verdicts.concerns(right, line))
                    .forEach(right -> asked.add(new Deciders.Asked(right.benefit(), right.unitId(), line.toUnitId())));
        }
        return asked;
    }

    private List<Line> judgedPeople(List<Line> lines) throws SQLException {
        Map<Long, Known> people = known(lines);
        Map<Long, List<Held>> rights = rightsOfPeople(lines);
        Map<Long, Integer> first = new HashMap<>();
        Set<Long> seen = new HashSet<>();
        List<Line> judged = new ArrayList<>();
        for (Line line : lines) {
            Known known = people.get(line.personId());
            boolean unplaced = paper.kind() == Kind.MOVE && line.toUnitId() == 0;
            if (line.personId() == 0 || line.day() == null || unplaced) {
                judged.add(line);
            } else if (known == null) {
                judged.add(line.as(State.WRONG, "Hồ sơ người này đã bị xóa hoặc gộp."));
            } else if (!seen.add(line.personId())) {
                judged.add(line.as(State.WRONG, "Trùng với dòng " + first.get(line.personId()) + "."));
            } else {
                first.put(line.personId(), line.no());
                judged.add(verdicts.ofPerson(line, known, rights.getOrDefault(line.personId(), List.of())));
            }
        }
        return judged;
    }

    private Map<Long, Known> known(List<Line> lines) throws SQLException {
        Object[] ids = lines.stream()
                .map(Line::personId)
                .filter(id -> id != 0)
                .distinct()
                .toArray();
        return Rows.list(
                        connection,
                        "select id, birth_date, deceased_on from ansinh.person where id = any(?) and deleted_at is null",
                        select -> select.setArray(1, connection.createArrayOf("bigint", ids)),
                        row -> new Known(
                                row.getLong(1), row.getObject(2, LocalDate.class), row.getObject(3, LocalDate.class)))
                .stream()
                .collect(Collectors.toMap(Known::id, Function.identity()));
    }
}
