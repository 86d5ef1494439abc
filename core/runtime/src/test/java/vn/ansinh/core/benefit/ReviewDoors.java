package vn.ansinh.core.benefit;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.bulk.BulkDecision;
import vn.ansinh.api.bulk.BulkDecisions;
import vn.ansinh.api.bulk.BulkRow.Report;
import vn.ansinh.api.history.PersonHistory;
import vn.ansinh.api.review.Reviews;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.core.bulk.StoredBulkDecisions;
import vn.ansinh.core.casework.procedure.DeclaredProcedures;
import vn.ansinh.core.codelist.CoreCodeLists;
import vn.ansinh.core.history.MergedHistory;
import vn.ansinh.core.review.DeclaredReviews;

/** The doors of review lists and of decisions about many, for the test that looks at all doors. */
final class ReviewDoors {

    private ReviewDoors() {}

    /** Doors behind which somebody born on 3 February 1941 with number 042141000123 stands, who lives in the commune. */
    static Map<String, Callable<?>> of(
            Office office, Transactions scoped, Transactions all, Audit audit, long commune, long person) {
        Reviews reviews = DeclaredReviews.of(
                all, office.access, office.units, office.policies, office.facts, audit, """
                        chuong-trinh: %s
                        ra-soat:
                          - {ma: tuoi, ten: Tuổi, kieu: tuoi, tuoi: [86], can-cu: k, de-xuat: dieu-chinh}
                        """.formatted(Office.PROGRAM));
        BulkDecisions bulk = new StoredBulkDecisions(
                scoped,
                all,
                office.access,
                office.units,
                office.policies,
                CoreCodeLists.read(),
                office.entitlements,
                DeclaredProcedures.NONE,
                audit,
                office.clock);
        BulkDecision draft = office.asSystem(() -> bulk.report(
                BulkDecision.Kind.DEATH,
                Office.PROGRAM,
                commune,
                "",
                List.of(new Report("042141000123", "", "", "01/11/2026", ""))));
        Map<String, Callable<?>> doors = new LinkedHashMap<>();
        doors.put(
                "Reviews.find",
                () -> reviews.find(new Reviews.Query(
                        Office.PROGRAM,
                        "tuoi",
                        commune,
                        LocalDate.of(2027, 1, 1),
                        LocalDate.of(2027, 3, 31),
                        false,
                        null,
                        10)));
        doors.put("BulkDecisions.rows", () -> bulk.rows(draft.id(), false, 0, 10));
        PersonHistory history = new MergedHistory(
                scoped,
                office.access,
                office.units,
                CoreCodeLists.read(),
                office.facts,
                office.policies,
                audit,
                List.of());
        doors.put("PersonHistory.of", () -> history.of(person, Set.of(), null, 10));
        return doors;
    }
}
