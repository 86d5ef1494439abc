package vn.ansinh.core.identity;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.audit.Subject;
import vn.ansinh.api.fact.Facts;
import vn.ansinh.api.identity.Duplicates;
import vn.ansinh.api.identity.Person;
import vn.ansinh.api.policy.Discretion;
import vn.ansinh.api.policy.Policies;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.api.unit.Units;
import vn.ansinh.core.sql.Rows;
import vn.ansinh.core.sql.Slice;

/** {@link Duplicates} on tables {@code ansinh.duplicate_candidate} and {@code ansinh.person_merge}. */
public final class StoredDuplicates implements Duplicates {

    private static final int LONGEST_PAGE = 500;

    private static final String ALIVE =
            "select " + PersonRows.COLUMNS + " from ansinh.person p where p.id = ? and p.deleted_at is null";

    private static final String CANDIDATES = "select d.id, d.reason, " + PersonRows.COLUMNS + ", "
            + PersonRows.COLUMNS.replace("p.", "q.")
            + " from ansinh.duplicate_candidate d join ansinh.person p on p.id = d.a_id and p.deleted_at is null"
            + " join ansinh.person q on q.id = d.b_id and q.deleted_at is null"
            + " where d.state = 'OPEN' and d.id > ? and (%s or %s) order by d.id limit ?";

    private static final String DIFFERENT = """
            insert into ansinh.duplicate_candidate as d (a_id, b_id, reason, state, why, decided_by)
            values (?, ?, 'Cán bộ xem xét', 'DIFFERENT', ?, ?)
            on conflict (a_id, b_id) do update set state = 'DIFFERENT', why = excluded.why, decided_by = excluded.decided_by""";

    private static final String MERGES = """
            select m.id, m.kept_id, m.gone_id, p.full_name, m.why, m.merged_at, m.merged_by, m.undone_at
            from ansinh.person_merge m join ansinh.person p on p.id = m.kept_id where %s order by m.id desc limit ?""";

    private final Transactions everywhere;
    private final Access access;
    private final Units units;
    private final Policies policies;
    private final Facts facts;
    private final Audit audit;
    private final Clock clock;

    /** @param everywhere reaches every row, because the other record may be anywhere; each call checks the caller itself */
    public StoredDuplicates(
            Transactions everywhere,
            Access access,
            Units units,
            Policies policies,
            Facts facts,
            Audit audit,
            Clock clock) {
        this.everywhere = everywhere;
        this.access = access;
        this.units = units;
        this.policies = policies;
        this.facts = facts;
        this.audit = audit;
        this.clock = clock;
    }

    private record Found(long id, String reason, Person one, Person other) {}

    @Override
    public PairPage candidates(long unitId, String cursor, int limit) {
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw Problem.invalid("AS-MERGE-LIMIT", "Mỗi trang có từ 1 đến 500 cặp hồ sơ.");
        }
        Caller caller = access.require(Permissions.PERSON_MERGE);
        PersonScope one = PersonScope.of(caller, unitId, units, "p.unit_id");
        PersonScope other = PersonScope.of(caller, unitId, units, "q.unit_id");
        long after = after(cursor);
        List<Found> found = everywhere.call(connection -> Rows.list(
                connection,
                CANDIDATES.formatted(one.sql(), other.sql()),
                select -> {
                    select.setLong(1, after);
                    select.setInt(other.bind(select, one.bind(select, 2)), limit + 1);
                },
                row -> new Found(
                        row.getLong(1),
                        row.getString(2),
                        PersonRows.read(row, 3),
                        PersonRows.read(row, 3 + PersonRows.WIDTH))));
        Slice<Found> page = Slice.of(found, limit);
        List<Pair> pairs = page.rows().stream().map(pair -> pair(pair, caller)).toList();
        audit.listed(
                Subject.PERSON,
                "Hồ sơ có thể trùng",
                pairs.stream()
                        .flatMap(pair -> Stream.of(pair.first(), pair.second()))
                        .filter(Objects::nonNull)
                        .map(Person::id)
                        .distinct()
                        .toList());
        return new PairPage(pairs, page.next(last -> Long.toString(last.id())));
    }

    private static long after(String cursor) {
        try {
            return cursor == null ? 0 : Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw Problem.invalid(
                    "AS-MERGE-CURSOR",
                    "Vị trí trang trong danh sách không còn dùng được. Hãy mở lại danh sách từ đầu.");
        }
    }

    private Pair pair(Found found, Caller caller) {
        boolean seesOne = sees(caller, found.one());
        boolean seesOther = sees(caller, found.other());
        if (seesOne) {
            return new Pair(
                    found.one(), seesOther ? found.other() : null, found.other().unitId(), found.reason());
        }
        return new Pair(found.other(), null, found.one().unitId(), found.reason());
    }

    private boolean sees(Caller caller, Person person) {
        return caller.unitId() == 0 || units.isWithin(person.unitId(), caller.unitId());
    }

    @Override
    public Comparison compare(long first, long second) {
        Caller caller = access.require(Permissions.PERSON_MERGE);
        return everywhere.call(connection -> {
            Comparison comparison = compare(connection, first, second, caller);
            audit.listed(Subject.PERSON, "So sánh hai hồ sơ", List.of(first, second));
            return comparison;
        });
    }

    private Comparison compare(Connection connection, long first, long second, Caller caller) throws SQLException {
        if (first == second) {
            throw Problem.invalid("AS-MERGE-SAME", "Hãy chọn hai hồ sơ khác nhau.");
        }
        Person one = own(connection, first);
        Person other = own(connection, second);
        MergeComparison comparison =
                new MergeComparison(connection, units, new Discretion(access, policies), facts.keys());
        return new Comparison(
                one, other, comparison.differences(one, other, caller), comparison.obstacles(first, second));
    }

    /** A record that is in use and that the caller may merge. */
    private Person own(Connection connection, long id) throws SQLException {
        Person person =
                Rows.list(connection, ALIVE, select -> select.setLong(1, id), row -> PersonRows.read(row, 1)).stream()
                        .findFirst()
                        .filter(found -> sees(access.require(), found))
                        .orElseThrow(PersonRecords::unknown);
        access.require(Permissions.PERSON_MERGE, person.unitId());
        return person;
    }

    @Override
    public Merge merge(long keep, long gone, Map<String, Long> choices, String why) {
        String reason = DraftCheck.reason(why);
        Caller caller = access.require(Permissions.PERSON_MERGE);
        return everywhere.call(connection -> {
            Merging merging = new Merging(connection, caller.account(), LocalDate.now(clock));
            merging.lock(keep, gone);
            Comparison comparison = compare(connection, keep, gone, caller);
            requirePossible(comparison.obstacles());
            requireChoices(comparison, choices);
            Map<String, String> before = PersonFields.of(comparison.first(), units);
            long id = merging.merge(comparison.first(), comparison.second(), comparison.differences(), choices, reason);
            Map<String, String> after = PersonFields.of(own(connection, keep), units);
            audit.changed(Subject.person(keep), "person.merge", before, after, reason);
            audit.changed(
                    Subject.person(gone),
                    "person.merged",
                    Map.of("Hồ sơ", "Đang dùng"),
                    Map.of("Hồ sơ", "Gộp vào hồ sơ số " + keep),
                    reason);
            return byId(connection, id);
        });
    }

    private static void requirePossible(List<String> obstacles) {
        if (!obstacles.isEmpty()) {
            throw Problem.conflict("AS-MERGE-OBSTACLE", String.join(" ", obstacles));
        }
    }

    private static void requireChoices(Comparison comparison, Map<String, Long> choices) {
        long keep = comparison.first().id();
        long gone = comparison.second().id();
        for (Difference difference : comparison.differences()) {
            Long chosen = choices.get(difference.field());
            if (chosen == null || chosen != keep && chosen != gone) {
                throw Problem.invalid(
                        "AS-MERGE-CHOICE",
                        "Hai hồ sơ ghi khác nhau ở mục «" + difference.label() + "». Vui lòng chọn bên đúng.");
            }
        }
    }

    @Override
    public void undo(long mergeId, String why) {
        String reason = DraftCheck.reason(why);
        Caller caller = access.require(Permissions.PERSON_MERGE);
        everywhere.run(connection -> {
            Merge merge = byId(connection, mergeId);
            Merging merging = new Merging(connection, caller.account(), LocalDate.now(clock));
            merging.lock(merge.keptId(), merge.goneId());
            merge = byId(connection, mergeId);
            if (merge.undoneAt() != null) {
                throw Problem.conflict("AS-MERGE-UNDONE", "Lần gộp này đã được hủy.");
            }
            requireNotMerged(connection, merge.keptId());
            Person kept = own(connection, merge.keptId());
            requirePossible(new MergeComparison(connection, units, new Discretion(access, policies), facts.keys())
                    .drafts(merge.keptId(), merge.goneId()));
            Map<String, String> before = PersonFields.of(kept, units);
            merging.undo(mergeId, merge.keptId(), merge.goneId(), reason);
            Map<String, String> after = PersonFields.of(own(connection, merge.keptId()), units);
            audit.changed(Subject.person(merge.keptId()), "person.unmerge", before, after, reason);
            audit.changed(
                    Subject.person(merge.goneId()),
                    "person.unmerge",
                    Map.of("Hồ sơ", "Gộp vào hồ sơ số " + merge.keptId()),
                    Map.of("Hồ sơ", "Đang dùng"),
                    reason);
        });
    }

    private static void requireNotMerged(Connection connection, long kept) throws SQLException {
        boolean merged = Rows.list(
                        connection,
                        "select exists (select from ansinh.person where id = ? and merged_into is not null)",
                        select -> select.setLong(1, kept),
                        row -> row.getBoolean(1))
                .get(0);
        if (merged) {
            throw Problem.conflict(
                    "AS-MERGE-LATER", "Hồ sơ được giữ lại sau đó đã gộp vào hồ sơ khác. Hãy hủy lần gộp sau trước.");
        }
    }

    /** A merge of a record of the caller's. */
    private Merge byId(Connection connection, long id) throws SQLException {
        return merges(connection, "m.id = ?", select -> {
                    select.setLong(1, id);
                    select.setInt(2, 1);
                })
                .stream()
                .findFirst()
                .orElseThrow(() -> Problem.notFound("AS-MERGE-UNKNOWN", "Không có lần gộp hồ sơ này."));
    }

    private static List<Merge> merges(Connection connection, String condition, Rows.Binding binding)
            throws SQLException {
        return Rows.list(
                connection,
                MERGES.formatted(condition),
                binding,
                row -> new Merge(
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getString(4),
                        row.getString(5),
                        row.getObject(6, OffsetDateTime.class).toInstant(),
                        row.getString(7),
                        row.getObject(8) == null
                                ? null
                                : row.getObject(8, OffsetDateTime.class).toInstant()));
    }

    @Override
    public List<Merge> merges(long unitId, int limit) {
        PersonScope scope = PersonScope.of(access.require(Permissions.PERSON_MERGE), unitId, units, "p.unit_id");
        return everywhere.call(connection -> {
            List<Merge> found = merges(connection, scope.sql(), select -> select.setInt(scope.bind(select, 1), limit));
            audit.listed(
                    Subject.PERSON,
                    "Các lần gộp hồ sơ",
                    found.stream().map(Merge::keptId).distinct().toList());
            return found;
        });
    }

    @Override
    public void different(long first, long second, String why) {
        String reason = DraftCheck.reason(why);
        Caller caller = access.require(Permissions.PERSON_MERGE);
        everywhere.run(connection -> {
            own(connection, first);
            own(connection, second);
            try (PreparedStatement insert = connection.prepareStatement(DIFFERENT)) {
                insert.setLong(1, Math.min(first, second));
                insert.setLong(2, Math.max(first, second));
                insert.setString(3, reason);
                insert.setString(4, caller.account());
                insert.executeUpdate();
            }
            audit.changedAll(
                    Subject.PERSON,
                    List.of(first, second),
                    "person.different",
                    Map.of("Kết luận", "Hai người"),
                    reason);
        });
    }
}
