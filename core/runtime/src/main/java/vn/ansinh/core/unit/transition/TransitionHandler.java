package vn.ansinh.core.unit.transition;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.audit.Subject;
import vn.ansinh.api.job.JobContext;
import vn.ansinh.api.job.JobHandler;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.text.Money;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.api.unit.AdministrativeUnit.Level;
import vn.ansinh.api.unit.Transitions;
import vn.ansinh.api.unit.Units;
import vn.ansinh.core.unit.transition.Moving.Moved;

/**
 * Does the jobs of type {@link Transitions#SETTLE}: each old commune that went into one other whole is a transaction of its
 * own, and one that is done already moves nobody, so a job that was cut off goes on where it was.
 */
public final class TransitionHandler implements JobHandler {

    private final Transactions everywhere;
    private final Access access;
    private final Units units;
    private final Audit audit;

    /** @param everywhere moves rights of every program, after the caller's own right to do so was checked */
    public TransitionHandler(Transactions everywhere, Access access, Units units, Audit audit) {
        this.everywhere = everywhere;
        this.access = access;
        this.units = units;
        this.audit = audit;
    }

    @Override
    public String type() {
        return Transitions.SETTLE;
    }

    @Override
    public void run(JobContext job) {
        LocalDate day = day(job.parameter("day"));
        long asked = Long.parseLong(job.parameter("unit"));
        Caller caller = asked == 0
                ? access.require(Permissions.UNIT_TRANSFER)
                : access.require(Permissions.UNIT_TRANSFER, asked);
        long root = asked == 0 ? caller.unitId() : asked;
        List<AdministrativeUnit> ended =
                everywhere.call(connection -> new EndedUnits(connection, units).ended(day, root));
        int done = 0;
        int communes = 0;
        int split = 0;
        long people = 0;
        long rights = 0;
        long accounts = 0;
        long agencies = 0;
        for (AdministrativeUnit unit : ended) {
            Heirs heirs = Heirs.of(unit, units);
            if (heirs.whole()) {
                Moved moved = settle(unit, heirs.into().get(0), caller, job.parameter("why"));
                people += moved.people();
                rights += moved.entitlements();
                accounts += moved.accounts();
                agencies += moved.agencies();
                communes += unit.level() == Level.COMMUNE ? 1 : 0;
            } else {
                split += unit.level() == Level.COMMUNE ? 1 : 0;
            }
            job.progress(++done, ended.size(), "Đã chuyển " + Money.format(people) + " người");
        }
        job.result("communes", Integer.toString(communes));
        job.result("split", Integer.toString(split));
        job.result("people", Long.toString(people));
        job.result("entitlements", Long.toString(rights));
        job.result("accounts", Long.toString(accounts));
        job.result("agencies", Long.toString(agencies));
    }

    private Moved settle(AdministrativeUnit old, AdministrativeUnit heir, Caller caller, String why) {
        return everywhere.call(connection -> {
            Moving moving = new Moving(connection, units::fullName, caller.account(), why);
            moving.lock(old.id(), heir.id());
            new WaitingPeople(connection, old.id()).chooseAll();
            Moved moved = moving.move(old.validTo(), old.id(), heir.id(), true);
            if (!moved.isNothing()) {
                audit.changedAll(
                        Subject.UNIT,
                        List.of(old.id()),
                        "unit.transfer",
                        Map.of(
                                "old-unit", units.fullName(old.id()),
                                "new-unit", units.fullName(heir.id()),
                                "people", Integer.toString(moved.people()),
                                "accounts", Integer.toString(moved.accounts()),
                                "agencies", Integer.toString(moved.agencies())),
                        why);
            }
            return moved;
        });
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw Problem.invalid("AS-TRANSITION-DAY", "Ngày «" + text + "» không đúng; ghi như 2025-07-01.");
        }
    }
}
