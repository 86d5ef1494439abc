package vn.ansinh.api.access;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import vn.ansinh.api.problem.Problem;

/**
 * Keys with which a program of somebody else calls the API instead of with a password: each may less than its owner, or the
 * same, and ends by itself. Sent as {@code Authorization: Bearer}.
 */
public interface Tokens {

    /** Longest life, in days. */
    int LONGEST_DAYS = 365;

    /**
     * Issues a token of the caller's own.
     *
     * @return the token, {@code as_<id>_<secret>}; it is shown once and kept nowhere
     * @throws Problem INVALID for a bad draft, FORBIDDEN when it would be more than the caller has
     */
    String issue(TokenDraft draft);

    /** The caller's own tokens, the newest first, those that have ended among them. */
    List<Token> mine();

    /** Tokens of accounts inside the caller's subtree; needs {@code token.manage}. */
    List<Token> all();

    /**
     * Ends a token at once: one's own, or with {@code token.manage} one of the subtree.
     *
     * @throws Problem NOT_FOUND
     */
    void revoke(long id, String reason);

    /**
     * What a token is to be.
     *
     * @param name what uses it, for the list
     * @param permissions at most the caller's
     * @param unitId subtree, inside the caller's; 0 for the country
     * @param programs at most the caller's; {@code "*"} means all of the caller's
     * @param expires at most {@link #LONGEST_DAYS} days away
     */
    record TokenDraft(String name, Set<String> permissions, long unitId, Set<String> programs, Instant expires) {
        public TokenDraft {
            permissions = Set.copyOf(permissions);
            programs = Set.copyOf(programs);
        }
    }

    /**
     * A token without its secret.
     *
     * @param lastUsed to the minute; {@code null} while it was never used
     * @param revoked {@code null} while it was not
     */
    record Token(
            long id,
            String account,
            String name,
            Set<String> permissions,
            long unitId,
            Set<String> programs,
            Instant issued,
            Instant expires,
            Instant lastUsed,
            Instant revoked) {
        public Token {
            permissions = Set.copyOf(permissions);
            programs = Set.copyOf(programs);
        }

        /** Whether it still opens something. */
        public boolean isAlive(Instant now) {
            return revoked == null && now.isBefore(expires);
        }
    }
}
