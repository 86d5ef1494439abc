package vn.ansinh.api.access;

import java.util.Set;
import vn.ansinh.api.problem.Problem;

/**
 * Who acts: an account, with what it may do, where, and for which programs. A snapshot: whoever keeps one asks
 * {@link Access#renew} before using it again.
 *
 * @param account login name
 * @param fullName name of the person behind it, as typed
 * @param unitId unit whose subtree the account may see, or 0 for the whole country
 * @param permissions what it may do; {@code "*"} means everything (the first administrator)
 * @param programs ids of the programs it works for; {@code "*"} means all
 * @param agencyId agency it belongs to, 0 for the platform's own accounts
 * @param origin from where it acts
 * @param tokenId the token of {@link Tokens} by which it acts; 0 for a password
 */
public record Caller(
        String account,
        String fullName,
        long unitId,
        Set<String> permissions,
        Set<String> programs,
        long agencyId,
        Origin origin,
        long tokenId) {

    /** The platform acting on its own: start-up, sweeps. Never given to a request. */
    public static final Caller SYSTEM = new Caller("system", "Hệ thống", 0, Set.of("*"));

    public Caller {
        permissions = Set.copyOf(permissions);
        programs = Set.copyOf(programs);
    }

    /** A caller of no agency who works for all programs. */
    public Caller(String account, String fullName, long unitId, Set<String> permissions) {
        this(account, fullName, unitId, permissions, Set.of("*"), 0, Origin.NONE, 0);
    }

    /** Whether the account holds {@code permission}. */
    public boolean may(String permission) {
        return permissions.contains("*") || permissions.contains(permission);
    }

    /** Whether the account works for a program. */
    public boolean works(String program) {
        return programs.contains("*") || programs.contains(program);
    }

    /** @throws Problem FORBIDDEN when the account does not work for a program */
    public void requireProgram(String program) {
        if (!works(program)) {
            throw Problem.forbidden(
                    "AS-ACCESS-PROGRAM",
                    "Chương trình này không thuộc nhiệm vụ của cơ quan mà tài khoản trực thuộc. Vui lòng liên hệ người"
                            + " quản trị nếu nhiệm vụ đã thay đổi.");
        }
    }

    /** Whether all that this account may do is to choose a password of its own. */
    public boolean mustChange() {
        return permissions.contains(Permissions.PASSWORD_FIRST);
    }

    /** Whether a program acts for the account: it issues no tokens, and knows of no work but its own. */
    public boolean byToken() {
        return tokenId != 0;
    }

    /** The same account from elsewhere. */
    public Caller from(Origin elsewhere) {
        return new Caller(account, fullName, unitId, permissions, programs, agencyId, elsewhere, tokenId);
    }
}
