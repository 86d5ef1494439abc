package vn.ansinh.api.policy;

import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Permissions;

/** What an account without {@code fact.sensitive} is not told: which benefit somebody gets who gets one for, say, HIV. */
public final class Discretion {

    private static final String UNNAMED = "Chế độ không nêu tên";

    private final Access access;
    private final Policies policies;

    /** @param policies know which benefits are sensitive */
    public Discretion(Access access, Policies policies) {
        this.access = access;
        this.policies = policies;
    }

    /** Whether the caller may not know that somebody holds {@code benefit}; one that no pack knows any more is not named. */
    public boolean hides(String benefit) {
        return !access.require().may(Permissions.FACT_SENSITIVE) && policies.isSensitive(benefit);
    }

    /** What a benefit is called before the caller: its name, its code when no pack knows it, or that it is not named. */
    public String name(String benefit) {
        return hides(benefit)
                ? UNNAMED
                : policies.benefit(benefit).map(Benefit::name).orElse(benefit);
    }

    /** {@code text} that tells of a benefit, for instance the name of its rate; or that it is not named. */
    public String tell(String benefit, String text) {
        return hides(benefit) ? UNNAMED : text;
    }
}
