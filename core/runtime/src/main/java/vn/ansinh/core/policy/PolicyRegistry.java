package vn.ansinh.core.policy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.audit.Subject;
import vn.ansinh.api.fact.FactKey;
import vn.ansinh.api.fact.Facts;
import vn.ansinh.api.policy.Benefit;
import vn.ansinh.api.policy.Claim;
import vn.ansinh.api.policy.Due;
import vn.ansinh.api.policy.Evaluation;
import vn.ansinh.api.policy.LawState;
import vn.ansinh.api.policy.PackState.Ending;
import vn.ansinh.api.policy.PackVersion;
import vn.ansinh.api.policy.PersonFacts;
import vn.ansinh.api.policy.Policies;
import vn.ansinh.api.policy.Question;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.core.audit.Fields;
import vn.ansinh.core.extender.FileRefusedException;
import vn.ansinh.core.policy.PackStages.Decision;

/**
 * {@link Policies} kept as immutable versions in the database. The latest activated version of a pack is in force,
 * with or without the bundle that brought it.
 */
public final class PolicyRegistry implements Policies {

    private static final Logger LOG = LoggerFactory.getLogger(PolicyRegistry.class);

    private final Transactions transactions;
    private final PolicyStore store;
    private final Access access;
    private final Facts facts;
    private final Audit audit;
    private final PackEvents events;
    private final PackArrivals arrivals;
    private final Map<PackVersion, Pack> parsed = new ConcurrentHashMap<>();
    private List<PackInForce> standing = List.of();
    private volatile PolicyBook book;

    /** Keeps no audit: for tests of other rooms. */
    public PolicyRegistry(Transactions transactions, Access access, Facts facts, Arrival arrival) {
        this(transactions, access, facts, arrival, Audit.NONE);
    }

    /** Reads the packs in force. */
    public PolicyRegistry(Transactions transactions, Access access, Facts facts, Arrival arrival, Audit audit) {
        this.transactions = transactions;
        this.audit = audit;
        this.events = new PackEvents(audit);
        this.store = new PolicyStore(transactions);
        this.access = access;
        this.facts = facts;
        this.arrivals = new PackArrivals(transactions, store, this, arrival, events);
        this.book = new PolicyBook(List.of(), this::label);
        refresh();
    }

    /**
     * Takes a pack that came along with the distribution: checked, kept, and a draft until it is activated, unless what arrives is in force at
     * once here. What is wrong with it is kept for {@link vn.ansinh.api.policy.Packs#list()}.
     *
     * @param file name shown to people
     * @param declared fact keys, also those that the bundle itself declares
     * @return whether the pack is kept
     */
    public boolean offer(String source, String file, Map<String, FactKey> declared) {
        return arrivals.offer(source, file, true, () -> declared);
    }

    /** Forgets the complaints about a file whose bundle went; what is kept stays. */
    public void withdraw(String file) {
        arrivals.withdraw(file);
    }

    PackArrivals arrivals() {
        return arrivals;
    }

    PackEvents events() {
        return events;
    }

    /** Catches up with what this or another node has kept and decided. */
    public synchronized void refresh() {
        PackStages stages = stages();
        List<PackInForce> now = new ArrayList<>();
        for (PackVersion version : stages.inForce().values()) {
            Pack pack = parsed(version);
            if (pack != null) {
                Ending ending = stages.ending(version.pack());
                YearMonth last = ending == null || ending.confirmed() == null ? null : ending.lastMonth();
                now.add(new PackInForce(pack, last, territories().of(pack)));
            }
        }
        if (!now.equals(standing)) {
            standing = now;
            book = new PolicyBook(now, this::label);
        }
    }

    /** Catches up, and until the transaction ends nobody, on whatever node, puts a pack into force or ends one. */
    public void hold(Connection connection) throws SQLException {
        PackEvents.share(connection);
        refresh();
    }

    /** The units of today. */
    Territories territories() {
        return store::subtree;
    }

    /** How all versions stand at this moment. */
    PackStages stages() {
        return new PackStages(transactions.call(PackEvents::all));
    }

    /**
     * A version as it is kept: it was checked then; its fact keys may have gone with its bundle since.
     *
     * @return {@code null} when it is not understood any more
     */
    Pack stored(PackVersion version) {
        try {
            return PackParser.parse(store.source(version).orElseThrow(), version.pack());
        } catch (FileRefusedException e) {
            LOG.error("Policy pack {} as kept in the database is not understood any more: {}", version, e.getMessage());
            return null;
        }
    }

    /** As {@link #stored}, read once. */
    Pack parsed(PackVersion version) {
        Pack pack = parsed.get(version);
        if (pack == null) {
            pack = stored(version);
            if (pack != null) {
                parsed.put(version, pack);
            }
        }
        return pack;
    }

    /** Of each pack of which nothing is in force the latest draft. */
    List<PackInForce> drafts() {
        PackStages stages = stages();
        Map<String, PackInForce> drafts = new TreeMap<>();
        stages.standings().forEach((version, how) -> {
            Pack pack = how.decision() == Decision.OPEN && !stages.inForce().containsKey(version.pack())
                    ? parsed(version)
                    : null;
            PackInForce other = drafts.get(version.pack());
            if (pack != null && (other == null || other.pack().version().version() < version.version())) {
                drafts.put(
                        version.pack(),
                        new PackInForce(pack, null, territories().of(pack)));
            }
        });
        return List.copyOf(drafts.values());
    }

    /** Packs that a pack amends and that are neither in force nor drafts. */
    List<String> missing(String source, String file) {
        try {
            Set<String> there = new HashSet<>();
            book.packs().forEach(pack -> there.add(pack.pack().id()));
            drafts().forEach(pack -> there.add(pack.pack().id()));
            return PackParser.parse(source, file).amends().keySet().stream()
                    .filter(id -> !there.contains(id))
                    .toList();
        } catch (FileRefusedException e) {
            return List.of();
        }
    }

    /** The law in which a pack's own examples are computed. */
    PolicyBook bookOf(Pack pack) {
        PackInForce candidate = new PackInForce(pack, null, territories().of(pack));
        List<PackInForce> packs = new ArrayList<>(book.packs());
        packs.addAll(drafts());
        packs.removeIf(other -> other.pack().id().equals(pack.id()));
        packs.add(candidate);
        return new PolicyBook(new PackFamily(packs).stageOf(candidate), this::label);
    }

    /**
     * The law of another moment: versions never change, so it can be read again. Territories are those of today's units.
     *
     * @param terms as {@link PolicyBook#terms()} told them
     */
    public PolicyBook book(Set<PackTerm> terms) {
        if (terms.equals(book.terms())) {
            return book;
        }
        List<PackInForce> packs = new ArrayList<>();
        for (PackTerm term : terms) {
            Pack pack = parsed(term.version());
            if (pack != null) {
                packs.add(new PackInForce(pack, term.last(), territories().of(pack)));
            }
        }
        return new PolicyBook(packs, this::label);
    }

    /**
     * The law in force with a version that is tried out, and with drafts that it amends.
     *
     * @throws Problem NOT_FOUND for a version that is not kept, CONFLICT when it does not go together with the others
     */
    public TrialLaw trial(PackVersion version) {
        Pack pack = store.source(version).isEmpty() ? null : parsed(version);
        if (pack == null) {
            throw Problem.notFound("AS-POLICY-UNKNOWN", "Không có phiên bản này của gói chính sách.");
        }
        PackInForce candidate = new PackInForce(pack, null, territories().of(pack));
        List<PackInForce> packs = new ArrayList<>(book.packs());
        packs.removeIf(other -> other.pack().id().equals(pack.id()));
        packs.add(candidate);
        List<PackInForce> all = new ArrayList<>(packs);
        all.addAll(drafts());
        all.removeIf(other -> other != candidate && other.pack().id().equals(pack.id()));
        new PackFamily(all)
                .above(pack).stream()
                        .filter(amended -> !packs.contains(amended))
                        .forEach(packs::add);
        try {
            PackCheck.check(pack, pack.id(), facts.keys(), packs, territories());
        } catch (FileRefusedException e) {
            throw new Problem(
                    Problem.Kind.CONFLICT,
                    "AS-POLICY-TOGETHER",
                    "Chưa chạy thử được: gói không đi cùng những gói đang áp dụng. " + e.getMessage(),
                    e);
        }
        return new TrialLaw(pack, new PolicyBook(packs, this::label));
    }

    /** Whether a value in it is neither official nor confirmed. */
    boolean isProvisional(Pack pack) {
        Set<String> confirmed = store.confirmations(pack.version()).keySet();
        List<String> open = new ArrayList<>();
        forEachProvisional(pack, (value, amount) -> open.add(value.citation().id()));
        return !confirmed.containsAll(open);
    }

    private String label(String key) {
        return facts.key(key).map(FactKey::label).orElse(key);
    }

    /** The packs in force at this moment, for work that must see one and the same law throughout. */
    public PolicyBook book() {
        return book;
    }

    @Override
    public List<Benefit> benefits(String program) {
        return book.benefits(program);
    }

    @Override
    public Optional<Benefit> benefit(String code) {
        return book.benefit(code);
    }

    @Override
    public boolean isSensitive(String benefit) {
        return book.benefit(benefit).map(known -> known.isSensitive(facts)).orElse(true);
    }

    @Override
    public List<Due> due(PersonFacts person, List<Claim> claims, YearMonth from, YearMonth to, LocalDate asOf) {
        return book.due(person, claims, from, to, asOf);
    }

    @Override
    public Evaluation evaluate(Question question) {
        access.require();
        Map<PackVersion, Map<String, PolicyStore.Confirmation>> confirmations = new HashMap<>();
        return new Calculator(book, citation -> {
                    boolean confirmed = citation.provisional()
                            && confirmations
                                    .computeIfAbsent(citation.pack(), store::confirmations)
                                    .containsKey(citation.id());
                    return confirmed
                            ? LawState.CONFIRMED
                            : citation.provisional() ? LawState.PROVISIONAL : LawState.OFFICIAL;
                })
                .evaluate(question);
    }

    @Override
    public YearMonth startMonth(String benefit, PersonFacts person, LocalDate decisionDate) {
        return book.startMonth(benefit, person, decisionDate);
    }

    @Override
    public Optional<String> whyNot(String benefit, long unitId, PersonFacts person, LocalDate day) {
        return book.whyNot(benefit, unitId, person, day);
    }

    @Override
    public List<String> conflicts(PersonFacts person, List<Claim> claims, Claim proposed, LocalDate asOf) {
        return new Conflicts(book, person, asOf).of(claims, proposed);
    }

    @Override
    public List<ProvisionalValue> provisionalValues(String program) {
        access.require();
        List<ProvisionalValue> values = new ArrayList<>();
        PackFamily family = new PackFamily(book.packs());
        for (PackInForce each : book.packs()) {
            Pack pack = each.pack();
            boolean concerns = pack.program().equals(program)
                    || family.above(pack).stream()
                            .anyMatch(above -> above.pack().program().equals(program));
            if (concerns) {
                Map<String, PolicyStore.Confirmation> confirmations = store.confirmations(pack.version());
                forEachProvisional(pack, (value, amount) -> {
                    PolicyStore.Confirmation confirmation =
                            confirmations.get(value.citation().id());
                    values.add(new ProvisionalValue(
                            pack.version(),
                            value.citation(),
                            amount,
                            confirmation == null ? null : confirmation.gazetteReference(),
                            confirmation == null ? null : confirmation.account(),
                            confirmation == null ? null : confirmation.at()));
                });
            }
        }
        return values;
    }

    @Override
    public void confirm(PackVersion version, String valueId, String gazetteReference) {
        String account = access.require(Permissions.POLICY_CONFIRM).account();
        if (gazetteReference == null || gazetteReference.isBlank()) {
            throw Problem.invalid(
                    "AS-POLICY-GAZETTE",
                    "Chưa ghi số và ngày Công báo. Vui lòng ghi, ví dụ «Công báo số 1147, 02/9/2026».");
        }
        Pack pack = store.source(version)
                .map(source -> PackParser.parse(source, version.pack()))
                .orElseThrow(PolicyRegistry::noValue);
        List<String> found = new ArrayList<>();
        forEachProvisional(pack, (value, amount) -> found.add(value.citation().id()));
        if (!found.contains(valueId)) {
            throw noValue();
        }
        transactions.run(connection -> {
            if (store.confirm(version, valueId, gazetteReference.strip(), account)) {
                audit.changed(
                        new Subject(Subject.POLICY, 0),
                        "policy.confirm",
                        Map.of(),
                        Fields.of("pack", version).and("value", valueId).map(),
                        gazetteReference.strip());
            }
        });
    }

    private static Problem noValue() {
        return Problem.notFound("AS-POLICY-VALUE", "Không có giá trị tạm tính này trong gói chính sách.");
    }

    private static void forEachProvisional(Pack pack, ValueVisitor visitor) {
        pack.forEachValue((code, kind, value) -> {
            if (value.citation().provisional()) {
                visitor.visit(value, ValueParser.written(kind, value));
            }
        });
    }

    /** Sees one provisional value and its number as an official reads it. */
    private interface ValueVisitor {
        void visit(Timeline.Value value, String amount);
    }
}
