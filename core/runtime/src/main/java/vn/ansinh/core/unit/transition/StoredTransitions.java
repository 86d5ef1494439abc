package vn.ansinh.core.unit.transition;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.audit.Subject;
import vn.ansinh.api.identity.Person;
import vn.ansinh.api.job.Jobs;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.api.unit.Transitions;
import vn.ansinh.api.unit.Units;

/** {@link Transitions} on the tables of people, rights and accounts. */
public final class StoredTransitions implements Transitions {

    private static final int LONGEST_PAGE = 500;

    private final Transactions transactions;
    private final Transactions everywhere;
    private final Access access;
    private final Units units;
    private final Jobs jobs;
    private final Audit audit;
    private final Clock clock;

    /** @param everywhere moves rights of every program, after the caller's own right to do so was checked */
    public StoredTransitions(
            Transactions transactions,
            Transactions everywhere,
            Access access,
            Units units,
            Jobs jobs,
            Audit audit,
            Clock clock) {
        this.transactions = transactions;
        this.everywhere = everywhere;
        this.access = access;
        this.units = units;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<LocalDate> days(long unitId) {
        long root = root(unitId);
        return transactions.call(connection -> new EndedUnits(connection, units).days(root));
    }

    @Override
    public List<EndedUnit> preview(LocalDate day, long unitId) {
        long root = root(unitId);
        // accounts are counted too, which no official reads; the root is what the caller may see
        return everywhere.call(connection -> new EndedUnits(connection, units).holdings(day, root)).stream()
                .sorted(Comparator.comparing(
                        ended -> Vietnamese.fold(ended.unit().name())))
                .toList();
    }

    @Override
    public long settleWhole(LocalDate day, long unitId, String why) {
        long root = root(unitId);
        checkDay(day);
        String name = root == 0 ? "cả nước" : units.fullName(root);
        return jobs.submit(
                SETTLE,
                "Chuyển sang đơn vị mới từ " + Vietnamese.day(day) + " – " + name,
                Map.of("day", day.toString(), "unit", Long.toString(root), "why", checkReason(why)),
                null);
    }

    @Override
    public List<Hamlet> hamlets(long endedUnitId) {
        AdministrativeUnit ended = ended(endedUnitId);
        return transactions.call(connection -> new WaitingPeople(connection, ended.id()).hamlets());
    }

    @Override
    public WaitingPage waiting(WaitingQuery query) {
        if (query.limit() < 1 || query.limit() > LONGEST_PAGE) {
            throw Problem.invalid("AS-TRANSITION-LIMIT", "Mỗi trang có từ 1 đến 500 người.");
        }
        AdministrativeUnit ended = ended(query.endedUnitId());
        return transactions.call(connection -> {
            WaitingPage page = new WaitingPeople(connection, ended.id()).page(query);
            audit.listed(
                    Subject.PERSON,
                    "Chờ chuyển của " + units.fullName(ended.id()),
                    page.people().stream().map(Person::id).toList());
            return page;
        });
    }

    @Override
    public long assign(Assignment assignment) {
        AdministrativeUnit ended = ended(assignment.endedUnitId());
        Caller caller = access.require(Permissions.UNIT_TRANSFER, assignment.newUnitId());
        String why = checkReason(assignment.why());
        checkDay(ended.validTo());
        Heirs heirs = Heirs.of(ended, units);
        if (heirs.into().stream().noneMatch(unit -> unit.id() == assignment.newUnitId())) {
            throw Problem.invalid(
                    "AS-TRANSITION-UNIT",
                    "Đơn vị mới không nằm trên địa bàn cũ của " + ended.name() + ". Vui lòng chọn đơn vị khác.");
        }
        if (assignment.hamlets().isEmpty() && assignment.people().isEmpty()) {
            throw Problem.invalid("AS-TRANSITION-NOBODY", "Chưa chọn thôn, tổ hay người nào để chuyển.");
        }
        return everywhere.call(connection -> {
            Moving moving = new Moving(connection, units::fullName, caller.account(), why);
            moving.lock(ended.id(), assignment.newUnitId());
            WaitingPeople waiting = new WaitingPeople(connection, ended.id());
            long chosen = waiting.choose(assignment.hamlets(), assignment.people());
            if (waiting.missing(assignment.people()) > 0) {
                throw Problem.conflict(
                        "AS-TRANSITION-GONE",
                        "Có người trong số đã chọn vừa được chuyển đi. Chưa chuyển ai; hãy mở lại danh sách rồi chọn lại.");
            }
            moving.move(ended.validTo(), ended.id(), assignment.newUnitId(), false);
            audit.changedAll(
                    Subject.PERSON,
                    assignment.people(),
                    "unit.transfer",
                    Map.of(
                            "old-unit", units.fullName(ended.id()),
                            "new-unit", units.fullName(assignment.newUnitId()),
                            "people", Long.toString(chosen)),
                    why);
            return chosen;
        });
    }

    @Override
    public List<WaitingAccount> accounts(long unitId) {
        long root = root(unitId);
        LocalDate today = LocalDate.now(clock);
        // no official reads accounts; the root is what the caller may see
        return everywhere.call(connection -> new EndedUnits(connection, units).accounts(today, root));
    }

    @Override
    public List<WaitingAgency> agencies(long unitId) {
        long root = root(unitId);
        LocalDate today = LocalDate.now(clock);
        return transactions.call(connection -> new EndedUnits(connection, units).agencies(today, root));
    }

    @Override
    public List<Transfer> transfers(long unitId, int limit) {
        long root = root(unitId);
        return transactions.call(connection -> new EndedUnits(connection, units).transfers(root, limit));
    }

    /** @return where to look: what is asked for, or all that the caller may see */
    private long root(long unitId) {
        Caller caller = unitId == 0
                ? access.require(Permissions.UNIT_TRANSFER)
                : access.require(Permissions.UNIT_TRANSFER, unitId);
        return unitId == 0 ? caller.unitId() : unitId;
    }

    private AdministrativeUnit ended(long unitId) {
        access.require(Permissions.UNIT_TRANSFER, unitId);
        return units.byId(unitId)
                .filter(unit -> unit.validTo() != null)
                .orElseThrow(() ->
                        Problem.notFound("AS-TRANSITION-UNIT", "Đơn vị này chưa thay đổi nên không có ai chờ chuyển."));
    }

    private void checkDay(LocalDate day) {
        if (day.isAfter(LocalDate.now(clock))) {
            throw Problem.conflict(
                    "AS-TRANSITION-EARLY",
                    "Đơn vị mới chỉ có từ " + Vietnamese.day(day) + ". Đến ngày đó mới chuyển được.");
        }
    }

    private static String checkReason(String why) {
        String said = Vietnamese.normalize(why);
        if (said == null || said.isEmpty()) {
            throw Problem.invalid("AS-TRANSITION-WHY", "Chưa ghi căn cứ chuyển, ví dụ số nghị quyết.");
        }
        return said;
    }
}
