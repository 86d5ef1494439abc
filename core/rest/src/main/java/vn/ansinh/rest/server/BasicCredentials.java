package vn.ansinh.rest.server;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.problem.Problem;

/** HTTP Basic (RFC 7617, UTF-8) with the accounts of the platform. */
final class BasicCredentials {

    private static final String SCHEME = "Basic ";

    private final Access access;

    BasicCredentials(Access access) {
        this.access = access;
    }

    /** @param header {@code Authorization}; may be {@code null} @throws Problem UNAUTHENTICATED */
    Caller verify(String header) {
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw refusal("Yêu cầu chưa kèm tài khoản. Vui lòng gửi tên đăng nhập và mật khẩu theo HTTP Basic.");
        }
        return authenticate(header.substring(SCHEME.length()).strip())
                .orElseThrow(() -> refusal(
                        "Tên đăng nhập hoặc mật khẩu không đúng, hoặc tài khoản đang tạm khóa vì nhập sai nhiều lần."));
    }

    private Optional<Caller> authenticate(String encoded) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(encoded);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        CharBuffer decoded = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes));
        char[] pair = new char[decoded.remaining()];
        decoded.get(pair);
        int colon = 0;
        while (colon < pair.length && pair[colon] != ':') {
            colon++;
        }
        if (colon == pair.length) {
            return Optional.empty();
        }
        char[] password = Arrays.copyOfRange(pair, colon + 1, pair.length);
        try {
            return access.authenticate(new String(pair, 0, colon), password);
        } finally {
            Arrays.fill(password, ' ');
            Arrays.fill(pair, ' ');
            Arrays.fill(decoded.array(), ' ');
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static Problem refusal(String message) {
        return new Problem(Problem.Kind.UNAUTHENTICATED, "AS-REST-SIGN-IN", message);
    }
}
