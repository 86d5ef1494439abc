package vn.ansinh.api.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * How a request came over the network. Passwords and people's data travel encrypted, or do not leave the machine: directly over
 * HTTPS, through a proxy on this machine that says it was, or from this machine itself.
 *
 * @param secure whether the connection to this server is encrypted
 * @param address where the connection comes from
 * @param clearBefore whether a proxy says that it was asked in the clear
 * @param forwarded whether any header tells of a proxy
 */
public record Wire(boolean secure, String address, boolean clearBefore, boolean forwarded) {

    /** What to say when {@link #isPrivate} does not hold. */
    public static final String REFUSAL =
            "Kết nối không được mã hóa nên bị từ chối. Vui lòng dùng https, hoặc gọi từ chính máy chủ.";

    private static final String PROTOCOL = "X-Forwarded-Proto";

    /** @param header gives the value of a request's header; {@code null} when there is none */
    public static Wire of(boolean secure, String address, UnaryOperator<String> header) {
        return new Wire(
                secure,
                address,
                "http".equalsIgnoreCase(header.apply(PROTOCOL)),
                Stream.of("Forwarded", "X-Forwarded-For", PROTOCOL).anyMatch(name -> header.apply(name) != null));
    }

    /** Whether nobody on the way could read along. */
    public boolean isPrivate() {
        return !clearBefore && (secure || isLoopback());
    }

    /** Whether whoever asks sits at this machine; not so for what a proxy here passes on. */
    public boolean isLocal() {
        return !forwarded && isLoopback();
    }

    private boolean isLoopback() {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
