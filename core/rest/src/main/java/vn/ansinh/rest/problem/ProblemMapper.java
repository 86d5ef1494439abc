package vn.ansinh.rest.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.stream.Collectors;
import org.osgi.framework.ServiceException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.transaction.TransactionFailedException;

/** Turns whatever a resource throws into {@code application/problem+json}; of a bug nothing but the request's id leaves. */
public final class ProblemMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemMapper.class);

    @Override
    public Response toResponse(Throwable failure) {
        ProblemDetail detail = detail(failure);
        Response.ResponseBuilder response =
                Response.status(detail.status()).entity(detail).type(ProblemDetail.MEDIA_TYPE);
        if (failure instanceof WebApplicationException refusal
                && refusal.getResponse().getHeaderString(HttpHeaders.ALLOW) != null) {
            response.header(HttpHeaders.ALLOW, refusal.getResponse().getHeaderString(HttpHeaders.ALLOW));
        }
        if (detail.status() == 503) {
            response.header(HttpHeaders.RETRY_AFTER, 5);
        }
        return response.build();
    }

    /** The problem that {@code failure} stands for; logs what nobody expected. */
    public static ProblemDetail detail(Throwable failure) {
        String requestId = RequestId.current();
        Throwable cause = unwrap(failure);
        if (cause instanceof Problem problem) {
            if (problem.getCause() != null) {
                LOG.info("Refused with {}", problem.code(), problem.getCause());
            }
            return ProblemDetail.of(problem, requestId);
        }
        if (cause instanceof JacksonException json) {
            return isTooLarge(json)
                    ? ProblemDetail.of(413, "AS-REST-LARGE", "Nội dung JSON gửi lên quá lớn (tối đa 1 MB).", requestId)
                    : ProblemDetail.of(400, "AS-REST-JSON", explain(json), requestId);
        }
        if (cause instanceof ServiceException) {
            return ProblemDetail.of(
                    503,
                    "AS-REST-AWAY",
                    "Phần xử lý yêu cầu này đang được cập nhật. Vui lòng thử lại sau ít giây.",
                    requestId);
        }
        if (cause instanceof WebApplicationException refusal
                && refusal.getResponse().getStatus() < 500) {
            int status = refusal.getResponse().getStatus();
            return ProblemDetail.of(status, "AS-REST-" + status, explain(status), requestId);
        }
        LOG.error("A request failed", failure);
        return ProblemDetail.unexpected(requestId);
    }

    /** A problem told inside a transaction, or a fault of the request's JSON, may lie under what wraps it. */
    private static Throwable unwrap(Throwable failure) {
        boolean wrapper = failure instanceof TransactionFailedException
                || failure instanceof WebApplicationException && failure.getCause() instanceof JacksonException;
        return wrapper && failure.getCause() != null ? unwrap(failure.getCause()) : failure;
    }

    private static boolean isTooLarge(Throwable failure) {
        return failure != null && (failure instanceof StreamConstraintsException || isTooLarge(failure.getCause()));
    }

    private static String explain(JacksonException failure) {
        if (failure instanceof UnrecognizedPropertyException unknown) {
            return "Trường \"" + unknown.getPropertyName()
                    + "\" không có trong cấu trúc dữ liệu. Vui lòng bỏ hoặc sửa tên.";
        }
        if (failure instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            String path = mapping.getPath().stream()
                    .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                    .collect(Collectors.joining("."));
            return "Giá trị của trường \"" + path + "\" không đúng kiểu.";
        }
        return failure.getLocation() == null
                ? "Nội dung gửi lên không phải JSON hợp lệ."
                : "Nội dung gửi lên không phải JSON hợp lệ (dòng "
                        + failure.getLocation().getLineNr() + ", cột "
                        + failure.getLocation().getColumnNr() + ").";
    }

    private static String explain(int status) {
        return switch (status) {
            case 404 -> "Không có địa chỉ này, hoặc giá trị trong địa chỉ không đúng kiểu.";
            case 405 -> "Địa chỉ này không nhận phương thức HTTP đã dùng; xem tiêu đề Allow.";
            case 406 -> "Không có dạng dữ liệu nào trong tiêu đề Accept mà địa chỉ này trả được.";
            case 415 -> "Địa chỉ này không nhận dạng dữ liệu trong tiêu đề Content-Type.";
            default -> "Yêu cầu thiếu hoặc sai tham số.";
        };
    }
}
