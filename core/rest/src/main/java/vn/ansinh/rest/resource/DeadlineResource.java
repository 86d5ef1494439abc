package vn.ansinh.rest.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.api.deadline.Cadence;
import vn.ansinh.api.deadline.Deadline;
import vn.ansinh.api.deadline.Deadlines;
import vn.ansinh.api.deadline.Deadlines.UnitRule;
import vn.ansinh.api.deadline.DueRule;
import vn.ansinh.api.deadline.Duty;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.rest.RestResource;

/** Who has to do what by when, and who is late. */
@Path("/deadlines")
@Produces("application/json")
@Consumes("application/json")
@Permitted(Permissions.DEADLINE_READ)
public final class DeadlineResource implements RestResource {

    private final Deadlines deadlines;
    private final UnitCodes units;
    private final Today today;

    /** @param deadlines scoped to the caller's subtree and programs */
    public DeadlineResource(Deadlines deadlines, UnitCodes units, Today today) {
        this.deadlines = deadlines;
        this.units = units;
        this.today = today;
    }

    /** Duties that fall due in a month (this one when left out), and late ones of the two before, the most urgent first. */
    @GET
    public List<DutyView> duties(@QueryParam("unit") String unit, @QueryParam("month") YearMonth month) {
        YearMonth asked = month == null ? YearMonth.from(today.or(null)) : month;
        return deadlines.duties(units.idOrOwn(unit), asked).stream()
                .map(duty -> DutyView.of(duty, units.fullName(duty.unitId())))
                .toList();
    }

    /** What programs declare. */
    @GET
    @Path("declared")
    public List<DeclaredView> declared() {
        return deadlines.declared().stream().map(DeclaredView::of).toList();
    }

    /** Stricter rules that hold at, above or below a unit. */
    @GET
    @Path("rules")
    public List<UnitRule> rules(@QueryParam("unit") String unit) {
        return deadlines.rules(units.idOrOwn(unit));
    }

    /** Makes a deadline stricter for a unit and all below it. */
    @POST
    @Path("{deadline}/rules")
    @Permitted(Permissions.DEADLINE_MANAGE)
    public UnitRule tighten(@PathParam("deadline") String deadline, RuleRequest request) {
        Required.body(request);
        return deadlines.tighten(
                deadline,
                units.id(Required.parameter("unit", request.unit())),
                request.rule(),
                request.cutOff(),
                today.or(request.from()),
                Required.parameter("reason", request.reason()));
    }

    /** Ends a rule. */
    @POST
    @Path("rules/{id}/end")
    @Permitted(Permissions.DEADLINE_MANAGE)
    public void loosen(@PathParam("id") long id, EndRequest request) {
        Required.body(request);
        deadlines.loosen(id, Required.parameter("reason", request.reason()));
    }

    /** Gives one unit more time for one period. */
    @POST
    @Path("{deadline}/extensions")
    @Permitted(Permissions.DEADLINE_MANAGE)
    public void extend(@PathParam("deadline") String deadline, ExtensionRequest request) {
        Required.body(request);
        deadlines.extend(
                deadline,
                units.id(Required.parameter("unit", request.unit())),
                Required.parameter("period", request.period()),
                Required.parameter("until", request.until()),
                Required.parameter("reason", request.reason()));
    }

    /** Says that the unit has done what the platform cannot see. */
    @POST
    @Path("{deadline}/reports")
    public void report(@PathParam("deadline") String deadline, ReportRequest request) {
        Required.body(request);
        deadlines.report(
                deadline,
                units.id(Required.parameter("unit", request.unit())),
                Required.parameter("period", request.period()),
                Required.parameter("note", request.note()));
    }

    /**
     * A stricter rule; of {@code day} and {@code workingDay} one, for a daily duty neither.
     *
     * @param unit code of today
     * @param time {@code 17:00}; the end of the day when left out
     * @param from a day of the first period; today's when left out
     */
    public record RuleRequest(
            String unit,
            Cadence cadence,
            int months,
            int day,
            int workingDay,
            LocalTime time,
            boolean cutOff,
            LocalDate from,
            String reason) {

        DueRule rule() {
            try {
                return new DueRule(
                        Required.parameter("cadence", cadence),
                        months,
                        day,
                        workingDay,
                        time == null ? DueRule.MIDNIGHT : time);
            } catch (IllegalArgumentException e) {
                throw Problem.invalid(
                        "AS-DEADLINE-DAY",
                        "Ngày đến hạn không hợp lệ: chọn một ngày trong tháng (day) hoặc ngày làm việc thứ mấy (workingDay);"
                                + " việc hằng ngày thì chỉ chọn giờ.");
            }
        }
    }

    /** @param reason not blank */
    public record EndRequest(String reason) {}

    /** @param period a day of it @param until the new last moment */
    public record ExtensionRequest(String unit, LocalDate period, Instant until, String reason) {}

    /** @param period a day of it @param note for instance number and day of the document */
    public record ReportRequest(String unit, LocalDate period, String note) {}

    /** A deadline as a program declares it. */
    public record DeclaredView(
            String id, String program, String name, String basis, DueRule rule, boolean reported, boolean cutsOff) {

        static DeclaredView of(Deadline deadline) {
            return new DeclaredView(
                    deadline.id(),
                    deadline.program(),
                    deadline.name(),
                    deadline.basis(),
                    deadline.rule(),
                    deadline.isReported(),
                    deadline.cutsOff() != Deadline.CutOff.NOTHING);
        }
    }

    /** A duty; fields as in {@link Duty}. */
    public record DutyView(
            String deadline,
            String program,
            String name,
            LocalDate period,
            long unitId,
            String unit,
            Instant due,
            Instant cutOff,
            Instant doneAt,
            String extension,
            Duty.State state) {

        static DutyView of(Duty duty, String unit) {
            return new DutyView(
                    duty.deadline(),
                    duty.program(),
                    duty.name(),
                    duty.period(),
                    duty.unitId(),
                    unit,
                    duty.due(),
                    duty.cutOff(),
                    duty.doneAt(),
                    duty.extension(),
                    duty.state());
        }
    }
}
