package vn.ansinh.itest.container;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.Test;
import org.osgi.framework.Bundle;
import vn.ansinh.api.benefit.Entitlements.PaidAccount;
import vn.ansinh.api.benefit.PaymentDetails;
import vn.ansinh.api.benefit.PayrollLine;
import vn.ansinh.api.identity.NumberSight;
import vn.ansinh.api.identity.Person;
import vn.ansinh.api.payment.PaymentItem;

/**
 * Every class that shows officials something: whoever takes a number of a paper or an account from a record hands it on by way
 * of {@link NumberSight}, or has a reason that stands here. What REST answers is tried with real numbers by {@link
 * AccessMatrixIT}.
 */
public class MaskedNumbersIT extends ContainerTest {

    private static final Set<String> NUMBERS = members(Map.of(
            Person.class,
            Set.of("idNumber", "oldIdNumber"),
            PayrollLine.class,
            Set.of("idNumber"),
            PaymentItem.class,
            Set.of("idNumber", "accountNumber", "payeeNumber"),
            PaymentDetails.class,
            Set.of("accountNumber", "payeeNumber"),
            PaidAccount.class,
            Set.of("number")));

    /** The contract itself; the rooms that keep numbers and pay by them, and show nothing: their lists are tried by themselves. */
    private static final Set<String> NOT_SHOWING = Set.of("ansinh-api", "ansinh-core");

    private static final Map<String, String> WITH_A_REASON = Map.of(
            "vn.ansinh.ui.shell.registry.RegistryPanel", "asks only whether there is a number to ask about",
            "vn.ansinh.ui.kit.entitlement.PaymentFields", "hands them to NumberField, which asks",
            "vn.ansinh.btxh.imports.PaymentCells", "reads them from a file that the official brought");

    @Test
    public void whoeverShowsANumberAsksHowMuchOfItMayBeSeen() throws Exception {
        Set<String> wrong = new TreeSet<>();
        Set<String> showing = new TreeSet<>();
        for (Bundle bundle : context.getBundles()) {
            String name = Objects.requireNonNullElse(bundle.getSymbolicName(), "");
            Enumeration<URL> files = bundle.findEntries("vn/ansinh", "*.class", true);
            if (!name.startsWith("ansinh") || NOT_SHOWING.contains(name) || files == null) {
                continue;
            }
            for (URL file : Collections.list(files)) {
                CalledMembers called = CalledMembers.of(file);
                Set<String> numbers = new TreeSet<>(called.members());
                numbers.retainAll(NUMBERS);
                if (numbers.isEmpty()) {
                    continue;
                }
                String type = file.getPath().substring(1).replace(".class", "").replace('/', '.');
                showing.add(type);
                if (!called.classes().contains(NumberSight.class.getName()) && !WITH_A_REASON.containsKey(type)) {
                    wrong.add(type + " takes " + numbers);
                }
            }
        }
        System.out.printf("Nơi có số giấy tờ, số tài khoản: %d lớp%n", showing.size());
        assertTrue("the walk finds them: " + showing, showing.size() > 10);
        assertEquals("", String.join("\n", wrong));
        Map<String, String> idle = new TreeMap<>(WITH_A_REASON);
        idle.keySet().removeAll(showing);
        assertEquals("reasons that nobody needs any more", Map.of(), idle);
    }

    private static Set<String> members(Map<Class<?>, Set<String>> readers) {
        Set<String> members = new TreeSet<>();
        readers.forEach((type, names) -> names.forEach(name -> members.add(type.getName() + "#" + name)));
        return members;
    }
}
