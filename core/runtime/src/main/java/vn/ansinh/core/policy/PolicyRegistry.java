package vn.ansinh.core.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.fact.FactKey;
import vn.ansinh.api.fact.Facts;
import vn.ansinh.api.policy.Benefit;
import vn.ansinh.api.policy.Claim;
import vn.ansinh.api.policy.Due;
import vn.ansinh.api.policy.Evaluation;
import vn.ansinh.api.policy.LawState;
import vn.ansinh.api.policy.PackState;
import vn.ansinh.api.policy.PackVersion;
import vn.ansinh.api.policy.PersonFacts;
import vn.ansinh.api.policy.Policies;
import vn.ansinh.api.policy.Question;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.text.Money;
import vn.ansinh.api.transaction.Transactions;

/**
 * {@link Policies} kept as immutable versions in the database. The latest version of a pack is in force, with or without
 * the bundle that brought it.
 */
public final class PolicyRegistry implements Policies {

    private static final Logger LOG = LoggerFactory.getLogger(PolicyRegistry.class);

    private final PolicyStore store;
    private final Access access;
    private final Facts facts;
    private final Map<String, PackState> refused = new TreeMap<>();
    private final Map<String, String> files = new TreeMap<>();
    private volatile PolicyBook book;

    /** Reads the packs in force. */
    public PolicyRegistry(Transactions transactions, Access access, Facts facts) {
        this.store = new PolicyStore(transactions);
        this.access = access;
        this.facts = facts;
        this.book = new PolicyBook(List.of(), this::label);
        refresh();
    }

    /**
     * Checks a pack that a bundle brings and puts it into force; what is wrong with it is kept for {@link #packs()}.
     *
     * @param file name shown to people
     * @param declared fact keys, also those that the bundle itself declares
     * @return whether the pack is in force now, in this version or a later one
     */
    public synchronized boolean offer(String source, String file, Map<String, FactKey> declared) {
        PackVersion version = null;
        try {
            Pack pack = PackParser.parse(source, file);
            version = pack.version();
            PackCheck.check(pack, file, declared);
            checkOwnership(pack, file);
            if (!store.keep(version, pack.program(), source)) {
                throw refusal(
                        file,
                        "Phiên bản " + version.version() + " của gói " + version.pack()
                                + " đã được lưu với nội dung khác. Nội dung mới cần «phien-ban» mới.");
            }
            refused.remove(file);
            files.put(version.pack(), file);
            refresh();
            LOG.info("Policy pack {} version {} is kept", version.pack(), version.version());
            return true;
        } catch (PackRefusedException e) {
            List<String> faults = e.faults().stream().map(PackFault::toString).toList();
            faults.forEach(fault -> LOG.error("Policy pack refused: {}", fault));
            refused.put(file, new PackState(file, version, null, null, faults));
            return false;
        }
    }

    /** Forgets the complaints about a file whose bundle went; what is in force stays. */
    public synchronized void withdraw(String file) {
        refused.remove(file);
    }

    private void checkOwnership(Pack pack, String file) {
        for (Pack.Rule rule : pack.rules()) {
            String code = rule.benefit().code();
            book.packs().stream()
                    .filter(other ->
                            !other.version().pack().equals(pack.version().pack()))
                    .filter(other -> other.rules().stream()
                            .anyMatch(theirs -> theirs.benefit().code().equals(code)))
                    .findFirst()
                    .ifPresent(other -> {
                        throw new PackRefusedException(List.of(new PackFault(
                                file,
                                rule.place().line(),
                                rule.place().column(),
                                "Chế độ «" + code + "» đã có trong gói «" + other.name() + "».")));
                    });
        }
    }

    private static PackRefusedException refusal(String file, String reason) {
        return new PackRefusedException(List.of(new PackFault(file, 1, 1, reason)));
    }

    /** Catches up with what this or another node has kept. */
    public synchronized void refresh() {
        List<PackVersion> latest = store.latest();
        Map<PackVersion, Pack> known = new HashMap<>();
        book.packs().forEach(pack -> known.put(pack.version(), pack));
        if (known.keySet().equals(Set.copyOf(latest))) {
            return;
        }
        List<Pack> packs = new ArrayList<>();
        for (PackVersion version : latest) {
            Pack pack = known.containsKey(version) ? known.get(version) : stored(version);
            if (pack != null) {
                packs.add(pack);
            }
        }
        book = new PolicyBook(packs, this::label);
    }

    /** A stored version was checked when it was kept; its fact keys may have gone with its bundle since. */
    private Pack stored(PackVersion version) {
        try {
            return PackParser.parse(store.source(version).orElseThrow(), version.pack());
        } catch (PackRefusedException e) {
            LOG.error("Policy pack {} as kept in the database is not understood any more: {}", version, e.getMessage());
            return null;
        }
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
    public List<String> conflicts(PersonFacts person, List<Claim> claims, Claim proposed, LocalDate asOf) {
        return new Conflicts(book, person, asOf).of(claims, proposed);
    }

    @Override
    public synchronized List<PackState> packs() {
        List<PackState> states = new ArrayList<>();
        for (Pack pack : book.packs()) {
            String id = pack.version().pack();
            states.add(
                    new PackState(files.getOrDefault(id, id), pack.version(), pack.name(), pack.program(), List.of()));
        }
        states.addAll(refused.values());
        return states;
    }

    @Override
    public List<ProvisionalValue> provisionalValues(String program) {
        access.require();
        List<ProvisionalValue> values = new ArrayList<>();
        for (Pack pack : book.packs()) {
            if (pack.program().equals(program)) {
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
        store.confirm(version, valueId, gazetteReference.strip(), account);
    }

    private static Problem noValue() {
        return Problem.notFound("AS-POLICY-VALUE", "Không có giá trị tạm tính này trong gói chính sách.");
    }

    private static void forEachProvisional(Pack pack, ValueVisitor visitor) {
        for (Pack.Parameter parameter : pack.parameters().values()) {
            visit(parameter.values(), amount -> Money.format(amount.longValueExact()) + " đồng", visitor);
        }
        for (Pack.Rule rule : pack.rules()) {
            for (Pack.Rate rate : rule.rates()) {
                visit(rate.coefficients(), PackParser::decimalComma, visitor);
            }
        }
    }

    private static void visit(Timeline timeline, Function<BigDecimal, String> notation, ValueVisitor visitor) {
        for (Timeline.Value value : timeline.values()) {
            if (value.citation().provisional()) {
                visitor.visit(value, notation.apply(value.number()));
            }
        }
    }

    /** Sees one provisional value and its number as an official reads it. */
    private interface ValueVisitor {
        void visit(Timeline.Value value, String amount);
    }
}
