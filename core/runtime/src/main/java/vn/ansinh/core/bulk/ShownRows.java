package vn.ansinh.core.bulk;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.ansinh.api.bulk.BulkDecision;
import vn.ansinh.api.bulk.BulkRow;
import vn.ansinh.api.bulk.BulkRow.Candidate;
import vn.ansinh.api.bulk.BulkRow.Report;
import vn.ansinh.api.identity.BirthDate;
import vn.ansinh.api.identity.NumberSight;
import vn.ansinh.core.sql.Rows;

/** A page of a decision's rows, with the people, benefits and candidates behind them; asked as the caller. */
final class ShownRows {

    private static final String PAGE = """
            select r.no, r.report, r.state, coalesce(r.person_id, 0), p.full_name, p.birth_date, p.birth_year_only,
                coalesce(r.entitlement_id, 0), case when r.entitlement_id is not null then array[e.benefit] else (
                    select array_agg(distinct b.benefit order by b.benefit) from ansinh.entitlement b
                    where b.person_id = r.person_id and b.program = ? and (b.to_month is null or b.to_month >= date_trunc('month', r.day))) end,
                coalesce(e.unit_id, p.unit_id, 0), coalesce(r.to_unit_id, 0), r.day, r.message, r.candidates
            from ansinh.bulk_row r
                left join ansinh.entitlement e on e.id = r.entitlement_id
                left join ansinh.person p on p.id = r.person_id
            where r.decision_id = ? and r.no > ? and (not ? or r.state in ('WRONG', 'DOUBTFUL'))
            order by r.no limit ?""";

    private static final String CANDIDATES =
            "select id, full_name, birth_date, birth_year_only, unit_id from ansinh.person where id = any(?)";

    private final Connection connection;
    private final PaperSight benefits;
    private final NumberSight sight;

    /** @param benefits what the caller is told of them @param sight how the caller may see numbers that were typed */
    ShownRows(Connection connection, PaperSight benefits, NumberSight sight) {
        this.connection = connection;
        this.benefits = benefits;
        this.sight = sight;
    }

    List<BulkRow> page(BulkDecision paper, boolean open, int after, int limit) throws SQLException {
        record Raw(BulkRow row, List<Long> candidates) {}
        List<Raw> raws = Rows.list(
                connection,
                PAGE,
                select -> {
                    select.setString(1, paper.program());
                    select.setLong(2, paper.id());
                    select.setInt(3, after);
                    select.setBoolean(4, open);
                    select.setInt(5, limit);
                },
                row -> new Raw(
                        read(paper, row), List.of((Long[]) row.getArray(14).getArray())));
        List<Long> ids = raws.stream()
                .flatMap(raw -> raw.candidates().stream())
                .distinct()
                .toList();
        Map<Long, Candidate> people = ids.isEmpty()
                ? Map.of()
                : Rows.list(
                                connection,
                                CANDIDATES,
                                select -> select.setArray(1, connection.createArrayOf("bigint", ids.toArray())),
                                row -> new Candidate(
                                        row.getLong(1), row.getString(2), birth(row, 3), row.getLong(5), ""))
                        .stream()
                        .collect(Collectors.toMap(Candidate::personId, Function.identity()));
        return raws.stream()
                .map(raw -> with(
                        raw.row(),
                        raw.candidates().stream()
                                .map(people::get)
                                .filter(Objects::nonNull)
                                .toList()))
                .toList();
    }

    private static BulkRow with(BulkRow row, List<Candidate> candidates) {
        return new BulkRow(
                row.no(),
                row.report(),
                row.state(),
                row.personId(),
                row.personName(),
                row.birth(),
                row.entitlementId(),
                row.benefitName(),
                row.unitId(),
                row.toUnitId(),
                row.day(),
                row.message(),
                candidates);
    }

    private BulkRow read(BulkDecision paper, ResultSet row) throws SQLException {
        Set<String> names = new LinkedHashSet<>();
        if (row.getArray(9) != null) {
            for (String benefit : (String[]) row.getArray(9).getArray()) {
                if (benefit != null) {
                    names.add(benefits.name(paper, benefit));
                }
            }
        }
        return new BulkRow(
                row.getInt(1),
                shown(Lines.report(row, 2)),
                BulkRow.State.valueOf(row.getString(3)),
                row.getLong(4),
                row.getString(5),
                row.getString(5) == null ? null : birth(row, 6),
                row.getLong(8),
                String.join(", ", names),
                row.getLong(10),
                row.getLong(11),
                row.getObject(12, LocalDate.class),
                row.getString(13),
                List.of());
    }

    private Report shown(Report typed) {
        return typed == null
                ? null
                : new Report(sight.show(typed.number()), typed.name(), typed.birth(), typed.day(), typed.unit());
    }

    private static String birth(ResultSet row, int column) throws SQLException {
        return new BirthDate(row.getObject(column, LocalDate.class), row.getBoolean(column + 1)).label();
    }
}
