package vn.ansinh.core.benefit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.core.benefit.Office.Law;
import vn.ansinh.core.casework.procedure.DeclaredProcedures;
import vn.ansinh.core.casework.procedure.ProcedureLibrary;
import vn.ansinh.core.review.DeclaredReviews;
import vn.ansinh.core.review.StoredReviews;
import vn.ansinh.testkit.TestDatabase;

/** An {@link Office} under the packs, the fact keys and the review list that social assistance ships. */
final class BtxhOffice {

    static final String PROGRAM = "btxh";

    private static final Path BUNDLE = Path.of("..", "..", "plugins", "btxh", "src", "main", "resources", "ANSINH-INF");

    private static final Path RAISED = Path.of(
            "..", "..", "plugins", "policies", "nd-335-2026", "src", "main", "resources", "ANSINH-INF", "policy");

    private BtxhOffice() {}

    static Office open(TestDatabase database) throws IOException {
        Map<String, String> packs = new LinkedHashMap<>();
        for (String file : List.of(
                "btxh.policy.yaml", "co-so.policy.yaml", "ho-tro-mot-lan.policy.yaml", "huu-tri-xa-hoi.policy.yaml")) {
            packs.put(file, Files.readString(BUNDLE.resolve("policy").resolve(file)));
        }
        String raised = "nd-335-2026.policy.yaml";
        packs.put(raised, Files.readString(RAISED.resolve(raised)));
        return new Office(database, new Law(PROGRAM, packs, Files.readString(BUNDLE.resolve("fact/btxh.yaml"))));
    }

    static ProcedureLibrary procedures() throws IOException {
        return DeclaredProcedures.in(BUNDLE.resolve("procedure"));
    }

    static StoredReviews reviews(TestDatabase database, Office office) throws IOException {
        return DeclaredReviews.of(
                database.transactions(),
                office.access,
                office.units,
                office.policies,
                office.facts,
                Audit.NONE,
                Files.readString(BUNDLE.resolve("review/btxh.yaml")));
    }
}
