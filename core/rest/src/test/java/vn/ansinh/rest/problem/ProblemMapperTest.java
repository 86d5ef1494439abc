package vn.ansinh.rest.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.RuntimeDelegate;
import org.apache.cxf.jaxrs.impl.RuntimeDelegateImpl;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.transaction.TransactionFailedException;

/** What an integrator gets to see of a problem, and what not. */
class ProblemMapperTest {

    private record Body(int unit) {}

    private final ProblemMapper mapper = new ProblemMapper();

    @BeforeAll
    static void jaxRs() {
        RuntimeDelegate.setInstance(new RuntimeDelegateImpl());
    }

    @BeforeEach
    void request() {
        RequestId.open("r-1");
    }

    @Test
    void aProblemKeepsItsWordsAndItsCode() throws Exception {
        Problem closed = Problem.conflict("AS-PAYROLL-CLOSED", "Tháng 11/2026 đã chốt.");

        Response response = mapper.toResponse(closed);

        assertEquals(409, response.getStatus());
        assertEquals("application/problem+json", response.getMediaType().toString());
        assertEquals(
                "{\"type\":\"urn:ansinh:problem:AS-PAYROLL-CLOSED\",\"title\":\"Trạng thái hiện tại không cho phép\","
                        + "\"status\":409,\"detail\":\"Tháng 11/2026 đã chốt.\",\"code\":\"AS-PAYROLL-CLOSED\","
                        + "\"instance\":\"r-1\"}",
                new ObjectMapper().writeValueAsString(response.getEntity()));
        assertEquals(
                409,
                mapper.toResponse(new TransactionFailedException("rolled back", closed))
                        .getStatus());
    }

    @Test
    void aBugShowsNothingButTheRequest() {
        ProblemDetail detail = detail(new IllegalStateException("password of the machine room"));

        assertEquals(500, detail.status());
        assertEquals("AS-UNEXPECTED", detail.code());
        assertTrue(detail.detail().contains("r-1"), detail.detail());
        assertFalse(detail.toString().contains("machine room"), detail.toString());
    }

    @Test
    void whatJaxRsRefusesIsAProblemToo() {
        assertEquals(404, detail(new NotFoundException()).status());
        assertEquals(415, detail(new NotSupportedException()).status());
        Response notAllowed = mapper.toResponse(new NotAllowedException("GET"));
        assertEquals(405, notAllowed.getStatus());
        assertEquals("GET", notAllowed.getHeaderString("Allow"));
        assertEquals("AS-REST-405", ((ProblemDetail) notAllowed.getEntity()).code());
    }

    @Test
    void aFaultInTheJsonIsNamed() {
        assertTrue(read("{\"unti\": 1}").detail().contains("\"unti\""));
        assertTrue(read("{\"unit\": \"x\"}").detail().contains("\"unit\""));
        assertTrue(read("{\"unit\": ").detail().contains("dòng 1"));
        assertEquals(400, read("{\"unit\": ").status());
    }

    @Test
    void whoIsAwayForTheMomentAsksToComeBack() {
        Response away = mapper.toResponse(new Problem(Problem.Kind.UNAVAILABLE, "AS-REST-AWAY", "Đang cập nhật."));
        assertEquals(503, away.getStatus());
        assertEquals("5", away.getHeaderString("Retry-After"));
    }

    private ProblemDetail read(String json) {
        try {
            new ObjectMapper().readValue(json, Body.class);
            throw new AssertionError("read: " + json);
        } catch (Exception e) {
            return detail(e);
        }
    }

    private ProblemDetail detail(Exception failure) {
        return (ProblemDetail) mapper.toResponse(failure).getEntity();
    }
}
