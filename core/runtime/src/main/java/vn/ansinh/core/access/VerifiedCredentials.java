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
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Passwords verified less than a minute ago, so that an integrator's hundred calls do not cost a hundred Argon2 hashes. Keyed
 * by an HMAC under a key that lives as long as the process: a heap dump reveals no password that could be tried elsewhere.
 * Only that a password belongs to a stored hash is remembered; what its account may do is read each time, so a changed
 * password or right counts at once on every node.
 */
final class VerifiedCredentials {

    static final Duration LIFE = Duration.ofMinutes(1);
    private static final int MOST = 1_000;
    private static final String ALGORITHM = "HmacSHA256";

    private final InstantSource clock;
    private final SecretKeySpec key;

    /** Until when, by digest. */
    private final Map<String, Instant> verified = new LinkedHashMap<>();

    VerifiedCredentials(InstantSource clock) {
        this.clock = clock;
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, ALGORITHM);
    }

    /** @param hash stored now */
    synchronized boolean isVerified(char[] password, String hash) {
        String digest = digest(password, hash);
        Instant until = verified.get(digest);
        if (until != null && !clock.instant().isBefore(until)) {
            verified.remove(digest);
            return false;
        }
        return until != null;
    }

    synchronized void remember(char[] password, String hash) {
        Iterator<Instant> oldest = verified.values().iterator();
        if (verified.size() >= MOST) {
            oldest.next();
            oldest.remove();
        }
        verified.put(digest(password, hash), clock.instant().plus(LIFE));
    }

    private String digest(char[] password, String hash) {
        byte[] secret = PasswordHash.utf8(password);
        byte[] stored = PasswordHash.utf8(hash.toCharArray());
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(stored);
            mac.update((byte) 0);
            return HexFormat.of().formatHex(mac.doFinal(secret));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }
}
