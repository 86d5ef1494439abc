package vn.ansinh.core.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.benefit.PaymentDetails.PayeeRole;
import vn.ansinh.api.fact.Facts;
import vn.ansinh.api.identity.PersonRegistry.PersonQuery;
import vn.ansinh.api.program.DemoProfile;
import vn.ansinh.api.program.DemoProfile.DemoFact;
import vn.ansinh.api.program.DemoProfile.DemoRight;
import vn.ansinh.api.program.DemoProfile.DemoShare;
import vn.ansinh.core.SmallCountry;
import vn.ansinh.core.benefit.StoredEntitlements;
import vn.ansinh.core.codelist.CoreCodeLists;
import vn.ansinh.core.demo.DemoRegister.Written;
import vn.ansinh.core.fact.DeclaredFacts;
import vn.ansinh.core.identity.StoredPersonRegistry;
import vn.ansinh.core.policy.Arrival;
import vn.ansinh.core.policy.PolicyRegistry;
import vn.ansinh.core.policy.TestPack;
import vn.ansinh.testkit.TestDatabase;

class DemoRegisterTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final int PEOPLE = 1500;

    private final SmallCountry country = new SmallCountry();
    private final Access access = country.access();
    private final StoredPersonRegistry registry =
            new StoredPersonRegistry(DATABASE.transactions(), access, country.units());
    private final Facts facts = DeclaredFacts.of(DATABASE.transactions(), access, """
            su-kien:
              - {khoa: con, ten: Con đang nuôi, kieu: ngay-kem-ten, nhieu: true}
              - {khoa: muc-do, ten: Mức độ khuyết tật, kieu: lua-chon, gia-tri: [nhe, nang]}
            """);

    @Test
    void inventedPeopleAreWrittenOnce() {
        country.store(DATABASE.transactions());
        PolicyRegistry policies = new PolicyRegistry(DATABASE.transactions(), access, facts, Arrival.IN_FORCE);
        policies.offer(TestPack.SOURCE, TestPack.FILE, TestPack.KEYS);
        DemoRegister register = new DemoRegister(
                DATABASE.transactions(),
                registry,
                facts,
                new StoredEntitlements(
                        DATABASE.transactions(),
                        access,
                        country.units(),
                        policies,
                        CoreCodeLists.read(),
                        Clock.systemUTC()));
        List<DemoPerson> people = new DemoPeople(
                        List.of(new Mothers()),
                        List.of(country.units().byId(SmallCountry.THANH_SEN).orElseThrow()),
                        List.of("42"),
                        TODAY,
                        1)
                .next(PEOPLE);

        try (Access.Binding ignored = access.bind(Caller.SYSTEM)) {
            List<String> steps = new ArrayList<>();
            Written first = register.write(people, steps::add);
            assertEquals(PEOPLE, first.people());
            assertEquals(2 * PEOPLE, first.opened(), "her own benefit and the caregiver's");
            assertTrue(first.facts() >= 2 * PEOPLE);
            assertEquals(0, first.passedOver());
            assertEquals(3, steps.size());

            assertEquals(new Written(0, 0, 0, 0), register.write(people, steps::add));
            assertEquals(PEOPLE, registry.count(new PersonQuery("", SmallCountry.HA_TINH, null, 10), 10_000));
        }
    }

    private static final class Mothers implements DemoProfile {
        @Override
        public String program() {
            return "thu";
        }

        @Override
        public List<DemoShare> shares() {
            return List.of(new DemoShare(
                    1,
                    "ME",
                    20,
                    50,
                    null,
                    List.of(
                            new DemoRight("DON-THAN", PayeeRole.SELF),
                            new DemoRight("KHUYET-TAT", PayeeRole.CAREGIVER)),
                    List.of(new DemoFact.Stated("muc-do", "nang"), new DemoFact.Children("con", 0, 16, 3))));
        }
    }
}
