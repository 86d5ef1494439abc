package vn.ansinh.core.review;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.audit.Subject;
import vn.ansinh.api.fact.Facts;
import vn.ansinh.api.identity.BirthDate;
import vn.ansinh.api.policy.Discretion;
import vn.ansinh.api.policy.Policies;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.review.ReviewKind;
import vn.ansinh.api.review.ReviewRow;
import vn.ansinh.api.review.ReviewRow.Handled;
import vn.ansinh.api.review.Reviews;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.api.unit.Units;
import vn.ansinh.core.audit.Asked;
import vn.ansinh.core.audit.Fields;
import vn.ansinh.core.identity.PersonScope;
import vn.ansinh.core.sql.Rows;
import vn.ansinh.core.sql.Slice;

/** {@link Reviews} on the registry, the facts and the ledger; what was handled lies in {@code ansinh.review_mark}. */
public final class StoredReviews implements Reviews, ReviewFiles {

    private static final int LONGEST_PAGE = 500;
    private static final int LONGEST_SPAN_DAYS = 366;
    private static final String MARKED =
            " left join ansinh.review_mark m on m.person_id = r.person_id and m.program = ? and m.kind = ?"
                    + " and m.entitlement_id = r.entitlement_id and m.due = r.due where m.id is ";

    private static final String PAGE = "select " + ReviewSql.COLUMNS.replaceAll("(\\w+)", "r.$1")
            + ", m.note, m.decision_id, coalesce((select c.full_name from ansinh.account c where c.name = m.marked_by),"
            + " m.marked_by), m.marked_at from (";

    private static final String AFTER = " and (r.due, r.sort_key, r.person_id, r.entitlement_id) >"
            + " (?, (select a.sort_key from ansinh.person a where a.id = ?), ?, ?)";

    private final Transactions everywhere;
    private final Access access;
    private final Units units;
    private final Discretion discretion;
    private final Audit audit;
    private final ReviewWords words;
    private final ReviewShelf shelf = new ReviewShelf();
    private final ReviewExtender extender;

    /**
     * @param everywhere after it was asked who may: the statements begin with the caller's own part of the country, and below row-level
     *     security the database would first ask of everybody in it whether they are paid there
     */
    public StoredReviews(
            Transactions everywhere,
            Access access,
            Units units,
            Policies policies,
            Facts facts,
            Audit audit,
            BundleContext context) {
        this.everywhere = everywhere;
        this.access = access;
        this.units = units;
        this.discretion = new Discretion(access, policies);
        this.audit = audit;
        this.words = new ReviewWords(facts);
        this.extender = context == null ? null : new ReviewExtender(context, shelf);
    }

    /** Starts to read what bundles declare. */
    public void open() {
        extender.open();
    }

    /** Stops reading. */
    public void close() {
        extender.close();
    }

    @Override
    public List<String> faults(String begin) {
        return shelf.faults(begin);
    }

    ReviewShelf shelf() {
        return shelf;
    }

    @Override
    public List<ReviewKind> kinds() {
        Caller caller = access.require(Permissions.REVIEW_READ);
        return shelf.rules().stream()
                .filter(rule -> caller.works(rule.kind().program()))
                .map(rule -> shown(rule, caller))
                .toList();
    }

    private static boolean hidden(ReviewRule rule, Caller caller) {
        return rule.neutral() != null && !caller.may(Permissions.FACT_SENSITIVE);
    }

    private static ReviewKind shown(ReviewRule rule, Caller caller) {
        return hidden(rule, caller) ? rule.discreet() : rule.kind();
    }

    @Override
    public List<Count> counts(String program, long unitId, LocalDate from, LocalDate to, int limit) {
        Caller caller = access.require(Permissions.REVIEW_READ);
        caller.requireProgram(program);
        requireSpan(from, to);
        return everywhere.call(connection -> {
            List<Count> counts = new ArrayList<>();
            for (ReviewRule rule : shelf.rules()) {
                if (rule.kind().program().equals(program)) {
                    counts.add(new Count(
                            shown(rule, caller), count(connection, sql(rule, caller, unitId, from, to), rule, limit)));
                }
            }
            return counts;
        });
    }

    private static int count(Connection connection, ReviewSql found, ReviewRule rule, int limit) throws SQLException {
        String sql = "select count(*) from (select from (" + found.sql() + ") r" + MARKED + "null limit ?) n";
        return Rows.list(
                        connection,
                        sql,
                        select -> select.setInt(bindMark(select, found.bind(select, 1), rule), limit),
                        row -> row.getInt(1))
                .get(0);
    }

    /** One page of what a statement finds. @param further whether it is not the first */
    static String page(ReviewSql found, boolean handled, boolean further) {
        return PAGE + found.sql() + ") r" + MARKED + (handled ? "not null" : "null") + (further ? AFTER : "")
                + " order by r.due, r.sort_key, r.person_id, r.entitlement_id limit ?";
    }

    static int bindMark(PreparedStatement select, int position, ReviewRule rule) throws SQLException {
        select.setString(position, rule.kind().program());
        select.setString(position + 1, rule.kind().code());
        return position + 2;
    }

    private ReviewSql sql(ReviewRule rule, Caller caller, long unitId, LocalDate from, LocalDate to) {
        return ReviewSql.of(rule, PersonScope.of(caller, unitId, units, ReviewSql.scopeColumn(rule)), from, to);
    }

    private static void requireSpan(LocalDate from, LocalDate to) {
        if (from == null
                || to == null
                || to.isBefore(from)
                || from.plusDays(LONGEST_SPAN_DAYS).isBefore(to)) {
            throw Problem.invalid(
                    "AS-REVIEW-SPAN",
                    "Khoảng thời gian rà soát không đúng: từ ngày phải trước đến ngày, tối đa một năm.");
        }
    }

    @Override
    public Page find(Query query) {
        Caller caller = access.require(Permissions.REVIEW_READ);
        caller.requireProgram(query.program());
        requireSpan(query.from(), query.to());
        if (query.limit() < 1 || query.limit() > LONGEST_PAGE) {
            throw Problem.invalid("AS-REVIEW-LIMIT", "Mỗi trang có từ 1 đến 500 dòng.");
        }
        ReviewRule rule = rule(query.program(), query.kind());
        ReviewSql found = sql(rule, caller, query.unitId(), query.from(), query.to());
        ReviewKey after = query.cursor() == null ? null : ReviewKey.of(query.cursor());
        String sql = page(found, query.handled(), after != null);
        boolean hidden = hidden(rule, caller);
        List<ReviewRow> rows = everywhere.call(connection -> Rows.list(
                connection,
                sql,
                select -> {
                    int position = bindMark(select, found.bind(select, 1), rule);
                    if (after != null) {
                        select.setObject(position++, after.due());
                        select.setLong(position++, after.personId());
                        select.setLong(position++, after.personId());
                        select.setLong(position++, after.entitlementId());
                    }
                    select.setInt(position, query.limit() + 1);
                },
                row -> read(row, rule, hidden)));
        Slice<ReviewRow> page = Slice.of(rows, query.limit());
        audit.listed(
                Subject.PERSON,
                Asked.of("Rà soát: " + shown(rule, caller).name())
                        .and("program", query.program())
                        .unit(query.unitId())
                        .and("from-day", Vietnamese.day(query.from()))
                        .and("to-day", Vietnamese.day(query.to()))
                        .toString(),
                page.rows().stream().map(ReviewRow::personId).distinct().toList());
        return new Page(page.rows(), page.next(ReviewRow::key));
    }

    private ReviewRule rule(String program, String code) {
        return shelf.rule(program, code)
                .orElseThrow(() ->
                        Problem.notFound("AS-REVIEW-KIND", "Chương trình này không có việc rà soát «" + code + "»."));
    }

    private ReviewRow read(ResultSet row, ReviewRule rule, boolean hidden) throws SQLException {
        String benefit = row.getString(7);
        boolean unnamed = benefit != null && discretion.hides(benefit);
        LocalDate due = row.getObject(8, LocalDate.class);
        String detail = hidden
                ? ReviewWords.NEUTRAL
                : words.tell(
                        rule.look(),
                        row.getInt(9),
                        row.getString(10),
                        row.getString(11),
                        row.getObject(12, LocalDate.class),
                        row.getBoolean(5),
                        access.require().may(Permissions.FACT_SENSITIVE));
        Handled handled = row.getString(13) == null
                ? null
                : new Handled(
                        row.getString(13),
                        row.getLong(14),
                        row.getString(15),
                        row.getObject(16, OffsetDateTime.class).toInstant());
        return new ReviewRow(
                rule.kind().code(),
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                new BirthDate(row.getObject(4, LocalDate.class), row.getBoolean(5)).label(),
                row.getLong(6),
                unnamed ? null : benefit,
                benefit == null ? null : discretion.name(benefit),
                due,
                detail,
                handled);
    }

    @Override
    public int handle(String program, Collection<String> keys, String note) {
        String why = Vietnamese.normalize(note);
        if (why == null || why.isBlank()) {
            throw Problem.invalid(
                    "AS-REVIEW-NOTE", "Vui lòng ghi vì sao không cần xử lý tiếp, ví dụ: đã xem, còn đi học.");
        }
        Caller caller = access.require(Permissions.REVIEW_HANDLE);
        caller.requireProgram(program);
        List<ReviewKey> rows = keys(program, keys);
        List<Long> people = rows.stream().map(ReviewKey::personId).distinct().toList();
        return everywhere.call(connection -> {
            requireOwn(connection, caller, program, people);
            int marked = new ReviewMarks(connection, caller.account()).mark(program, rows, why, 0);
            if (marked > 0) {
                audit.changedAll(
                        Subject.PERSON,
                        people,
                        "review.handle",
                        Fields.of("rows", marked).map(),
                        why);
            }
            return marked;
        });
    }

    @Override
    public int reopen(String program, Collection<String> keys) {
        Caller caller = access.require(Permissions.REVIEW_HANDLE);
        caller.requireProgram(program);
        List<ReviewKey> rows = keys(program, keys);
        List<Long> people = rows.stream().map(ReviewKey::personId).distinct().toList();
        return everywhere.call(connection -> {
            requireOwn(connection, caller, program, people);
            int back = new ReviewMarks(connection, caller.account()).reopen(program, rows);
            if (back > 0) {
                audit.changedAll(
                        Subject.PERSON,
                        people,
                        "review.reopen",
                        Fields.of("rows", back).map(),
                        null);
            }
            return back;
        });
    }

    private List<ReviewKey> keys(String program, Collection<String> keys) {
        if (keys.isEmpty() || keys.size() > ReviewMarks.MOST) {
            throw Problem.invalid("AS-REVIEW-ROWS", "Vui lòng chọn từ 1 đến " + ReviewMarks.MOST + " dòng.");
        }
        List<ReviewKey> rows = keys.stream().map(ReviewKey::of).toList();
        rows.forEach(row -> rule(program, row.kind()));
        return rows;
    }

    /** Each lives in the caller's territory, or is paid there. */
    private void requireOwn(Connection connection, Caller caller, String program, List<Long> people)
            throws SQLException {
        PersonScope lives = PersonScope.of(caller, 0, units, "p.unit_id");
        PersonScope paid = PersonScope.of(caller, 0, units, "e.unit_id");
        String sql = "select id from unnest(?::bigint[]) d (id) where not exists (select from ansinh.person p"
                + " where p.id = d.id and (" + lives.sql() + " or exists (select from ansinh.entitlement e"
                + " where e.person_id = p.id and e.program = ? and " + paid.sql() + "))) limit 1";
        Optional<Long> unseen = Rows.list(
                        connection,
                        sql,
                        select -> {
                            select.setArray(1, connection.createArrayOf("bigint", people.toArray()));
                            int position = lives.bind(select, 2);
                            select.setString(position, program);
                            paid.bind(select, position + 1);
                        },
                        row -> row.getLong(1))
                .stream()
                .findFirst();
        if (unseen.isPresent()) {
            throw Problem.notFound(
                    "AS-PERSON-UNKNOWN", "Không có người này, hoặc người đó không thuộc địa bàn được giao.");
        }
    }
}
