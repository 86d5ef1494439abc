package vn.ansinh.core.benefit;

import java.io.IOException;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.bulk.BulkDecisions;
import vn.ansinh.core.bulk.StoredBulkDecisions;
import vn.ansinh.core.casework.procedure.DeclaredProcedures;
import vn.ansinh.core.casework.procedure.ProcedureLibrary;
import vn.ansinh.core.codelist.CoreCodeLists;
import vn.ansinh.core.review.StoredReviews;
import vn.ansinh.testkit.TestDatabase;

/** The desk for decisions about many, in an {@link Office} of social assistance. */
final class BulkDesk {

    final Office office;
    final StoredReviews reviews;
    final BulkDecisions decisions;

    /** As in a program without procedures: whoever may sign in a unit decides. */
    BulkDesk(TestDatabase database) throws IOException {
        this(database, DeclaredProcedures.NONE);
    }

    /** @param procedures say whose decision it is */
    BulkDesk(TestDatabase database, ProcedureLibrary procedures) throws IOException {
        office = BtxhOffice.open(database);
        reviews = BtxhOffice.reviews(database, office);
        decisions = new StoredBulkDecisions(
                database.scopedBy(office.access),
                database.transactions(),
                office.access,
                office.units,
                office.policies,
                CoreCodeLists.read(),
                office.entitlements,
                procedures,
                Audit.NONE,
                office.clock);
    }
}
