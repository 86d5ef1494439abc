package vn.ansinh.core.access;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import vn.ansinh.api.access.Caller;

/**
 * Credentials verified less than a minute ago, so that an integrator's hundred calls do not cost a hundred Argon2 hashes.
 * Keyed by an HMAC under a key that lives as long as the process: a heap dump reveals no password that could be tried
 * elsewhere. On several nodes a changed password may still be taken by another node until its minute is over.
 */
final class VerifiedCredentials {

    static final Duration LIFE = Duration.ofMinutes(1);
    private static final int MOST = 1_000;
    private static final String ALGORITHM = "HmacSHA256";

    private record Verified(Caller caller, Instant until) {}

    private final InstantSource clock;
    private final SecretKeySpec key;
    private final Map<String, Verified> verified = new LinkedHashMap<>();

    VerifiedCredentials(InstantSource clock) {
        this.clock = clock;
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, ALGORITHM);
    }

    synchronized Optional<Caller> find(String account, char[] password) {
        String digest = digest(account, password);
        Verified found = verified.get(digest);
        if (found == null) {
            return Optional.empty();
        }
        if (!clock.instant().isBefore(found.until())) {
            verified.remove(digest);
            return Optional.empty();
        }
        return Optional.of(found.caller());
    }

    synchronized void remember(String account, char[] password, Caller caller) {
        Iterator<Verified> oldest = verified.values().iterator();
        if (verified.size() >= MOST) {
            oldest.next();
            oldest.remove();
        }
        verified.put(
                digest(account, password), new Verified(caller, clock.instant().plus(LIFE)));
    }

    synchronized void forget(String account) {
        verified.values().removeIf(entry -> entry.caller().account().equals(account));
    }

    private String digest(String account, char[] password) {
        byte[] secret = PasswordHash.utf8(password);
        byte[] name = PasswordHash.utf8(account.toCharArray());
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(name);
            mac.update((byte) 0);
            return HexFormat.of().formatHex(mac.doFinal(secret));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }
}
