package vn.ansinh.rest.problem;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import vn.ansinh.api.problem.Problem;

/**
 * The body of an answer that tells a problem.
 *
 * @param type {@code urn:ansinh:problem:} and the code
 * @param title what kind of problem, in Vietnamese, the same for every problem of a status
 * @param status HTTP status
 * @param detail what happened, why, what to do, in Vietnamese
 * @param code stable, for IT to search and integrators to test
 * @param instance id of the request, also in the log and in the header {@code X-Request-Id}
 */
@JsonPropertyOrder({"type", "title", "status", "detail", "code", "instance"})
public record ProblemDetail(String type, String title, int status, String detail, String code, String instance) {

    /** Media type of the body. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** What an official may know of a failure that is nobody's mistake but ours. */
    public static ProblemDetail unexpected(String requestId) {
        return of(
                500,
                "AS-UNEXPECTED",
                "Hệ thống gặp lỗi ngoài dự kiến. Vui lòng báo bộ phận kỹ thuật kèm mã yêu cầu " + requestId + ".",
                requestId);
    }

    /** A problem that a room of the platform told. */
    public static ProblemDetail of(Problem problem, String requestId) {
        return of(status(problem.kind()), problem.code(), problem.getMessage(), requestId);
    }

    static ProblemDetail of(int status, String code, String detail, String requestId) {
        return new ProblemDetail("urn:ansinh:problem:" + code, title(status), status, detail, code, requestId);
    }

    private static int status(Problem.Kind kind) {
        return switch (kind) {
            case INVALID -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case TOO_LARGE -> 413;
            case UNAVAILABLE -> 503;
        };
    }

    private static String title(int status) {
        return switch (status) {
            case 400 -> "Yêu cầu không hợp lệ";
            case 401 -> "Chưa đăng nhập";
            case 403 -> "Không được phép";
            case 404 -> "Không tìm thấy";
            case 405 -> "Phương thức không được hỗ trợ";
            case 406 -> "Không có dạng dữ liệu được yêu cầu";
            case 409 -> "Trạng thái hiện tại không cho phép";
            case 413 -> "Dữ liệu quá lớn";
            case 415 -> "Dạng dữ liệu gửi lên không được hỗ trợ";
            case 503 -> "Tạm thời không phục vụ được";
            default -> status < 500 ? "Yêu cầu không hợp lệ" : "Lỗi hệ thống";
        };
    }
}
