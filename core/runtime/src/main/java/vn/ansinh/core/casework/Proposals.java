package vn.ansinh.core.casework;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.benefit.Entitlement;
import vn.ansinh.api.benefit.Grants;
import vn.ansinh.api.casework.CaseDetail.Draft;
import vn.ansinh.api.casework.Procedure;
import vn.ansinh.api.casework.Step;
import vn.ansinh.api.fact.Fact;
import vn.ansinh.api.fact.Subject;
import vn.ansinh.api.identity.Person;
import vn.ansinh.api.policy.Benefit;
import vn.ansinh.api.policy.Cadence;
import vn.ansinh.api.policy.Claim;
import vn.ansinh.api.policy.Due;
import vn.ansinh.api.policy.Pause;
import vn.ansinh.api.policy.PersonFacts;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.core.benefit.SupposedFacts;
import vn.ansinh.core.casework.Departures.Departed;
import vn.ansinh.core.sql.Rows;

/** What would be decided, by law and by what is known and was answered. */
final class Proposals {

    /** Code of list {@code ly-do-tang-giam}. */
    static final String DIED = "G01";

    private final CaseDesk desk;
    private final Caller caller;
    private final CaseRow row;
    private final Step step;
    private final Map<String, List<String>> answers;
    private final LocalDate day;

    Proposals(CaseDesk desk, Caller caller, CaseRow row, Step step, Map<String, List<String>> answers, LocalDate day) {
        this.desk = desk;
        this.caller = caller;
        this.row = row;
        this.step = step;
        this.answers = answers;
        this.day = day;
    }

    /**
     * What is proposed.
     *
     * @param conflicts Vietnamese sentences: what would give way to what
     * @param against why it cannot be granted; {@code null} when nothing stands against it
     */
    record Proposed(Draft draft, List<String> conflicts, String against) {

        private Proposed with(List<String> told) {
            return new Proposed(draft, List.copyOf(told), against);
        }
    }

    /** @param from month that an official chose, {@code null} for law's */
    Proposed grant(YearMonth from) {
        return switch (row.effect()) {
            case OPEN, ONCE -> right(from);
            case ADJUST -> adjustment();
            case END -> end(from);
            case MOVE -> move(from);
            case MOVE_OUT -> step.elsewhere() ? openingThere() : leaving(from);
        };
    }

    private Proposed proposed(String benefit, YearMonth from, long amount, String words, String against) {
        return new Proposed(
                new Draft(Draft.Outcome.GRANT, benefit, from, amount, words, "", caller.account(), null),
                List.of(),
                against);
    }

    private Proposed right(YearMonth from) {
        if (row.benefit() == null) {
            throw Problem.invalid("AS-CASE-BENEFIT", "Chưa chọn chế độ đề nghị. Vui lòng bổ sung trong hồ sơ.");
        }
        Grants.Preview preview = desk.inForce(
                caller,
                caller.unitId(),
                () -> desk.grants()
                        .preview(
                                new Grants.Proposal(
                                        row.personId(), row.benefit(), row.unitId(), from, row.number(), day),
                                new Grants.Supposed(
                                        new AnsweredFacts(desk, row, answers).from(row.number()), died(), day)));
        Due due = preview.due();
        String against =
                due.reason() != null ? due.reason() : held(preview.from()).orElseGet(this::noPayment);
        List<String> conflicts = new ArrayList<>(preview.conflicts());
        conflicts.addAll(otherDeath());
        return proposed(row.benefit(), preview.from(), due.amount(), words(due), against)
                .with(conflicts);
    }

    /** A right that is held already is not opened anew: its paper would promise money that no list pays. */
    private Optional<String> held(YearMonth from) {
        return desk.knowing(() -> desk.entitlements().ofPerson(row.personId())).stream()
                .filter(right -> right.benefit().equals(row.benefit()))
                .filter(right -> right.to() == null
                        || !right.to().isBefore(right.from()) && !right.to().isBefore(from))
                .findFirst()
                .map(right -> "Người này đã hưởng chế độ này từ tháng " + Vietnamese.month(right.from())
                        + (right.to() == null
                                ? "."
                                : " đến hết tháng " + Vietnamese.month(right.to())
                                        + ". Vui lòng chọn tháng bắt đầu hưởng sau tháng đó."));
    }

    private LocalDate died() {
        return row.effect() == Procedure.Effect.ONCE ? row.eventOn() : null;
    }

    private String noPayment() {
        return row.payment() == null ? "Chưa ghi hình thức nhận tiền. Vui lòng bổ sung trong hồ sơ." : null;
    }

    private static String words(Due due) {
        if (due.reason() != null) {
            return due.reason();
        }
        if (due.inKind() != null) {
            return due.rateName() + ": " + due.inKind();
        }
        return due.rateName() + ": " + money(due.base()) + " × "
                + due.coefficient().stripTrailingZeros().toPlainString().replace('.', ',')
                + (due.multiple() == 1 ? "" : " × " + due.multiple()) + " = " + money(due.amount()) + " đồng";
    }

    private static String money(long amount) {
        return "%,d".formatted(amount).replace(',', '.');
    }

    /** Rights that the case is about, which last beyond a month. What is paid once is no right to go on, end or move. */
    List<Entitlement> monthly(YearMonth last) {
        return desk.knowing(() -> desk.entitlements().ofPerson(row.personId())).stream()
                .filter(right -> right.program().equals(row.program()))
                .filter(right ->
                        row.entitlements().isEmpty() || row.entitlements().contains(right.id()))
                .filter(right -> right.to() == null || right.to().isAfter(last))
                .filter(right -> desk.policies()
                        .benefit(right.benefit())
                        .map(Benefit::cadence)
                        .filter(Cadence.ONCE::equals)
                        .isEmpty())
                .toList();
    }

    private String names(List<Entitlement> rights) {
        return rights.stream()
                .map(right -> desk.policies()
                        .benefit(right.benefit())
                        .map(Benefit::name)
                        .orElse(right.benefit()))
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private static String single(List<Entitlement> rights) {
        return rights.size() == 1 ? rights.get(0).benefit() : null;
    }

    private Proposed end(YearMonth chosen) {
        if (row.eventOn() == null || row.reason() == null) {
            throw Problem.invalid("AS-CASE-EVENT", "Thiếu lý do hoặc ngày xảy ra sự việc làm thôi hưởng.");
        }
        YearMonth lawful = YearMonth.from(row.eventOn());
        YearMonth last = chosen == null ? lawful : chosen;
        List<String> conflicts = new ArrayList<>(row.reason().equals(DIED) ? otherDeath() : List.of());
        if (!last.equals(lawful)) {
            conflicts.add("Sự việc xảy ra ngày " + Vietnamese.day(row.eventOn()) + " nên hưởng hết tháng "
                    + Vietnamese.month(lawful) + "; dự thảo ghi hết tháng " + Vietnamese.month(last) + ".");
        }
        List<Entitlement> rights = monthly(last);
        String words = "Thôi hưởng: " + names(rights) + ". Hưởng hết tháng " + Vietnamese.month(last) + ".";
        return proposed(
                        single(rights),
                        last,
                        0,
                        words,
                        rights.isEmpty()
                                ? "Không có chế độ nào còn hưởng sau tháng " + Vietnamese.month(last) + "."
                                : null)
                .with(conflicts);
    }

    private Person person() {
        return desk.knowing(() -> desk.people().byId(row.personId())).orElseThrow(CaseAct::unknown);
    }

    /** A day of death decides which month is the last: nobody mends it unknowingly. */
    private List<String> otherDeath() {
        LocalDate known = person().deceasedOn();
        return row.eventOn() == null || known == null || known.equals(row.eventOn()) || !tellsDeath()
                ? List.of()
                : List.of("Cơ sở dữ liệu đã ghi người này mất ngày " + Vietnamese.day(known) + ", hồ sơ ghi ngày "
                        + Vietnamese.day(row.eventOn()) + ": khi ký, ngày mất được sửa theo hồ sơ.");
    }

    private boolean tellsDeath() {
        return row.effect() == Procedure.Effect.ONCE || row.effect() == Procedure.Effect.END;
    }

    /** Whose month of death is paid already has nothing to move. @param from first month elsewhere */
    private String dead(YearMonth from) {
        LocalDate day = person().deceasedOn();
        return day == null || !YearMonth.from(day).isBefore(from)
                ? null
                : "Người này đã mất ngày " + Vietnamese.day(day) + ": phải làm thủ tục thôi hưởng, không chuyển được.";
    }

    private Proposed adjustment() {
        if (row.eventOn() == null) {
            throw Problem.invalid("AS-CASE-EVENT", "Thiếu ngày mà thông tin mới có hiệu lực.");
        }
        YearMonth from = YearMonth.from(row.eventOn());
        List<Entitlement> rights = monthly(from.minusMonths(1));
        List<Fact> supposed = new AnsweredFacts(desk, row, answers).required(row.number());
        List<Due> dues = dues(rights.stream().map(this::claim).toList(), supposed, from);
        String words = dues.stream().map(Proposals::words).distinct().collect(Collectors.joining("; "));
        return proposed(
                single(rights),
                from,
                dues.stream().mapToLong(Due::amount).sum(),
                "Điều chỉnh từ tháng " + Vietnamese.month(from) + ". " + words,
                rights.isEmpty() ? "Người này không có chế độ nào đang hưởng để điều chỉnh." : null);
    }

    /** What rights are worth in the month of the act, or in the first one if that is later, by the law of the act's day. */
    private List<Due> dues(List<Claim> claims, List<Fact> supposed, YearMonth first) {
        Person person = person();
        List<Fact> known = desk.knowing(() -> desk.facts().of(Subject.person(row.personId())));
        PersonFacts facts = new PersonFacts(
                person.birth().date(),
                person.deceasedOn(),
                SupposedFacts.over(known, supposed, desk.facts().keys()));
        YearMonth month = YearMonth.from(day).isBefore(first) ? first : YearMonth.from(day);
        return desk.policies().due(facts, claims, month, month, day);
    }

    /** What is paid a month of rights that go elsewhere: they are worth there what they are worth here. */
    private long worth(List<Entitlement> rights, YearMonth first) {
        List<Claim> claims = rights.stream()
                .map(right -> new Claim(right.id(), right.benefit(), right.from(), null, right.unitId()))
                .toList();
        return dues(claims, List.of(), first).stream().mapToLong(Due::amount).sum();
    }

    private Claim claim(Entitlement right) {
        List<Pause> pauses = desk.knowing(() -> desk.entitlements().suspensions(right.id())).stream()
                .map(pause -> new Pause(pause.from(), pause.to(), pause.reason()))
                .toList();
        return new Claim(right.id(), right.benefit(), right.from(), right.to(), right.unitId(), pauses);
    }

    /** The commune that is to pay. */
    long target() {
        return row.toUnitId() == 0 ? row.unitId() : row.toUnitId();
    }

    private Proposed move(YearMonth chosen) {
        YearMonth from = chosen == null ? YearMonth.from(day).plusMonths(1) : chosen;
        List<Entitlement> rights = monthly(from.minusMonths(1)).stream()
                .filter(right -> right.unitId() != target())
                .toList();
        String against = rights.isEmpty() ? "Không có chế độ nào đang hưởng ở nơi khác để chuyển." : dead(from);
        if (rights.stream().anyMatch(right -> province(right.unitId()) != province(target()))) {
            against = "Chế độ đang do tỉnh khác chi trả: phải làm thủ tục chuyển đi ở nơi đang hưởng.";
        }
        return proposed(
                single(rights),
                from,
                worth(rights, from),
                "Chi trả tại " + desk.units().fullName(target()) + " từ tháng " + Vietnamese.month(from) + ": "
                        + names(rights) + ".",
                against);
    }

    private long province(long unitId) {
        return desk.units()
                .byId(unitId)
                .map(unit -> unit.parentId() == 0 ? unit.id() : province(unit.parentId()))
                .orElse(0L);
    }

    private Proposed leaving(YearMonth chosen) {
        if (row.toUnitId() == 0) {
            throw Problem.invalid("AS-CASE-MOVE", "Thiếu nơi chuyển đến. Vui lòng bổ sung trong hồ sơ.");
        }
        List<Entitlement> held = monthly(YearMonth.from(day).minusMonths(1));
        YearMonth closed = held.stream()
                .flatMap(right -> Stream.of(right.paidThrough(), closedThrough(right.unitId())))
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(YearMonth.from(day));
        YearMonth lawful = closed.isAfter(YearMonth.from(day)) ? closed : YearMonth.from(day);
        YearMonth last = chosen == null ? lawful : chosen;
        if (last.isBefore(closed) && chosen != null) {
            throw Problem.invalid(
                    "AS-CASE-PAID",
                    "Đã chốt chi trả đến tháng " + Vietnamese.month(closed)
                            + " ở nơi này nên tháng thôi chi trả không được sớm hơn.");
        }
        List<Entitlement> rights = monthly(last);
        String paused = paused(rights, last);
        String against = rights.isEmpty()
                ? "Không có chế độ nào đang hưởng để chuyển đi."
                : paused == null ? dead(last.plusMonths(1)) : paused;
        return proposed(
                single(rights),
                last,
                worth(rights, last),
                "Thôi chi trả ở nơi cũ, hưởng hết tháng " + Vietnamese.month(last) + ": " + names(rights)
                        + ". Nơi mới chi trả từ tháng " + Vietnamese.month(last.plusMonths(1)) + ".",
                against);
    }

    /** A pause does not go along. */
    private String paused(List<Entitlement> rights, YearMonth last) {
        return rights.stream()
                .flatMap(right -> desk.knowing(() -> desk.entitlements().suspensions(right.id())).stream())
                .filter(pause -> pause.to() == null || pause.to().isAfter(last))
                .findFirst()
                .map(pause -> pause.to() == null
                        ? "Chế độ đang tạm dừng: hãy cho hưởng lại hoặc thôi hưởng trước khi chuyển đi."
                        : "Chế độ tạm dừng đến hết tháng " + Vietnamese.month(pause.to())
                                + ": vui lòng chọn tháng thôi chi trả từ tháng đó trở đi.")
                .orElse(null);
    }

    /** What a list pays already is not paid again elsewhere. */
    private YearMonth closedThrough(long unitId) {
        return desk.everywhere().call(connection -> closedThrough(connection, unitId));
    }

    private YearMonth closedThrough(Connection connection, long unitId) throws SQLException {
        return Rows.list(
                        connection,
                        "select closed_through from ansinh.payroll_commune where program = ? and unit_id = ?",
                        select -> {
                            select.setString(1, row.program());
                            select.setLong(2, unitId);
                        },
                        found -> CaseRows.day(found, 1))
                .stream()
                .filter(Objects::nonNull)
                .map(YearMonth::from)
                .findFirst()
                .orElse(null);
    }

    private Proposed openingThere() {
        List<Departed> departed = new Departures(desk, row).still();
        if (departed.isEmpty()) {
            return proposed(
                    null,
                    null,
                    0,
                    "",
                    "Không còn chế độ nào để hưởng tiếp: nơi cũ chưa thôi chi trả, hoặc đã quyết định thôi hưởng sau đó.");
        }
        List<Entitlement> ended = departed.stream().map(Departed::right).toList();
        YearMonth from = ended.get(0).to().plusMonths(1);
        String until = departed.stream()
                .filter(each -> each.end() != null)
                .map(each -> " Đã có quyết định thôi hưởng: hưởng hết tháng "
                        + Vietnamese.month(each.end().month()) + ".")
                .distinct()
                .collect(Collectors.joining());
        return proposed(
                single(ended),
                from,
                worth(ended, from),
                "Hưởng tiếp tại " + desk.units().fullName(row.unitId())
                        + " ngay sau tháng thôi chi trả ở nơi cũ, từ tháng " + Vietnamese.month(from) + ": "
                        + names(ended) + "." + until,
                dead(from));
    }
}
