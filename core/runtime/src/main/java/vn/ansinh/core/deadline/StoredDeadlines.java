package vn.ansinh.core.deadline;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.audit.Subject;
import vn.ansinh.api.codelist.CodeLists;
import vn.ansinh.api.deadline.Cadence;
import vn.ansinh.api.deadline.Deadline;
import vn.ansinh.api.deadline.Deadlines;
import vn.ansinh.api.deadline.DueRule;
import vn.ansinh.api.deadline.Duty;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.api.unit.Units;
import vn.ansinh.core.audit.Fields;
import vn.ansinh.core.benefit.InTime;

/** {@link Deadlines} of the services that are there, with what units set beside them. */
public final class StoredDeadlines implements Deadlines, InTime, DueTimes {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/uuuu");
    /** A stricter rule is compared with what holds without it over so many periods. */
    private static final int COMPARED = 24;

    private static final String RULE = "deadline-rule";
    private static final String DUTY = "deadline";

    private final List<Deadline> services;
    private final DeadlineSource own;
    private final Transactions transactions;
    private final Access access;
    private final Units units;
    private final CodeLists codeLists;
    private final Audit audit;
    private final Clock clock;

    /**
     * @param services what running programs declare; changes as they come and go
     * @param own what the core itself wants
     */
    public StoredDeadlines(
            List<Deadline> services,
            DeadlineSource own,
            Transactions transactions,
            Access access,
            Units units,
            CodeLists codeLists,
            Audit audit,
            Clock clock) {
        this.services = services;
        this.own = own;
        this.transactions = transactions;
        this.access = access;
        this.units = units;
        this.codeLists = codeLists;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<Deadline> declared() {
        Caller caller = access.require(Permissions.DEADLINE_READ);
        return all().filter(deadline -> concerns(caller, deadline.program()))
                .sorted(Comparator.comparing(Deadline::program, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(Deadline::name))
                .toList();
    }

    private Stream<Deadline> all() {
        return Stream.concat(services.stream(), own.now().stream());
    }

    private static boolean concerns(Caller caller, String program) {
        return program == null || caller.works(program);
    }

    /** Of a deadline that is not there now, the beginning of its id tells the program. */
    private boolean concernsRule(Caller caller, String deadline) {
        return all().filter(declared -> declared.id().equals(deadline))
                .findFirst()
                .map(declared -> concerns(caller, declared.program()))
                .orElseGet(() -> caller.works(program(deadline)));
    }

    private Caller requireFor(String permission, long unitId, Deadline deadline) {
        return deadline.program() == null
                ? access.require(permission, unitId)
                : access.require(permission, unitId, deadline.program());
    }

    @Override
    public List<Duty> duties(long unitId, YearMonth month) {
        access.require(Permissions.DEADLINE_READ, unitId);
        List<Deadline> declared = declared();
        List<Duty> duties = new ArrayList<>();
        transactions.run(connection -> {
            DeadlineRows rows = new DeadlineRows(connection);
            DutyList list = new DutyList(book(rows), month, clock.instant(), clock.getZone());
            for (Deadline deadline : declared) {
                for (LocalDate period : list.periods(deadline)) {
                    duties.addAll(list.of(
                            deadline,
                            period,
                            deadline.standings(unitId, period),
                            deadline.isReported() ? rows.reports(deadline.id(), period) : Map.of(),
                            rows.extensions(deadline.id(), period)));
                }
            }
        });
        Map<Long, String> names = new HashMap<>();
        duties.sort(Comparator.comparing(Duty::state)
                .thenComparing(Duty::due)
                .thenComparing(duty -> names.computeIfAbsent(duty.unitId(), units::fullName)));
        return duties;
    }

    private RuleBook book(DeadlineRows rows) throws SQLException {
        return new RuleBook(
                units,
                rows.rules(),
                codeLists.entries(HOLIDAYS).stream()
                        .map(CodeLists.Entry::code)
                        .filter(code -> code.matches("\\d{4}-\\d{2}-\\d{2}"))
                        .map(LocalDate::parse)
                        .collect(Collectors.toSet()));
    }

    @Override
    public List<UnitRule> rules(long unitId) {
        Caller caller = access.require(Permissions.DEADLINE_READ, unitId);
        return transactions.call(connection -> new DeadlineRows(connection)
                .rules().stream()
                        .filter(rule -> concernsRule(caller, rule.deadline()))
                        .filter(rule -> units.isWithin(rule.unitId(), unitId) || units.isWithin(unitId, rule.unitId()))
                        .toList());
    }

    private static String program(String deadline) {
        return deadline.substring(0, Math.max(0, deadline.indexOf('.')));
    }

    @Override
    public UnitRule tighten(String deadline, long unitId, DueRule rule, boolean cutOff, LocalDate from, String reason) {
        if (unitId == 0) {
            throw Problem.invalid("AS-DEADLINE-UNIT", "Vui lòng chọn đơn vị áp dụng hạn.");
        }
        Deadline declared = declared(deadline);
        Caller caller = requireFor(Permissions.DEADLINE_MANAGE, unitId, declared);
        Cadence cadence = declared.rule().cadence();
        if (rule.cadence() != cadence) {
            throw Problem.invalid(
                    "AS-DEADLINE-CADENCE", "Việc này tính theo " + cadence.label() + "; vui lòng chọn hạn cùng loại.");
        }
        String why = reason(reason);
        LocalDate first = cadence.periodOf(from);
        return transactions.call(connection -> {
            DeadlineRows rows = new DeadlineRows(connection);
            Optional<UnitRule> former = rows.rules().stream()
                    .filter(other -> other.deadline().equals(deadline)
                            && other.unitId() == unitId
                            && other.from().equals(first))
                    .findFirst();
            Instant now = clock.instant();
            UnitRule draft = new UnitRule(0, deadline, unitId, rule, cutOff, first, why, caller.account(), now);
            requireStricter(
                    book(rows), declared, draft, former.map(UnitRule::id).orElse(0L));
            if (former.isPresent()) {
                rows.end(former.get().id(), caller.account(), now, why);
            }
            long id = rows.add(draft);
            audit.changed(
                    new Subject(RULE, id),
                    "deadline.tighten",
                    former.map(StoredDeadlines::fields).orElse(Map.of()),
                    fields(draft),
                    why);
            return new UnitRule(id, deadline, unitId, rule, cutOff, first, why, caller.account(), now);
        });
    }

    private void requireStricter(RuleBook book, Deadline declared, UnitRule draft, long former) {
        LocalDate period = draft.from();
        for (int i = 0; i < COMPARED; i++) {
            Instant due = book.limit(declared, draft.unitId(), period, former).due();
            if (book.due(draft, period).isAfter(due)) {
                throw Problem.invalid(
                        "AS-DEADLINE-LAXER",
                        "Đơn vị chỉ được đặt hạn sớm hơn: kỳ "
                                + period(declared.rule().cadence(), period)
                                + " hạn hiện nay là " + moment(due) + ", hạn mới là "
                                + moment(book.due(draft, period)) + ".");
            }
            period = declared.rule().cadence().next(period);
        }
    }

    @Override
    public void loosen(long rule, String reason) {
        Caller caller = access.require(Permissions.DEADLINE_MANAGE);
        String why = reason(reason);
        transactions.run(connection -> {
            DeadlineRows rows = new DeadlineRows(connection);
            UnitRule former = rows.rule(rule)
                    .filter(found -> units.isWithin(found.unitId(), caller.unitId()))
                    .filter(found -> concernsRule(caller, found.deadline()))
                    .orElseThrow(() -> Problem.notFound(
                            "AS-DEADLINE-RULE", "Không có hạn riêng này, hoặc cấp trên mới được bỏ hạn này."));
            rows.end(rule, caller.account(), clock.instant(), why);
            audit.changed(new Subject(RULE, rule), "deadline.loosen", fields(former), Map.of(), why);
        });
    }

    @Override
    public void extend(String deadline, long unitId, LocalDate period, Instant until, String reason) {
        Deadline declared = declared(deadline);
        Caller caller = requireFor(Permissions.DEADLINE_MANAGE, unitId, declared);
        if (caller.unitId() == unitId) {
            throw Problem.forbidden(
                    "AS-DEADLINE-SUPERIOR", "Cấp trên mới được cho thêm thời gian; vui lòng đề nghị đơn vị cấp trên.");
        }
        String why = reason(reason);
        if (!until.isAfter(clock.instant())) {
            throw Problem.invalid("AS-DEADLINE-UNTIL", "Hạn mới phải ở sau thời điểm hiện tại.");
        }
        LocalDate first = declared.rule().cadence().periodOf(period);
        transactions.run(connection -> {
            DeadlineRows rows = new DeadlineRows(connection);
            Instant due = limit(rows, declared, unitId, first).due();
            if (!until.isAfter(due)) {
                throw Problem.invalid("AS-DEADLINE-UNTIL", "Hạn mới phải ở sau hạn hiện nay (" + moment(due) + ").");
            }
            rows.extend(deadline, unitId, first, until, why, caller.account(), clock.instant());
            audit.changed(
                    new Subject(DUTY, 0),
                    "deadline.extend",
                    Map.of("until", moment(due)),
                    Fields.of("deadline", deadline)
                            .and("unit", units.fullName(unitId))
                            .and("period", period(declared.rule().cadence(), first))
                            .and("until", moment(until))
                            .map(),
                    why);
        });
    }

    @Override
    public void report(String deadline, long unitId, LocalDate period, String note) {
        Deadline declared = declared(deadline);
        Caller caller = requireFor(Permissions.DEADLINE_READ, unitId, declared);
        if (!declared.isReported()) {
            throw Problem.conflict("AS-DEADLINE-SEEN", "Việc này hệ thống tự ghi nhận khi làm xong; không phải báo.");
        }
        if (note == null || note.isBlank()) {
            throw Problem.invalid("AS-DEADLINE-NOTE", "Vui lòng ghi số, ngày văn bản đã nộp.");
        }
        LocalDate first = declared.rule().cadence().periodOf(period);
        if (declared.standings(unitId, first).stream().noneMatch(standing -> standing.unitId() == unitId)) {
            throw Problem.notFound("AS-DEADLINE-DUTY", "Đơn vị này không phải làm việc ấy trong kỳ.");
        }
        transactions.run(connection -> {
            requireInTime(connection, declared, unitId, first);
            String text = Vietnamese.normalize(note);
            if (new DeadlineRows(connection).report(deadline, unitId, first, text, caller.account(), clock.instant())) {
                audit.changed(
                        new Subject(DUTY, 0),
                        "deadline.report",
                        Map.of(),
                        Fields.of("deadline", deadline)
                                .and("unit", units.fullName(unitId))
                                .and("period", period(declared.rule().cadence(), first))
                                .and("document", text)
                                .map(),
                        null);
            }
        });
    }

    @Override
    public void requireInTime(String deadline, long unitId, LocalDate period) {
        all().filter(declared -> declared.id().equals(deadline))
                .forEach(declared ->
                        transactions.run(connection -> requireInTime(connection, declared, unitId, period)));
    }

    @Override
    public void requireClose(String program, long unitId, YearMonth month) {
        services.stream()
                .filter(declared ->
                        declared.program().equals(program) && declared.cutsOff() == Deadline.CutOff.PAYROLL_CLOSE)
                .forEach(declared ->
                        transactions.run(connection -> requireInTime(connection, declared, unitId, month.atDay(1))));
    }

    @Override
    public void requireInTime(Deadline deadline, long unitId, LocalDate period) {
        transactions.run(connection -> requireInTime(connection, deadline, unitId, period));
    }

    @Override
    public Map<Long, Instant> due(Deadline deadline, Collection<Long> unitIds, LocalDate period) {
        return transactions.call(connection -> {
            DeadlineRows rows = new DeadlineRows(connection);
            RuleBook book = book(rows);
            Map<Long, DeadlineRows.Extension> extensions = rows.extensions(deadline.id(), period);
            return unitIds.stream()
                    .collect(Collectors.toMap(
                            Function.identity(),
                            unit -> DutyList.extended(book.limit(deadline, unit, period), extensions.get(unit))
                                    .due()));
        });
    }

    private void requireInTime(Connection connection, Deadline declared, long unitId, LocalDate period)
            throws SQLException {
        RuleBook.Limit limit = limit(new DeadlineRows(connection), declared, unitId, period);
        if (limit.cutOff() != null && !clock.instant().isBefore(limit.cutOff())) {
            throw Problem.conflict(
                    "AS-DEADLINE-LATE",
                    "Đã quá hạn «" + declared.name() + "» kỳ "
                            + period(declared.rule().cadence(), period) + " của "
                            + units.fullName(unitId) + ": hạn là " + moment(limit.cutOff())
                            + " và sau hạn thì khóa. Đơn vị cấp trên có thể cho thêm thời gian, có nêu lý do, ở trang Hạn"
                            + " xử lý.");
        }
    }

    private RuleBook.Limit limit(DeadlineRows rows, Deadline declared, long unitId, LocalDate period)
            throws SQLException {
        return DutyList.extended(
                book(rows).limit(declared, unitId, period),
                rows.extensions(declared.id(), period).get(unitId));
    }

    private Deadline declared(String id) {
        return declared().stream()
                .filter(deadline -> deadline.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.notFound(
                        "AS-DEADLINE", "Không có hạn «" + id + "», hoặc chương trình của nó chưa cài."));
    }

    private static String reason(String reason) {
        if (reason == null || reason.isBlank()) {
            throw Problem.invalid("AS-DEADLINE-REASON", "Vui lòng ghi lý do, ví dụ số văn bản.");
        }
        return Vietnamese.normalize(reason);
    }

    private static Map<String, String> fields(UnitRule rule) {
        DueRule due = rule.rule();
        return Fields.of("deadline", rule.deadline())
                .and("from", rule.from())
                .and("months", due.months())
                .and("day", due.day() == 0 ? null : due.day())
                .and("working-day", due.workingDay() == 0 ? null : due.workingDay())
                .and("time", due.time().equals(DueRule.MIDNIGHT) ? "24:00" : due.time())
                .and("cut-off", rule.cutOff())
                .map();
    }

    private static String period(Cadence cadence, LocalDate period) {
        return switch (cadence) {
            case DAY -> Vietnamese.day(period);
            case MONTH -> Vietnamese.month(YearMonth.from(period));
            case HALF_YEAR ->
                (period.getMonthValue() == 1 ? "6 tháng đầu năm " : "6 tháng cuối năm ") + period.getYear();
        };
    }

    /** The end of a day is told as 24:00 of it. */
    private String moment(Instant instant) {
        var local = instant.atZone(clock.getZone());
        return local.toLocalTime().toSecondOfDay() == 0
                ? "24:00 ngày " + Vietnamese.day(local.toLocalDate().minusDays(1))
                : MOMENT.format(local);
    }
}
