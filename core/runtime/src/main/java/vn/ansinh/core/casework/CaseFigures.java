package vn.ansinh.core.casework;

import java.sql.Date;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.audit.Subject;
import vn.ansinh.api.casework.CaseFiles.Posted;
import vn.ansinh.api.casework.CaseFiles.Punctuality;
import vn.ansinh.api.casework.CasePermissions;
import vn.ansinh.api.casework.Procedure;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.core.audit.Asked;
import vn.ansinh.core.casework.term.OfficeDays;
import vn.ansinh.core.casework.term.TermClock;
import vn.ansinh.core.sql.Rows;

/** On time and late by unit, and what hangs out. */
final class CaseFigures {

    /** Units that are seen from each of those asked about, ended ones among them, once each. */
    private static final String PUNCTUALITY = """
            select s.ancestor_id,
                count(*) filter (where c.decided_on between ? and ? and not c.decided_late),
                count(*) filter (where c.decided_on between ? and ? and c.decided_late),
                count(*) filter (where c.state in ('OPEN', 'WAITING')),
                count(*) filter (where c.state = 'OPEN' and c.due < ?),
                count(*) filter (where c.state = 'WAITING')
            from ansinh.case_file c join ansinh.unit_sight s on s.unit_id = c.unit_id and s.ancestor_id = any(?)
            where (c.program = any(?) or ?)
              and (c.decided_on between ? and ? or c.state in ('OPEN', 'WAITING'))
            group by s.ancestor_id""";

    /** What would reveal something never came to hang: the step was passed by. Asked again, a case may have become so. */
    private static final String POSTED = """
            select c.person_id, c.id, coalesce(p.full_name, c.person_name), extract(year from p.birth_date)::integer,
                ansinh.hamlet_of(p.address), c.procedure, c.version, t.begun, t.step
            from ansinh.case_step t join ansinh.case_file c on c.id = t.case_id
                left join ansinh.person p on p.id = c.person_id
            where t.kind = 'POSTING' and not t.skipped and not c.sensitive and c.unit_id = ?
              and t.begun <= ? and (t.ended is null or t.ended >= ?)
              and c.state not in ('WITHDRAWN', 'REJECTED')
              and (c.program = any(?) or ?)
            order by t.begun, coalesce(p.sort_key, c.person_name), c.id""";

    private final CaseDesk desk;
    private final Caller caller;

    CaseFigures(CaseDesk desk) {
        this.desk = desk;
        this.caller = desk.access().require(CasePermissions.READ);
    }

    List<Punctuality> punctuality(String program, long unitId, LocalDate from, LocalDate to) {
        long root = unitId == 0 ? caller.unitId() : unitId;
        desk.access().require(CasePermissions.READ, root);
        if (from == null || to == null || to.isBefore(from)) {
            throw Problem.invalid("AS-CASE-PERIOD", "Ngày cuối kỳ không được trước ngày đầu kỳ.");
        }
        if (program != null) {
            caller.requireProgram(program);
        }
        List<Long> units = below(root);
        boolean all = program == null && caller.programs().contains("*");
        Object[] programs =
                program != null ? new Object[] {program} : caller.programs().toArray();
        Map<Long, Punctuality> found = desk
                .transactions()
                .call(connection -> Rows.list(
                        connection,
                        PUNCTUALITY,
                        select -> {
                            select.setDate(1, Date.valueOf(from));
                            select.setDate(2, Date.valueOf(to));
                            select.setDate(3, Date.valueOf(from));
                            select.setDate(4, Date.valueOf(to));
                            select.setDate(5, Date.valueOf(desk.today()));
                            select.setArray(6, connection.createArrayOf("bigint", units.toArray()));
                            select.setArray(7, connection.createArrayOf("text", programs));
                            select.setBoolean(8, all);
                            select.setDate(9, Date.valueOf(from));
                            select.setDate(10, Date.valueOf(to));
                        },
                        row -> new Punctuality(
                                row.getLong(1),
                                row.getInt(2),
                                row.getInt(3),
                                row.getInt(4),
                                row.getInt(5),
                                row.getInt(6))))
                .stream()
                .collect(Collectors.toMap(Punctuality::unitId, Function.identity()));
        return units.stream()
                .map(unit -> found.getOrDefault(unit, new Punctuality(unit, 0, 0, 0, 0, 0)))
                .toList();
    }

    /** Direct children today; a commune speaks for itself. */
    private List<Long> below(long root) {
        LocalDate today = desk.today();
        List<AdministrativeUnit> children =
                root == 0 ? desk.units().provinces(today) : desk.units().children(root, today);
        return children.isEmpty()
                ? List.of(root)
                : children.stream().map(AdministrativeUnit::id).toList();
    }

    List<Posted> postings(long unitId, LocalDate day) {
        desk.access().require(CasePermissions.READ, unitId);
        LocalDate asked = day == null ? desk.today() : day;
        TermClock clock = new TermClock(OfficeDays.of(desk.codeLists(), unitId, asked.minusYears(1)));
        boolean all = caller.programs().contains("*");
        Set<Long> people = new LinkedHashSet<>();
        List<Posted> found = desk.transactions()
                .call(connection -> Rows.list(
                        connection,
                        POSTED,
                        select -> {
                            select.setLong(1, unitId);
                            select.setDate(2, Date.valueOf(asked));
                            select.setDate(3, Date.valueOf(asked));
                            select.setArray(
                                    4,
                                    connection.createArrayOf(
                                            "text", caller.programs().toArray()));
                            select.setBoolean(5, all);
                        },
                        row -> {
                            people.add(row.getLong(1));
                            Procedure procedure = desk.procedure(row.getString(6), row.getString(7));
                            LocalDate begun = CaseRows.day(row, 8);
                            int year = row.getInt(4);
                            return new Posted(
                                    row.getLong(2),
                                    row.getString(3),
                                    year == 0 ? null : year,
                                    row.getString(5),
                                    procedure.name(),
                                    begun,
                                    procedure
                                            .step(row.getString(9))
                                            .map(step -> clock.postedUntil(step, begun))
                                            .orElse(begun));
                        }));
        desk.audit()
                .listed(
                        Subject.PERSON,
                        Asked.of("Niêm yết").unit(unitId).day(asked).toString(),
                        people);
        return found;
    }
}
