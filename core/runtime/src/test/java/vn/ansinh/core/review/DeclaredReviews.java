package vn.ansinh.core.review;

import vn.ansinh.api.access.Access;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.fact.Facts;
import vn.ansinh.api.policy.Policies;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.api.unit.Units;

/** Review lists outside a container, of files that are declared by hand. */
public final class DeclaredReviews {

    private DeclaredReviews() {}

    /** @param yaml as in {@code ANSINH-INF/review/*.yaml} */
    public static StoredReviews of(
            Transactions everywhere,
            Access access,
            Units units,
            Policies policies,
            Facts facts,
            Audit audit,
            String yaml) {
        StoredReviews reviews = new StoredReviews(everywhere, access, units, policies, facts, audit, null);
        reviews.shelf().declare(1, "test.yaml", yaml);
        return reviews;
    }
}
