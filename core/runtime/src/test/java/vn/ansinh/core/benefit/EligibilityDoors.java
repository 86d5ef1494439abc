package vn.ansinh.core.benefit;

import java.util.List;
import java.util.Map;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.casework.Eligibility;
import vn.ansinh.api.casework.Procedure;
import vn.ansinh.api.casework.Procedure.Certainty;
import vn.ansinh.api.casework.Procedure.Effect;
import vn.ansinh.api.casework.Procedure.NationalCode;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.core.casework.eligibility.PolicyEligibility;
import vn.ansinh.core.fact.AuditedFacts;
import vn.ansinh.core.identity.StoredPersonRegistry;

/** The doors of eligibility, for the test that looks at all doors. */
final class EligibilityDoors {

    private EligibilityDoors() {}

    /** A way through a door to a person. */
    interface Way {
        Object at(long person);
    }

    static Map<String, Way> of(Office office, Transactions scoped, Transactions all, Audit audit) {
        Eligibility eligibility = new PolicyEligibility(
                office.access,
                new StoredPersonRegistry(scoped, all, office.access, office.units, audit, office.clock),
                new AuditedFacts(office.facts, scoped, office.access, audit),
                new AuditedEntitlements(office.entitlements, scoped, office.access, audit),
                office.policies);
        Procedure procedure = new Procedure(
                Office.PROGRAM + ".mot",
                "1",
                Office.PROGRAM,
                "Trợ cấp",
                new NationalCode("", Certainty.UNKNOWN),
                "",
                List.of(),
                Office.TODAY,
                null,
                Effect.OPEN,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        return Map.of(
                "Eligibility.of", person -> eligibility.of(person, procedure, Map.of(), Office.TODAY),
                "Eligibility.known", person -> eligibility.known(person, procedure, Office.TODAY));
    }
}
