package vn.ansinh.itest.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import vn.ansinh.itest.RestClient;
import vn.ansinh.itest.RunningDistribution;

/** An official who works on case files over REST: the steps around the one that is done in the browser. */
final class CaseClerk {

    private final RestClient rest;

    CaseClerk(RunningDistribution server, String account) {
        rest = new RestClient(server.url(), account, RunningDistribution.PASSWORD);
    }

    /** Takes an application, ten days ago unless it says otherwise. @param more fields besides procedure, person and applicant @return id of the case */
    long receive(String procedure, long person, Map<String, ?> more) throws IOException, InterruptedException {
        Map<String, Object> application = new HashMap<>(more);
        application.putIfAbsent("receivedOn", CaseWorld.ago(10));
        application.put("procedure", procedure);
        application.put("incomplete", false);
        application.put("person", person);
        application.put("applicant", Map.of("name", "Tạ Thị Lành", "relation", "04", "phone", ""));
        return rest.post("/cases", application).path("file").path("id").asLong();
    }

    /**
     * Does something with a case as it stands now.
     *
     * @param act last part of its address, for instance {@code forward}
     * @param day on which it happened, {@code null} for today
     * @return the case afterwards
     */
    JsonNode act(long id, String act, String day, Map<String, ?> more) throws IOException, InterruptedException {
        Map<String, Object> body = new HashMap<>(more);
        body.put("revision", of(id).path("file").path("revision").asInt());
        if (day != null) {
            body.put("day", day);
        }
        return rest.post("/cases/" + id + "/" + act, body);
    }

    /** On to the next step. */
    JsonNode forward(long id, String day) throws IOException, InterruptedException {
        return act(id, "forward", day, Map.of());
    }

    JsonNode of(long id) throws IOException, InterruptedException {
        return rest.get("/cases/" + id);
    }

    /** From the desk to the appraisal; where it has to hang out, six days. */
    void toAppraisal(long id) throws IOException, InterruptedException {
        forward(id, CaseWorld.ago(10));
        for (JsonNode file = of(id).path("file");
                !file.path("stepKind").asText().equals("APPRAISAL");
                file = of(id).path("file")) {
            forward(id, CaseWorld.ago(file.path("stepKind").asText().equals("POSTING") ? 2 : 8));
        }
    }

    /** Proposes what law says, and hands over to who decides. */
    void draft(long id) throws IOException, InterruptedException {
        act(id, "draft", null, Map.of("outcome", "GRANT", "conflictsSeen", false));
        forward(id, null);
    }

    /** Signs what somebody else drafted. */
    void sign(long id) throws IOException, InterruptedException {
        act(id, "signature", null, Map.of("signer", "Đinh Văn Chính", "title", "CHỦ TỊCH", "documentId", 0));
    }

    /** The step in which a case is. */
    String step(long id) throws IOException, InterruptedException {
        return of(id).path("file").path("step").asText();
    }
}
