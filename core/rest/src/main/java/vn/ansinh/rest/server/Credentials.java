package vn.ansinh.rest.server;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Origin;
import vn.ansinh.api.problem.Problem;

/** Who asks: an account by HTTP Basic (RFC 7617, UTF-8), or a token by Bearer (RFC 6750). */
final class Credentials {

    private static final String BASIC = "Basic ";
    private static final String BEARER = "Bearer ";

    private final Access access;

    Credentials(Access access) {
        this.access = access;
    }

    /** @param header {@code Authorization}; may be {@code null} @throws Problem UNAUTHENTICATED */
    Caller verify(String header, Origin origin) {
        if (is(BEARER, header)) {
            return access.byToken(header.substring(BEARER.length()).strip(), origin)
                    .orElseThrow(
                            () -> refusal(
                                    "Mã truy cập không đúng, đã hết hạn hoặc đã thu hồi. Vui lòng cấp mã mới trong Hồ sơ của tôi."));
        }
        if (!is(BASIC, header)) {
            throw refusal("Yêu cầu chưa kèm tài khoản. Vui lòng gửi tên đăng nhập và mật khẩu theo HTTP Basic, hoặc mã"
                    + " truy cập theo Bearer.");
        }
        return authenticate(header.substring(BASIC.length()).strip(), origin)
                .orElseThrow(() -> refusal(
                        "Tên đăng nhập hoặc mật khẩu không đúng, hoặc tài khoản đang tạm khóa vì nhập sai nhiều lần."));
    }

    private static boolean is(String scheme, String header) {
        return header != null && header.regionMatches(true, 0, scheme, 0, scheme.length());
    }

    private Optional<Caller> authenticate(String encoded, Origin origin) {
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
            return access.authenticate(new String(pair, 0, colon), password, origin);
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
