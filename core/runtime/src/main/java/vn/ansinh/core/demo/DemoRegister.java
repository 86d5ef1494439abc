package vn.ansinh.core.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import vn.ansinh.api.benefit.EntitlementDraft;
import vn.ansinh.api.benefit.Entitlements;
import vn.ansinh.api.benefit.Entitlements.Opened;
import vn.ansinh.api.fact.Fact;
import vn.ansinh.api.fact.Facts;
import vn.ansinh.api.fact.Subject;
import vn.ansinh.api.identity.PersonDraft;
import vn.ansinh.api.identity.PersonRegistry;
import vn.ansinh.api.identity.PersonRegistry.Registered;
import vn.ansinh.api.transaction.Transactions;

/** Writes invented people as the platform's own services write real ones: in sets, all or none. */
public final class DemoRegister {

    /** Tells invented facts from real ones. */
    private static final String SOURCE = "du-lieu-mau";

    private final Transactions transactions;
    private final PersonRegistry registry;
    private final Facts facts;
    private final Entitlements entitlements;

    public DemoRegister(Transactions transactions, PersonRegistry registry, Facts facts, Entitlements entitlements) {
        this.transactions = transactions;
        this.registry = registry;
        this.facts = facts;
        this.entitlements = entitlements;
    }

    /**
     * What was written.
     *
     * @param people not known before
     * @param facts new ones
     * @param opened new entitlements
     * @param passedOver people left out because somebody else bears their number
     */
    public record Written(int people, int facts, int opened, int passedOver) {}

    /**
     * Writes {@code people}; those that are there already change nothing.
     *
     * @param progress told each step in Vietnamese as it begins
     */
    public Written write(List<DemoPerson> people, Consumer<String> progress) {
        return transactions.call(connection -> {
            progress.accept("Ghi " + people.size() + " người…");
            List<PersonDraft> drafts = people.stream().map(DemoPerson::draft).toList();
            List<Registered> registered = registry.registerAll(drafts);

            List<Fact> states = new ArrayList<>();
            List<EntitlementDraft> rights = new ArrayList<>();
            int created = 0;
            int passedOver = 0;
            for (int i = 0; i < people.size(); i++) {
                Registered known = registered.get(i);
                if (known.differs() || known.elsewhere()) {
                    passedOver++;
                    continue;
                }
                created += known.created() ? 1 : 0;
                addStates(people.get(i), known.personId(), states);
                addRights(people.get(i), known.personId(), rights);
            }
            progress.accept("Ghi " + states.size() + " thông tin làm căn cứ tính mức hưởng…");
            int recorded = facts.recordAll(states);
            progress.accept("Ghi " + rights.size() + " chế độ…");
            int opened = 0;
            for (Opened one : entitlements.openAll(rights)) {
                opened += one.outcome() == Opened.Outcome.OPENED ? 1 : 0;
            }
            return new Written(created, recorded, opened, passedOver);
        });
    }

    private static void addStates(DemoPerson person, long id, List<Fact> states) {
        Subject subject = Subject.person(id);
        for (DemoPerson.State state : person.facts()) {
            states.add(new Fact(subject, state.key(), state.value(), state.from(), null, SOURCE));
        }
    }

    private static void addRights(DemoPerson person, long id, List<EntitlementDraft> rights) {
        for (DemoPerson.Right right : person.rights()) {
            rights.add(new EntitlementDraft(
                    id,
                    person.program(),
                    right.benefit(),
                    person.draft().unitId(),
                    person.from(),
                    person.paidThrough(),
                    person.decisionNumber(),
                    person.decisionDate(),
                    right.payment()));
        }
    }
}
