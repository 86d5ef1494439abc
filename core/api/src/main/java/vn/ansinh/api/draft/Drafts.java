package vn.ansinh.api.draft;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Forms that were begun and not handed in, because a program was updated meanwhile, the line broke or the session ended. Each
 * account has its own; nobody else reads them. They are thrown away after a week.
 */
public interface Drafts {

    /**
     * Keeps what was typed, in place of what was kept before.
     *
     * @param form which form on which page
     * @param typed text by the fields' labels, never a password
     */
    void keep(String form, Map<String, String> typed);

    /** What the caller had typed into a form. */
    Optional<Draft> find(String form);

    /** Throws it away: handed in, or given up. */
    void forget(String form);

    /** @param typed text by the fields' labels @param at when it was kept */
    record Draft(Map<String, String> typed, Instant at) {

        public Draft {
            typed = Map.copyOf(typed);
        }
    }
}
