package vn.ansinh.rest.resource;

import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.fact.Facts;
import vn.ansinh.api.policy.Policies;

/** What an account without {@code fact.sensitive} is not told: which benefit somebody gets who gets one for, say, HIV. */
public final class Discretion {

    private final Access access;
    private final Policies policies;
    private final Facts facts;

    /** @param policies know which benefits are sensitive */
    public Discretion(Access access, Policies policies, Facts facts) {
        this.access = access;
        this.policies = policies;
        this.facts = facts;
    }

    /** Whether the caller may not know that somebody holds {@code benefit}; one that no pack knows any more is not named. */
    boolean hides(String benefit) {
        return !access.require().may(Permissions.FACT_SENSITIVE)
                && policies.benefit(benefit)
                        .map(known -> known.isSensitive(facts))
                        .orElse(true);
    }
}
