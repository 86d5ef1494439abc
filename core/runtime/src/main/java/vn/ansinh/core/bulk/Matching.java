package vn.ansinh.core.bulk;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.ansinh.api.bulk.BulkRow.State;
import vn.ansinh.api.identity.BirthDate;
import vn.ansinh.core.identity.PersonScope;
import vn.ansinh.core.sql.Rows;

/**
 * Looks for the people of reports: by number, else by name and birth, in two statements for all of them. A number that is right in
 * every other respect is enough; everything else somebody has to say yes to.
 */
final class Matching {

    private static final String SCOPED =
            " and p.deleted_at is null and (%s or exists (select from ansinh.entitlement e where e.person_id = p.id and %s))";

    private static final String BY_NUMBER =
            "select t.no, p.id, p.search_name, p.full_name, p.birth_date, p.birth_year_only, true"
                    + " from unnest(?::integer[], ?::text[]) t (no, number) join ansinh.person p"
                    + " on p.%s = t.number where true" + SCOPED;

    private static final String BY_NAME =
            "select t.no, p.id, p.search_name, p.full_name, p.birth_date, p.birth_year_only, false"
                    + " from unnest(?::integer[], ?::text[], ?::integer[]) t (no, name, year) join ansinh.person p"
                    + " on p.search_name = ' ' || t.name || ' ' and p.birth_date between make_date(t.year, 1, 1)"
                    + " and make_date(t.year, 12, 31) where true" + SCOPED;

    private static final List<String> NUMBERS = List.of("id_number", "old_id_number", "temporary_number");
    private static final int MOST_CANDIDATES = 5;

    private final Connection connection;
    private final PersonScope lives;
    private final PersonScope paid;

    /** @param lives on {@code p.unit_id} @param paid on {@code e.unit_id} */
    Matching(Connection connection, PersonScope lives, PersonScope paid) {
        this.connection = connection;
        this.lives = lives;
        this.paid = paid;
    }

    private record Found(
            int no, long id, String searchName, String name, LocalDate birth, boolean yearOnly, boolean byNumber) {

        String label() {
            return name + ", sinh " + new BirthDate(birth, yearOnly).label();
        }
    }

    /** @param typed what each line says, by its number; only lines without a fault are looked for */
    List<Line> match(List<Line> lines, Map<Integer, TypedReport> typed) throws SQLException {
        List<TypedReport> asked = new ArrayList<>();
        List<Integer> nos = new ArrayList<>();
        typed.forEach((no, report) -> {
            if (report.fault() == null) {
                nos.add(no);
                asked.add(report);
            }
        });
        Map<Integer, Map<Long, Found>> found = new HashMap<>();
        for (String column : NUMBERS) {
            gather(found, byNumber(column, nos, asked));
        }
        gather(found, byName(nos, asked));
        return lines.stream()
                .map(line -> {
                    TypedReport report = typed.get(line.no());
                    return report.fault() != null
                            ? line.as(State.WRONG, report.fault())
                            : verdict(
                                    line,
                                    report,
                                    List.copyOf(found.getOrDefault(line.no(), Map.of())
                                            .values()));
                })
                .toList();
    }

    private static void gather(Map<Integer, Map<Long, Found>> all, List<Found> some) {
        some.forEach(each ->
                all.computeIfAbsent(each.no(), no -> new LinkedHashMap<>()).putIfAbsent(each.id(), each));
    }

    private List<Found> byNumber(String column, List<Integer> nos, List<TypedReport> asked) throws SQLException {
        return find(BY_NUMBER.formatted(column, lives.sql(), paid.sql()), nos, asked, false);
    }

    private List<Found> byName(List<Integer> nos, List<TypedReport> asked) throws SQLException {
        return find(BY_NAME.formatted(lives.sql(), paid.sql()), nos, asked, true);
    }

    private List<Found> find(String sql, List<Integer> nos, List<TypedReport> asked, boolean named)
            throws SQLException {
        return Rows.list(
                connection,
                sql,
                select -> {
                    select.setArray(1, connection.createArrayOf("integer", nos.toArray()));
                    select.setArray(
                            2,
                            connection.createArrayOf(
                                    "text",
                                    asked.stream()
                                            .map(named ? TypedReport::name : TypedReport::number)
                                            .toArray()));
                    int next = 3;
                    if (named) {
                        select.setArray(
                                next++,
                                connection.createArrayOf(
                                        "integer",
                                        asked.stream()
                                                .map(report -> report.birth() == null
                                                        ? null
                                                        : report.birth().getYear())
                                                .toArray()));
                    }
                    paid.bind(select, lives.bind(select, next));
                },
                row -> new Found(
                        row.getInt(1),
                        row.getLong(2),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, LocalDate.class),
                        row.getBoolean(6),
                        row.getBoolean(7)));
    }

    private static Line verdict(Line line, TypedReport report, List<Found> found) {
        List<Found> fitting = found.stream()
                .filter(each -> each.byNumber() || report.bornOn(each.birth(), each.yearOnly()))
                .limit(MOST_CANDIDATES)
                .toList();
        if (fitting.isEmpty()) {
            return line.of(0, false)
                    .maybe(List.of())
                    .as(
                            State.WRONG,
                            "Không tìm thấy người này trong địa bàn. Vui lòng kiểm tra số, họ tên, ngày sinh.");
        }
        Found first = fitting.get(0);
        boolean named = report.name().isEmpty() || first.searchName().strip().equals(report.name());
        boolean born = report.bornOn(first.birth(), first.yearOnly());
        if (fitting.size() == 1 && first.byNumber() && named && born) {
            return line.of(first.id(), false).maybe(List.of()).as(State.READY, null);
        }
        List<Long> people = fitting.stream().map(Found::id).toList();
        return line.of(0, false).maybe(people).as(State.DOUBTFUL, why(report, fitting, named, born));
    }

    private static String why(TypedReport report, List<Found> fitting, boolean named, boolean born) {
        if (fitting.size() > 1) {
            return "Có " + fitting.size() + " người có thể là người này. Vui lòng chọn.";
        }
        Found only = fitting.get(0);
        if (!only.byNumber()) {
            return report.number().isEmpty()
                    ? "Tìm theo họ tên và ngày sinh: " + only.label() + ". Vui lòng xác nhận."
                    : "Số định danh không khớp; cùng họ tên và ngày sinh: " + only.label() + ". Vui lòng xác nhận.";
        }
        return "Đúng số định danh nhưng khác " + (named ? "" : "họ tên") + (named || born ? "" : ", ")
                + (born ? "" : "ngày sinh") + ": cơ sở dữ liệu ghi " + only.label() + ".";
    }
}
