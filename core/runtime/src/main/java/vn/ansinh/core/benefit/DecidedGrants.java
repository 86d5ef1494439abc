package vn.ansinh.core.benefit;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.benefit.Entitlement;
import vn.ansinh.api.benefit.EntitlementDraft;
import vn.ansinh.api.benefit.Entitlements;
import vn.ansinh.api.benefit.Entitlements.Opened;
import vn.ansinh.api.benefit.Grants;
import vn.ansinh.api.benefit.PaymentDetails;
import vn.ansinh.api.codelist.CodeLists;
import vn.ansinh.api.fact.Facts;
import vn.ansinh.api.fact.Subject;
import vn.ansinh.api.identity.Person;
import vn.ansinh.api.identity.PersonRegistry;
import vn.ansinh.api.policy.Benefit;
import vn.ansinh.api.policy.Claim;
import vn.ansinh.api.policy.Due;
import vn.ansinh.api.policy.Pause;
import vn.ansinh.api.policy.PersonFacts;
import vn.ansinh.api.policy.Policies;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.text.Vietnamese;

/** {@link Grants} over what the other rooms know. Rights elsewhere count too: law pays a person once, wherever they hold it. */
public final class DecidedGrants implements Grants {

    private static final String METHODS = "hinh-thuc-chi-tra";
    private static final String HIDDEN =
            "Người này đang hưởng một chế độ khác không cùng chi với chế độ đề nghị. Chế độ ấy chỉ người có quyền xem thông tin"
                    + " nhạy cảm mới thấy: vui lòng nhờ họ kiểm tra trước khi duyệt.";

    private final Access access;
    private final PersonRegistry people;
    private final Facts facts;
    private final Entitlements entitlements;
    private final Policies policies;
    private final CodeLists codeLists;
    private final Clock clock;

    public DecidedGrants(
            Access access,
            PersonRegistry people,
            Facts facts,
            Entitlements entitlements,
            Policies policies,
            CodeLists codeLists,
            Clock clock) {
        this.access = access;
        this.people = people;
        this.facts = facts;
        this.entitlements = entitlements;
        this.policies = policies;
        this.codeLists = codeLists;
        this.clock = clock;
    }

    @Override
    public Preview preview(Proposal proposal, Supposed supposed) {
        Caller caller = access.require(Permissions.ENTITLEMENT_WRITE, proposal.unitId());
        caller.requireProgram(benefit(proposal).program());
        if (proposal.decisionDate() == null) {
            throw Problem.invalid("AS-ENTITLEMENT-DECISION", "Thiếu ngày quyết định.");
        }
        Person person = people.byId(proposal.personId())
                .orElseThrow(() -> Problem.notFound(
                        "AS-PERSON-UNKNOWN", "Không có người này, hoặc người đó không thuộc địa bàn được giao."));
        PersonFacts known = new PersonFacts(
                person.birth().date(),
                supposed.died() != null ? supposed.died() : person.deceasedOn(),
                SupposedFacts.over(
                        everything(() -> facts.of(Subject.person(person.id()))), supposed.facts(), facts.keys()));
        YearMonth from = from(proposal, known);
        Claim claim = new Claim(0, proposal.benefit(), from, null, proposal.unitId());
        LocalDate today = LocalDate.now(clock);
        LocalDate asOf = supposed.asOf() == null ? today : supposed.asOf();
        YearMonth month = YearMonth.from(asOf).isBefore(from) ? from : YearMonth.from(asOf);
        Due due = policies.due(known, List.of(claim), from, month, asOf).stream()
                .filter(each -> each.period().equals(from) || each.reason() == null)
                .reduce((first, later) -> later.reason() == null ? later : first)
                .orElseThrow();
        return new Preview(from, due, conflicts(caller, known, everything(() -> claims(person)), claim, today));
    }

    private Benefit benefit(Proposal proposal) {
        return policies.benefit(proposal.benefit())
                .orElseThrow(() -> Problem.invalid(
                        "AS-ENTITLEMENT-BENEFIT",
                        "Không có chế độ «" + proposal.benefit() + "». Vui lòng chọn chế độ trong danh sách."));
    }

    private YearMonth from(Proposal proposal, PersonFacts known) {
        YearMonth lawful = policies.startMonth(proposal.benefit(), known, proposal.decisionDate());
        if (proposal.from() == null) {
            return lawful;
        }
        if (proposal.from().isBefore(lawful)) {
            throw Problem.invalid(
                    "AS-ENTITLEMENT-START",
                    "Theo quy định, chế độ này được hưởng từ tháng " + Vietnamese.month(lawful)
                            + ". Vui lòng chọn tháng ấy hoặc muộn hơn, hoặc ghi nhận sự kiện còn thiếu.");
        }
        return proposal.from();
    }

    private List<Claim> claims(Person person) {
        List<Claim> claims = new ArrayList<>();
        for (Entitlement held : entitlements.ofPerson(person.id())) {
            List<Pause> pauses = entitlements.suspensions(held.id()).stream()
                    .map(pause -> new Pause(pause.from(), pause.to(), pause.reason()))
                    .toList();
            claims.add(new Claim(held.id(), held.benefit(), held.from(), held.to(), held.unitId(), pauses));
        }
        return claims;
    }

    private List<String> conflicts(
            Caller caller, PersonFacts known, List<Claim> held, Claim proposed, LocalDate today) {
        List<String> all = policies.conflicts(known, held, proposed, today);
        if (all.isEmpty() || caller.may(Permissions.FACT_SENSITIVE)) {
            return all;
        }
        List<Claim> harmless = held.stream()
                .filter(claim -> !policies.isSensitive(claim.benefit()))
                .toList();
        List<String> shown = new ArrayList<>(policies.conflicts(known, harmless, proposed, today));
        if (!shown.containsAll(all)) {
            shown.add(HIDDEN);
        }
        return shown;
    }

    @Override
    public Entitlement grant(Proposal proposal, PaymentDetails payment, boolean conflictsSeen) {
        Preview preview = preview(proposal);
        if (proposal.decisionNumber() == null || proposal.decisionNumber().isBlank()) {
            throw Problem.invalid("AS-ENTITLEMENT-DECISION", "Thiếu số quyết định.");
        }
        if (payment == null || payment.payeeRole() == null || !codeLists.isOpen(METHODS, payment.method())) {
            throw Problem.invalid(
                    "AS-ENTITLEMENT-PAYMENT",
                    "Hình thức chi trả không có trong danh mục, hoặc đã ngừng dùng. Vui lòng chọn lại.");
        }
        if (!preview.conflicts().isEmpty() && !conflictsSeen) {
            throw Problem.conflict("AS-ENTITLEMENT-CONFLICTS", String.join("\n", preview.conflicts()));
        }
        Opened opened = entitlements
                .openAll(List.of(new EntitlementDraft(
                        proposal.personId(),
                        benefit(proposal).program(),
                        proposal.benefit(),
                        proposal.unitId(),
                        preview.from(),
                        null,
                        proposal.decisionNumber().strip(),
                        proposal.decisionDate(),
                        payment)))
                .get(0);
        if (opened.outcome() == Opened.Outcome.CONFLICT) {
            throw Problem.conflict(
                    "AS-ENTITLEMENT-TWICE", "Người này đã hưởng chế độ ấy trong những tháng trùng nhau.");
        }
        Entitlement right = entitlements.byId(opened.entitlementId()).orElseThrow();
        boolean again = right.to() == null && proposal.decisionNumber().strip().equals(right.decisionNumber());
        if (opened.outcome() == Opened.Outcome.UNCHANGED && !again) {
            throw Problem.conflict(
                    "AS-ENTITLEMENT-TWICE",
                    "Người này đã hưởng chế độ ấy từ tháng " + Vietnamese.month(right.from())
                            + (right.to() == null
                                    ? " theo quyết định khác."
                                    : " đến hết tháng " + Vietnamese.month(right.to())
                                            + ". Vui lòng chọn tháng bắt đầu hưởng sau tháng đó."));
        }
        return right;
    }

    /** Reads across all units: the person is the caller's, and what they hold elsewhere decides too. */
    private <T> T everything(Callable<T> reading) {
        try {
            return access.callAs(Caller.SYSTEM, reading);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
