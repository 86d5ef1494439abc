package vn.ansinh.core.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.ansinh.core.casework.CaseOffice.AFTER;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ansinh.api.benefit.PaymentDetails.PayeeRole;
import vn.ansinh.api.casework.CaseFile;
import vn.ansinh.api.casework.CaseFiles.CaseQuery;
import vn.ansinh.api.casework.CaseFiles.View;
import vn.ansinh.api.casework.CaseState;
import vn.ansinh.api.casework.Step;
import vn.ansinh.api.program.DemoProfile;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.core.access.DemoAccounts.Staff;
import vn.ansinh.core.demo.DemoCases;
import vn.ansinh.core.demo.DemoPeople;
import vn.ansinh.testkit.TestDatabase;

/** Who tries the system out finds cases wherever a case can stand. */
class DemoCasesTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    /** Severely disabled people, as a program tells of them. */
    private static final class Disabled implements DemoProfile {

        @Override
        public String program() {
            return "btxh";
        }

        @Override
        public List<DemoShare> shares() {
            return List.of(new DemoShare(
                    1,
                    "BT6N",
                    5,
                    60,
                    null,
                    List.of(new DemoRight("BT6", PayeeRole.SELF)),
                    List.of(
                            new DemoFact.Stated("khuyet-tat.muc-do", "nang"),
                            new DemoFact.Certified("khuyet-tat.ngay-cap-giay"))));
        }
    }

    @Test
    void casesStandEverywhere() throws IOException {
        CaseOffice office = new CaseOffice(DATABASE, AFTER, true);
        AdministrativeUnit commune = office.commune("42", AFTER, 1, 1);
        Staff staff = new Staff(
                CaseOffice.desk(commune.id()), CaseOffice.officer(commune.id()), CaseOffice.chairman(commune.id()));
        DemoCases demo = new DemoCases(office.access, office.people, office.procedures, office.policies, office.cases);
        assertTrue(demo.isReady(staff, AFTER));
        int made = demo.make(
                new DemoPeople(List.of(new Disabled()), List.of(commune), List.of("42"), AFTER, 7).next(15),
                11,
                staff,
                AFTER);
        assertEquals(11, made);

        List<CaseFile> files = office.as(
                staff.official(),
                () -> office.cases
                        .page(new CaseQuery(View.ALL, "btxh", commune.id(), null, null, "", false, null, 100))
                        .rows());
        assertEquals(11, files.size());
        assertEquals(
                EnumSet.allOf(CaseState.class),
                files.stream().map(CaseFile::state).collect(Collectors.toSet()));
        Set<Step.Kind> open = files.stream()
                .filter(file -> file.state() == CaseState.OPEN)
                .map(CaseFile::stepKind)
                .collect(Collectors.toSet());
        assertTrue(
                open.containsAll(Set.of(
                        Step.Kind.RECEPTION,
                        Step.Kind.REVIEW,
                        Step.Kind.POSTING,
                        Step.Kind.COMPLAINT,
                        Step.Kind.APPRAISAL,
                        Step.Kind.DECISION)),
                open::toString);
    }
}
