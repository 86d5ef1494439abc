package vn.ansinh.rest.server;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import vn.ansinh.api.problem.Problem;

/** Passwords and people's data travel over TLS, or do not leave the machine. */
final class Transport {

    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> FOREIGN = Set.of("cross-site", "same-site");

    private Transport() {}

    /** @throws Problem FORBIDDEN when the request came in the clear, or from a page of somebody else */
    static void check(HttpServletRequest request) {
        boolean clearBeforeProxy = "http".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"));
        if (clearBeforeProxy || !request.isSecure() && !isLoopback(request.getRemoteAddr())) {
            throw Problem.forbidden(
                    "AS-REST-TLS",
                    "Kết nối không được mã hóa nên bị từ chối. Vui lòng dùng https, hoặc gọi từ chính máy chủ.");
        }
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null && FOREIGN.contains(site) && !HARMLESS.contains(request.getMethod())) {
            throw Problem.forbidden("AS-REST-FOREIGN", "Yêu cầu đến từ một trang web khác nên bị từ chối.");
        }
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
