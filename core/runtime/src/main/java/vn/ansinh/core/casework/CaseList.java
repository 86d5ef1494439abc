package vn.ansinh.core.casework;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.casework.CaseFile;
import vn.ansinh.api.casework.CaseFiles.CasePage;
import vn.ansinh.api.casework.CaseFiles.CaseQuery;
import vn.ansinh.api.casework.CaseFiles.Counts;
import vn.ansinh.api.casework.CasePermissions;
import vn.ansinh.api.casework.Procedure;
import vn.ansinh.api.casework.Step;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.api.unit.AdministrativeUnit.Level;
import vn.ansinh.core.identity.PersonScope;
import vn.ansinh.core.sql.Rows;
import vn.ansinh.core.sql.Slice;

/** Lists of cases by due day, page by page. */
final class CaseList {

    private static final int LONGEST_PAGE = 500;
    private static final String INFINITY = "infinity";

    private final CaseDesk desk;
    private final Caller caller;

    CaseList(CaseDesk desk) {
        this.desk = desk;
        this.caller = desk.access().require(CasePermissions.READ);
    }

    /** Parts of a condition with what they bind, in order. */
    private final class Condition {

        private final List<String> parts = new ArrayList<>();
        private final List<Object> bound = new ArrayList<>();

        Condition(CaseQuery query) {
            where(query.unitId());
            if (!caller.programs().contains("*")) {
                and("c.program = any(?)", caller.programs().toArray(String[]::new));
            }
            view(query);
            if (query.program() != null) {
                and("c.program = ?", query.program());
            }
            if (query.procedure() != null) {
                and("c.procedure = ?", query.procedure());
            }
            if (query.step() != null) {
                step(query.step());
            }
            if (query.late()) {
                and("c.state = 'OPEN' and c.due < ?", Date.valueOf(desk.today()));
            }
            if (query.text() != null && !query.text().isBlank()) {
                String folded = Vietnamese.fold(query.text()).strip();
                parts.add("(c.number = ? or p.search_name like ?)");
                bound.add(query.text().strip());
                bound.add("% " + folded.replaceAll("[\\\\%_]", "\\\\$0") + "%");
            }
        }

        /**
         * Of a commune, the lists of its own index; of more, a look at each case in order: behind an {@code or} the planner does not
         * gather all of them first.
         */
        private void where(long asked) {
            boolean narrower = asked != 0 && desk.units().isWithin(asked, caller.unitId());
            boolean wider = asked == 0 || desk.units().isWithin(caller.unitId(), asked);
            long root = narrower ? asked : caller.unitId();
            if (!narrower && !wider) {
                parts.add("false");
            } else if (root == 0) {
                parts.add("true");
            } else if (desk.units()
                    .byId(root)
                    .filter(unit -> unit.level() == Level.COMMUNE)
                    .isPresent()) {
                and("c.unit_id = any(?)", andBefore(root));
            } else {
                and("(false or c.unit_id in (select unit_id from ansinh.unit_sight where ancestor_id = ?))", root);
            }
        }

        private void view(CaseQuery query) {
            switch (query.view()) {
                case MINE -> mine();
                case RUNNING -> parts.add("c.state in ('OPEN', 'WAITING', 'DECIDED')");
                case WAITING -> parts.add("c.state in ('OPEN', 'WAITING', 'DECIDED') and c.state = 'WAITING'");
                case DECIDED -> parts.add("c.state in ('OPEN', 'WAITING', 'DECIDED') and c.state = 'DECIDED'");
                case ENDED -> parts.add("c.state in ('DONE', 'REJECTED', 'WITHDRAWN')");
                case ALL -> {}
            }
        }

        /** The steps of all versions that are called so; by its code, one whose version nobody can read any more. */
        private void step(String name) {
            Set<String> codes = new LinkedHashSet<>();
            Set<String> calledSo = new LinkedHashSet<>();
            for (Procedure procedure : desk.procedures().versions()) {
                procedure.steps().stream()
                        .filter(step -> step.name().equals(name))
                        .map(Step::code)
                        .forEach(code -> {
                            codes.add(code);
                            calledSo.add(procedure.id() + " " + procedure.version() + " " + code);
                        });
            }
            if (codes.size() < 2) {
                and("c.step = ?", codes.isEmpty() ? name : codes.iterator().next());
            } else {
                and("c.step = any(?)", codes.toArray(String[]::new));
            }
            if (!codes.isEmpty()) {
                and("c.procedure || ' ' || c.version || ' ' || c.step = any(?)", calledSo.toArray(String[]::new));
            }
        }

        /** Not what one drafted oneself: somebody else signs that. */
        private void mine() {
            Object kinds = Stream.of(Step.Kind.values())
                    .filter(kind -> caller.may(kind.permission()))
                    .map(Step.Kind::name)
                    .toArray(String[]::new);
            parts.add("c.state in ('OPEN', 'WAITING', 'DECIDED') and c.state <> 'WAITING'");
            and("c.holder_unit_id = any(?)", andBefore(caller.unitId()));
            and("c.step_kind = any(?)", kinds);
            and("not (c.step_kind = 'DECISION' and c.drafter = ?)", caller.account());
        }

        /** A unit and those that it took over. */
        private Long[] andBefore(long unitId) {
            Set<Long> mine = new LinkedHashSet<>();
            add(mine, unitId);
            return mine.toArray(Long[]::new);
        }

        private void add(Set<Long> mine, long unitId) {
            if (mine.add(unitId)) {
                desk.units()
                        .predecessors(unitId)
                        .forEach(before -> add(mine, before.unit().id()));
            }
        }

        void and(String part, Object value) {
            parts.add(part);
            bound.add(value);
        }

        String sql() {
            return " where " + String.join(" and ", parts);
        }

        int bind(PreparedStatement select, Connection connection) throws SQLException {
            int position = 1;
            for (Object value : bound) {
                select.setObject(position++, CaseChange.sql(connection, value));
            }
            return position;
        }
    }

    CasePage page(CaseQuery query) {
        if (query.limit() < 1 || query.limit() > LONGEST_PAGE) {
            throw Problem.invalid("AS-CASE-LIMIT", "Mỗi trang có từ 1 đến 500 hồ sơ.");
        }
        Condition condition = new Condition(query);
        String after = query.cursor() == null ? "" : " and (c.sort_due, c.id) > (?::date, ?)";
        String sql = "select " + CaseRows.COLUMNS + CaseRows.FROM + condition.sql() + after
                + " order by c.sort_due, c.id limit ?";
        return desk.transactions().call(connection -> {
            List<CaseRow> rows = Rows.list(
                    connection,
                    sql,
                    select -> {
                        int position = condition.bind(select, connection);
                        if (query.cursor() != null) {
                            String[] cursor = cursor(query.cursor());
                            select.setString(position++, cursor[0]);
                            select.setLong(position++, Long.parseLong(cursor[1]));
                        }
                        select.setInt(position, query.limit() + 1);
                    },
                    CaseRows::read);
            Slice<CaseRow> page = Slice.of(rows, query.limit());
            return new CasePage(files(connection, page.rows()), page.next(CaseList::cursor));
        });
    }

    private List<CaseFile> files(Connection connection, List<CaseRow> rows) throws SQLException {
        CaseSight sight = new CaseSight(desk, caller);
        Map<Long, String> holders = CaseParts.holders(connection, rows);
        return rows.stream().map(row -> sight.file(row, holders.get(row.id()))).toList();
    }

    private static String cursor(CaseRow last) {
        return (last.due() == null ? INFINITY : last.due().toString()) + "_" + last.id();
    }

    private static String[] cursor(String cursor) {
        if (!cursor.matches("(infinity|\\d{4}-\\d{2}-\\d{2})_\\d{1,18}")) {
            throw Problem.invalid(
                    "AS-CASE-CURSOR", "Vị trí trang trong danh sách không còn dùng được. Hãy mở lại danh sách từ đầu.");
        }
        return cursor.split("_");
    }

    /** Steps are counted by their names: versions of a procedure that call them alike are one. */
    Counts counts(CaseQuery query) {
        Condition condition = new Condition(query);
        LocalDate today = desk.today();
        String sql = "select c.procedure, c.version, c.step, count(*),"
                + " count(*) filter (where c.state = 'OPEN' and c.due < '" + today + "')" + CaseRows.FROM
                + condition.sql() + " group by c.procedure, c.version, c.step";
        Map<String, Integer> byStep = new LinkedHashMap<>();
        int[] sums = new int[2];
        desk.transactions()
                .call(connection -> Rows.list(connection, sql, select -> condition.bind(select, connection), row -> {
                    String code = row.getString(3);
                    String name = desk.procedures()
                            .version(row.getString(1), row.getString(2))
                            .flatMap(procedure -> procedure.step(code))
                            .map(Step::name)
                            .orElse(code);
                    byStep.merge(name, row.getInt(4), Integer::sum);
                    sums[0] += row.getInt(4);
                    sums[1] += row.getInt(5);
                    return code;
                }));
        return new Counts(sums[0], sums[1], byStep);
    }

    /** A person's cases, the latest first, also where they were before the file was handed over. */
    List<CaseFile> ofPerson(long personId) {
        PersonScope here = PersonScope.of(caller, 0, desk.units(), "c.unit_id", "c.program");
        PersonScope before = PersonScope.of(caller, 0, desk.units(), "c.former_unit_id", "c.program");
        String sql = "select " + CaseRows.COLUMNS + CaseRows.FROM + " where c.person_id = ? and (" + here.sql() + " or "
                + before.sql() + ") order by c.id desc";
        return desk.transactions()
                .call(connection -> files(
                        connection,
                        Rows.list(
                                connection,
                                sql,
                                select -> {
                                    select.setLong(1, personId);
                                    before.bind(select, here.bind(select, 2));
                                },
                                CaseRows::read)));
    }
}
