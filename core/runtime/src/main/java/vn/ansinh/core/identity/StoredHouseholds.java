package vn.ansinh.core.identity;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.audit.Subject;
import vn.ansinh.api.identity.Household;
import vn.ansinh.api.identity.Household.Member;
import vn.ansinh.api.identity.Households;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.api.unit.Units;
import vn.ansinh.core.sql.Rows;

/** {@link Households} on tables {@code ansinh.household*}. */
public final class StoredHouseholds implements Households {

    private static final String PEOPLE = """
            select p.id, p.full_name, p.unit_id from ansinh.person p
            where p.id = any(?) and p.deleted_at is null and %s""";

    private static final String LATEST = """
            select greatest(h.from_date,
                (select max(from_date) from ansinh.household_head where household_id = h.id),
                (select max(from_date) from ansinh.household_address where household_id = h.id),
                (select max(from_date) from ansinh.household_member where household_id = h.id))
            from ansinh.household h where h.id = ?""";

    private final Transactions transactions;
    private final Transactions everywhere;
    private final Access access;
    private final Units units;
    private final Audit audit;
    private final Clock clock;
    private final HouseholdList list;

    /** For tests without row-level security. */
    public StoredHouseholds(Transactions transactions, Access access, Units units, Audit audit, Clock clock) {
        this(transactions, transactions, access, units, audit, clock);
    }

    /** @param everywhere for writing: who sends a household elsewhere does not write there otherwise */
    public StoredHouseholds(
            Transactions transactions, Transactions everywhere, Access access, Units units, Audit audit, Clock clock) {
        this.transactions = transactions;
        this.everywhere = everywhere;
        this.access = access;
        this.units = units;
        this.audit = audit;
        this.clock = clock;
        this.list = new HouseholdList(transactions, access, units);
    }

    @Override
    public Optional<Household> of(long personId, LocalDate day) {
        access.require(Permissions.HOUSEHOLD_READ);
        return transactions.call(connection -> {
            long id = HouseholdRows.of(connection, personId, day);
            return id == 0 ? Optional.empty() : read(connection, id, day);
        });
    }

    @Override
    public Optional<Household> byId(long id, LocalDate day) {
        access.require(Permissions.HOUSEHOLD_READ);
        return transactions.call(connection -> read(connection, id, day));
    }

    private Optional<Household> read(Connection connection, long id, LocalDate day) throws SQLException {
        Optional<Household> found = HouseholdRows.read(connection, id, day)
                .filter(household -> isWithin(household.unitId(), access.require()));
        found.ifPresent(household -> audit.listed(
                Subject.PERSON,
                "Hộ số " + id,
                household.members().stream().map(Member::personId).toList()));
        return found;
    }

    private boolean isWithin(long unit, Caller caller) {
        return caller.unitId() == 0 || units.isWithin(unit, caller.unitId());
    }

    @Override
    public HouseholdPage list(long unitId, String text, String cursor, int limit) {
        return transactions.call(connection -> {
            HouseholdPage page = list.page(unitId, text, cursor, limit);
            String typed = text == null || text.isBlank() ? "" : ": " + text;
            audit.listed(
                    Subject.HOUSEHOLD,
                    "Hộ gia đình" + typed,
                    page.households().stream().map(Row::id).toList());
            return page;
        });
    }

    @Override
    public List<Event> history(long id) {
        access.require(Permissions.HOUSEHOLD_READ);
        return transactions.call(connection -> {
            read(connection, id, today()).orElseThrow(StoredHouseholds::unknown);
            return HouseholdRows.events(connection, id);
        });
    }

    @Override
    public Household open(HouseholdDraft draft) {
        Caller caller = access.require(Permissions.HOUSEHOLD_WRITE, draft.unitId());
        requirePast(draft.from());
        return everywhere.call(connection -> {
            Set<Long> people = new LinkedHashSet<>(draft.members().keySet());
            people.add(draft.headId());
            requireHere(connection, people, draft.unitId());
            HouseholdWriting writing = new HouseholdWriting(connection, caller.account());
            long id = writing.create(draft.unitId(), blank(draft.hamlet()), blank(draft.address()), draft.from());
            writing.in(id, draft.headId(), HEAD, draft.from());
            for (Map.Entry<Long, String> member : new TreeMap<>(draft.members()).entrySet()) {
                if (member.getKey() != draft.headId()) {
                    writing.in(id, member.getKey(), member.getValue(), draft.from());
                }
            }
            writing.head(id, draft.headId(), draft.from());
            return done(connection, writing, id, "OPEN", draft.from(), "Lập hộ " + people.size() + " khẩu");
        });
    }

    @Override
    public void join(long household, long person, String relation, LocalDate from) {
        change(household, from, (connection, writing, now) -> {
            String name = requireHere(connection, Set.of(person), now.unitId()).get(person);
            writing.in(household, person, relation, from);
            done(connection, writing, household, "JOIN", from, "Thêm khẩu " + name);
        });
    }

    @Override
    public void leave(long household, long person, LocalDate from) {
        change(household, from, (connection, writing, now) -> {
            Member member = member(now, person);
            if (now.headId() == person && now.members().size() > 1) {
                throw Problem.conflict(
                        "AS-HOUSEHOLD-HEAD",
                        member.fullName() + " là chủ hộ. Hãy chọn chủ hộ khác trước khi cho rời hộ.");
            }
            writing.out(household, Set.of(person), from);
            boolean last = now.members().size() == 1;
            if (last) {
                writing.end(household, from);
            }
            done(
                    connection,
                    writing,
                    household,
                    last ? "END" : "LEAVE",
                    from,
                    member.fullName() + " rời hộ" + (last ? ", hộ không còn khẩu nào" : ""));
        });
    }

    @Override
    public void head(long household, long person, LocalDate from) {
        change(household, from, (connection, writing, now) -> {
            Member member = member(now, person);
            if (now.headId() == person) {
                return;
            }
            replaceHead(writing, now, person, from);
            done(connection, writing, household, "HEAD", from, "Chủ hộ mới: " + member.fullName());
        });
    }

    private static void replaceHead(HouseholdWriting writing, Household now, long person, LocalDate from)
            throws SQLException {
        List<Long> all = now.members().stream().map(Member::personId).toList();
        writing.out(now.id(), all, from);
        for (long each : all) {
            writing.in(now.id(), each, each == person ? HEAD : null, from);
        }
        writing.head(now.id(), person, from);
    }

    @Override
    public void relation(long household, long person, String relation) {
        LocalDate today = today();
        change(household, today, (connection, writing, now) -> {
            Member member = member(now, person);
            if (now.headId() == person || HEAD.equals(relation)) {
                throw Problem.invalid("AS-HOUSEHOLD-RELATION", "Muốn đổi chủ hộ, hãy dùng «Đổi chủ hộ».");
            }
            writing.update(
                    "update ansinh.household_member set relation = ? where household_id = ? and person_id = ?"
                            + " and to_date is null",
                    blank(relation),
                    household,
                    person);
            done(connection, writing, household, "JOIN", today, "Ghi quan hệ với chủ hộ của " + member.fullName());
        });
    }

    @Override
    public void move(long household, long unitId, String hamlet, String address, LocalDate from) {
        access.require(Permissions.HOUSEHOLD_WRITE, unitId);
        change(household, from, (connection, writing, now) -> {
            writing.address(household, unitId, blank(hamlet), blank(address), from);
            writing.residences(
                    now.members().stream().map(Member::personId).toList(), unitId, blank(hamlet), blank(address), from);
            done(connection, writing, household, "MOVE", from, "Chuyển đến " + units.fullName(unitId));
        });
    }

    @Override
    public Household split(long household, Set<Long> members, long head, LocalDate from) {
        if (!members.contains(head)) {
            throw Problem.invalid("AS-HOUSEHOLD-SPLIT", "Chủ hộ mới phải là một trong những người tách ra.");
        }
        Household[] made = new Household[1];
        change(household, from, (connection, writing, now) -> {
            List<String> names = new ArrayList<>();
            for (long person : new TreeSet<>(members)) {
                names.add(member(now, person).fullName());
            }
            if (members.contains(now.headId())
                    || members.size() >= now.members().size()) {
                throw Problem.invalid(
                        "AS-HOUSEHOLD-SPLIT", "Chủ hộ ở lại hộ cũ. Muốn chủ hộ tách ra, hãy đổi chủ hộ trước.");
            }
            writing.out(household, members, from);
            long id = writing.create(now.unitId(), now.hamlet(), now.address(), from);
            for (long person : members) {
                writing.in(id, person, person == head ? HEAD : null, from);
            }
            writing.head(id, head, from);
            String who = String.join(", ", names);
            done(connection, writing, household, "SPLIT", from, "Tách hộ: " + who + " sang hộ số " + id);
            made[0] = done(connection, writing, id, "SPLIT", from, "Tách từ hộ số " + household + ": " + who);
        });
        return made[0];
    }

    @Override
    public Household merge(long from, long into, LocalDate day) {
        if (from == into) {
            throw Problem.invalid("AS-HOUSEHOLD-SAME", "Hãy chọn hai hộ khác nhau.");
        }
        Household[] merged = new Household[1];
        change(into, day, (connection, writing, target) -> {
            Household source = held(connection, from, day);
            requireHere(
                    connection,
                    source.members().stream().map(Member::personId).collect(Collectors.toSet()),
                    target.unitId());
            List<Long> all = source.members().stream().map(Member::personId).toList();
            writing.out(from, all, day);
            for (long person : all) {
                writing.in(into, person, null, day);
            }
            writing.end(from, day);
            done(connection, writing, from, "MERGE", day, "Gộp vào hộ số " + into);
            merged[0] =
                    done(connection, writing, into, "MERGE", day, "Gộp hộ số " + from + ": " + all.size() + " khẩu");
        });
        return merged[0];
    }

    /** What is done to a household whose row is held. */
    private interface Change {
        void on(Connection connection, HouseholdWriting writing, Household now) throws SQLException;
    }

    private void change(long id, LocalDate from, Change change) {
        Caller caller = access.require(Permissions.HOUSEHOLD_WRITE);
        requirePast(from);
        everywhere.run(connection -> {
            Household now = held(connection, id, from);
            change.on(connection, new HouseholdWriting(connection, caller.account()), now);
        });
    }

    /** The household as it is, if it lasts, is the caller's and nothing later was recorded. */
    private Household held(Connection connection, long id, LocalDate from) throws SQLException {
        Rows.list(
                connection,
                "select id from ansinh.household where id = ? and to_date is null for update",
                select -> select.setLong(1, id),
                row -> row.getLong(1));
        LocalDate latest =
                Rows.list(connection, LATEST, select -> select.setLong(1, id), row -> HouseholdRows.day(row, 1))
                        .stream()
                        .findFirst()
                        .orElseThrow(StoredHouseholds::unknown);
        if (from.isBefore(latest)) {
            throw Problem.conflict(
                    "AS-HOUSEHOLD-LATER",
                    "Hộ này đã có thay đổi từ ngày " + Vietnamese.day(latest) + ". Hãy chọn từ ngày đó trở đi.");
        }
        Household now = HouseholdRows.read(connection, id, from)
                .filter(household -> household.to() == null)
                .orElseThrow(StoredHouseholds::unknown);
        access.require(Permissions.HOUSEHOLD_WRITE, now.unitId());
        return now;
    }

    private static Member member(Household household, long person) {
        return household.members().stream()
                .filter(member -> member.personId() == person)
                .findFirst()
                .orElseThrow(() -> Problem.notFound("AS-HOUSEHOLD-MEMBER", "Người này không thuộc hộ vào ngày đó."));
    }

    /** Names of the people, who must be the caller's and live in the household's unit. */
    private Map<Long, String> requireHere(Connection connection, Collection<Long> people, long unitId)
            throws SQLException {
        PersonScope scope = PersonScope.of(access.require(Permissions.PERSON_READ), 0, units, "p.unit_id");
        Map<Long, String> names = new TreeMap<>();
        Rows.list(
                connection,
                PEOPLE.formatted(scope.sql()),
                select -> {
                    select.setArray(1, connection.createArrayOf("bigint", people.toArray()));
                    scope.bind(select, 2);
                },
                row -> {
                    if (row.getLong(3) != unitId) {
                        throw Problem.conflict(
                                "AS-HOUSEHOLD-ELSEWHERE",
                                row.getString(2) + " đang ở " + units.fullName(row.getLong(3))
                                        + ". Hãy chuyển nơi ở của người này trước.");
                    }
                    return names.put(row.getLong(1), row.getString(2));
                });
        if (!names.keySet().containsAll(people)) {
            throw PersonRecords.unknown();
        }
        return names;
    }

    private void requirePast(LocalDate from) {
        if (from == null || from.isAfter(today())) {
            throw Problem.invalid("AS-HOUSEHOLD-DAY", "Ngày thay đổi không được để trống hoặc sau hôm nay.");
        }
    }

    private Household done(
            Connection connection, HouseholdWriting writing, long id, String kind, LocalDate day, String detail)
            throws SQLException {
        writing.tell(id, kind, day, detail);
        audit.changed(
                new Subject(Subject.HOUSEHOLD, id),
                "household." + kind.toLowerCase(Locale.ROOT),
                Map.of(),
                Map.of("Nội dung", detail, "Từ ngày", Vietnamese.day(day)),
                null);
        return HouseholdRows.read(connection, id, day).orElse(null);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static String blank(String text) {
        return text == null || text.isBlank() ? null : Vietnamese.normalize(text);
    }

    private static Problem unknown() {
        return Problem.notFound("AS-HOUSEHOLD-UNKNOWN", "Không có hộ này, hoặc hộ không thuộc địa bàn được giao.");
    }
}
