package vn.ansinh.btxh.casework;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.benefit.Entitlement;
import vn.ansinh.api.benefit.Entitlements;
import vn.ansinh.api.casework.CasePermissions;
import vn.ansinh.api.casework.Eligibility;
import vn.ansinh.api.casework.Eligibility.Known;
import vn.ansinh.api.casework.Eligibility.Verdict;
import vn.ansinh.api.casework.Procedure;
import vn.ansinh.api.fact.Fact;
import vn.ansinh.api.fact.FactKey;
import vn.ansinh.api.fact.Facts;
import vn.ansinh.api.identity.BirthDate;
import vn.ansinh.api.identity.Person;
import vn.ansinh.api.identity.PersonRegistry;
import vn.ansinh.api.identity.Sex;
import vn.ansinh.api.policy.PersonFacts;
import vn.ansinh.api.policy.Policies;
import vn.ansinh.api.policy.Question;
import vn.ansinh.api.unit.Units;
import vn.ansinh.btxh.policy.BtxhFactKeys;
import vn.ansinh.btxh.policy.ShippedPacks;
import vn.ansinh.core.access.ThreadAccess;
import vn.ansinh.core.casework.eligibility.PolicyEligibility;
import vn.ansinh.core.policy.PackTrial;

/** The one-stop desk's help over the shipped packs and procedures, for one person. */
final class HelpDesk {

    static final long PERSON = 7;

    private static final PackTrial LAW = ShippedPacks.all();
    private static final Map<String, FactKey> KEYS = BtxhFactKeys.read();

    /** What is recorded of the person. */
    final List<Fact> recorded = new ArrayList<>();

    /** What the person holds. */
    final List<Entitlement> held = new ArrayList<>();

    LocalDate born = LocalDate.of(2018, 3, 2);

    private final ThreadAccess access = new ThreadAccess(null, of(Units.class, (proxy, method, arguments) -> null));
    private final Eligibility eligibility = new PolicyEligibility(
            access,
            of(
                    PersonRegistry.class,
                    (proxy, method, arguments) ->
                            arguments[0].equals(PERSON) ? Optional.of(person()) : Optional.empty()),
            of(Facts.class, (proxy, method, arguments) -> switch (method.getName()) {
                case "keys" -> KEYS;
                case "key" -> Optional.ofNullable(KEYS.get((String) arguments[0]));
                default -> recorded;
            }),
            of(Entitlements.class, (proxy, method, arguments) -> held),
            of(Policies.class, (proxy, method, arguments) -> switch (method.getName()) {
                case "benefit" ->
                    BtxhProcedures.BENEFITS.stream()
                            .filter(benefit -> benefit.code().equals(arguments[0]))
                            .findFirst();
                case "isSensitive" -> Set.of("BT3", "BT8", "CS3").contains(arguments[0]);
                case "startMonth" ->
                    LAW.startMonth((String) arguments[0], (PersonFacts) arguments[1], (LocalDate) arguments[2]);
                case "whyNot" ->
                    LAW.whyNot((String) arguments[0], (long) arguments[1], (PersonFacts) arguments[2], (LocalDate)
                            arguments[3]);
                case "evaluate" -> LAW.evaluate((Question) arguments[0]);
                default -> throw new AssertionError(method.getName());
            }));

    private Person person() {
        return new Person(PERSON, "Lê Minh An", BirthDate.of(born), Sex.MALE, null, null, null, 3, null, null);
    }

    List<Verdict> ask(Caller caller, long person, Procedure procedure, Map<String, List<String>> answers, LocalDate day)
            throws Exception {
        return access.callAs(caller, () -> eligibility.of(person, procedure, answers, day));
    }

    Map<String, List<Known>> known(Caller caller, Procedure procedure, LocalDate day) throws Exception {
        return access.callAs(caller, () -> eligibility.known(PERSON, procedure, day));
    }

    static Caller desk() {
        return caller(CasePermissions.RECEIVE);
    }

    /** Who may know of health and HIV. */
    static Caller doctor() {
        return caller(CasePermissions.PROCESS, Permissions.FACT_SENSITIVE);
    }

    static Caller caller(String... permissions) {
        return new Caller("mot.cua", "Một Cửa", 3, Set.of(permissions));
    }

    private static <T> T of(Class<T> type, InvocationHandler answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answers));
    }
}
