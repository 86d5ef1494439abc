package vn.ansinh.core.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissioned;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.access.Tokens;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.audit.Subject;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.unit.Units;

/** {@link Tokens} on {@code ansinh.access_token}. */
public final class IssuedTokens implements Tokens {

    private static final Pattern FORM = Pattern.compile("as_([0-9]{1,18})_([A-Za-z0-9_-]{43})");
    private static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ALL = "*";
    /** Kind of a token as a subject of the audit. */
    static final String TOKEN = "token";

    private final Access access;
    private final SignIn signIn;
    private final Units units;
    private final Permissioned permissioned;
    private final InstantSource clock;
    private final Audit audit;

    /** Without an audit. */
    public IssuedTokens(Access access, SignIn signIn, Units units, Permissioned permissioned, InstantSource clock) {
        this(access, signIn, units, permissioned, clock, Audit.NONE);
    }

    /** @param signIn holds accounts and tokens */
    public IssuedTokens(
            Access access, SignIn signIn, Units units, Permissioned permissioned, InstantSource clock, Audit audit) {
        this.audit = audit;
        this.access = access;
        this.signIn = signIn;
        this.units = units;
        this.permissioned = permissioned;
        this.clock = clock;
    }

    @Override
    public String issue(TokenDraft draft) {
        Caller owner = access.require();
        if (owner.byToken()) {
            throw Problem.forbidden(
                    "AS-TOKEN-BY-TOKEN",
                    "Mã truy cập không cấp được mã khác. Vui lòng đăng nhập bằng mật khẩu để cấp.");
        }
        check(draft, owner);
        byte[] random = new byte[SECRET_BYTES];
        RANDOM.nextBytes(random);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        long id = signIn.store().transactions().call(connection -> {
            long issued = signIn.tokens().add(owner.account(), draft, digest(secret), clock.instant());
            Map<String, String> after = Map.of(
                    "account", owner.account(),
                    "name", draft.name(),
                    "unit", Long.toString(draft.unitId()),
                    "permissions", String.join(" ", new TreeSet<>(draft.permissions())),
                    "expires", draft.expires().toString());
            audit.changed(new Subject(TOKEN, issued), "token.issue", Map.of(), after, null);
            return issued;
        });
        return "as_" + id + "_" + secret;
    }

    private void check(TokenDraft draft, Caller owner) {
        if (draft.name().isBlank() || draft.name().length() > 100) {
            throw Problem.invalid("AS-TOKEN-NAME", "Cần ghi mã truy cập dùng cho phần mềm nào (tối đa 100 ký tự).");
        }
        Instant now = clock.instant();
        boolean late = draft.expires().isAfter(now.plus(Duration.ofDays(LONGEST_DAYS)));
        if (late || !draft.expires().isAfter(now)) {
            throw Problem.invalid(
                    "AS-TOKEN-EXPIRY", "Hạn dùng phải sau hôm nay và không quá " + LONGEST_DAYS + " ngày.");
        }
        if (draft.permissions().isEmpty()) {
            throw Problem.invalid("AS-TOKEN-EMPTY", "Mã truy cập phải có ít nhất một quyền.");
        }
        Set<String> declared = permissioned.declared();
        draft.permissions().stream()
                .filter(permission -> !permission.equals(ALL) && !declared.contains(permission))
                .findFirst()
                .ifPresent(unknown -> {
                    throw Problem.invalid("AS-TOKEN-PERMISSION", "Không có quyền " + unknown + ".");
                });
        boolean more = !draft.permissions().stream().allMatch(owner::may)
                || !draft.programs().stream().allMatch(program -> program.equals(ALL) || owner.works(program))
                || !units.isWithin(draft.unitId(), owner.unitId());
        if (more) {
            throw Problem.forbidden(
                    "AS-TOKEN-ABOVE", "Mã truy cập không được rộng hơn quyền, địa bàn và chương trình của chính mình.");
        }
    }

    @Override
    public List<Token> mine() {
        return signIn.tokens().of(access.require().account());
    }

    @Override
    public List<Token> all() {
        return signIn.tokens().within(access.require(Permissions.TOKEN_MANAGE).unitId());
    }

    @Override
    public void revoke(long id, String reason) {
        Caller caller = access.require();
        boolean known = mine().stream().anyMatch(token -> token.id() == id)
                || caller.may(Permissions.TOKEN_MANAGE) && all().stream().anyMatch(token -> token.id() == id);
        if (!known) {
            throw Problem.notFound("AS-TOKEN-UNKNOWN", "Không có mã truy cập số " + id + ".");
        }
        signIn.store().transactions().run(connection -> {
            signIn.tokens().revoke(id, caller.account(), reason, clock.instant());
            audit.changed(new Subject(TOKEN, id), "token.revoke", Map.of(), Map.of("state", "REVOKED"), reason);
        });
    }

    /** The live token that a text is; empty for anything else. */
    static Optional<Token> find(TokenStore store, String text, Instant now) {
        Matcher form = text == null ? null : FORM.matcher(text);
        if (form == null || !form.matches()) {
            return Optional.empty();
        }
        return store.byId(Long.parseLong(form.group(1)))
                .filter(row -> MessageDigest.isEqual(row.hash(), digest(form.group(2))))
                .map(TokenStore.Row::token)
                .filter(token -> token.isAlive(now));
    }

    /** What an owner's token gives: never more than both have. */
    static Caller caller(Caller owner, Token token) {
        return new Caller(
                owner.account(),
                owner.fullName() + " (" + token.name() + ")",
                token.unitId(),
                narrower(token.permissions(), owner.permissions()),
                narrower(token.programs(), owner.programs()),
                owner.agencyId(),
                owner.origin(),
                token.id());
    }

    private static Set<String> narrower(Set<String> one, Set<String> other) {
        if (one.contains(ALL)) {
            return other;
        }
        Set<String> both = new HashSet<>(one);
        if (!other.contains(ALL)) {
            both.retainAll(other);
        }
        return both;
    }

    private static byte[] digest(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
