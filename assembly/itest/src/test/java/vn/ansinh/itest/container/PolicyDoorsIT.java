package vn.ansinh.itest.container;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;
import vn.ansinh.itest.RestClient;

/** The ways in for a policy: a bundle of nothing but YAML, a dropped file, an upload. And the one way out. */
public class PolicyDoorsIT extends ContainerTest {

    private static final Path DEPLOY = Path.of(System.getProperty("karaf.base", "."), "deploy");

    @Test
    public void aBundleOfNothingButYamlIsADraftThatOutlivesItsBundle() throws Exception {
        Map<Long, String> before = others();
        Bundle bundle = context.installBundle("thu:bundle", bundle("thu-bundle", pack("thu-bundle", 1, 640_000)));
        bundle.start();
        awaitStage("thu-bundle", "DRAFT");
        assertEquals(0, amount("thu-bundle"));
        checker().post("/policies/thu-bundle/1/activate", Map.of());
        assertEquals(640_000, amount("thu-bundle"));
        bundle.uninstall();
        assertEquals("ACTIVE", stage("thu-bundle"));
        assertEquals(640_000, amount("thu-bundle"));
        assertEquals("no other bundle was refreshed", before, others());
    }

    @Test
    public void aDroppedFileIsADraftAndAWrongOneIsToldWithItsLine() throws Exception {
        Map<Long, String> before = others();
        Path dropped = DEPLOY.resolve("thu-tep.policy.yaml");
        Path wrong = DEPLOY.resolve("thu-sai.policy.yaml");
        try {
            Files.writeString(wrong, pack("thu-sai", 1, 1).replace("he-so: 1.0", "he-so: mot"));
            Files.writeString(dropped, pack("thu-tep", 1, 650_000));
            awaitStage("thu-tep", "DRAFT");
            await(
                    "the wrong file is told",
                    () -> faults("deploy/thu-sai.policy.yaml").contains("dòng "));
            checker().post("/policies/thu-tep/1/activate", Map.of());
            assertEquals(650_000, amount("thu-tep"));

            Files.writeString(dropped, pack("thu-tep", 2, 660_000));
            await("the second version", () -> stage("thu-tep").equals("DRAFT"));
            assertEquals("a draft pays nothing", 650_000, amount("thu-tep"));
            checker().post("/policies/thu-tep/2/reject", Map.of("reason", "Chưa có nghị quyết"));
            Files.writeString(wrong, pack("thu-sai", 1, 1));
            awaitStage("thu-sai", "DRAFT");
        } finally {
            Files.deleteIfExists(dropped);
            Files.deleteIfExists(wrong);
        }
        await("the files' bundles are gone", () -> before.equals(others()));
        assertEquals(650_000, amount("thu-tep"));
    }

    @Test
    public void anUploadIsActivatedByASecondPersonAndEndedByTwo() throws Exception {
        RestClient proposer = rest();
        RestClient second = checker();
        Path file = Files.createTempFile("thu-len", ".policy.yaml");
        Files.writeString(file, pack("thu-len", 1, 670_000));
        assertEquals(
                "DRAFT",
                proposer.upload("/policies", "application/yaml", file, "name", "thu-len.policy.yaml")
                        .path("stage")
                        .asText());
        assertTrue(refusal(proposer, "/policies/thu-len/1/activate").contains("AS-POLICY-SAME-PERSON"));
        second.post("/policies/thu-len/1/activate", Map.of());
        assertEquals(670_000, amount("thu-len"));

        proposer.post("/policies/thu-len/end", Map.of("lastMonth", "2026-11", "reason", "Nghị quyết hết hiệu lực"));
        assertTrue(refusal(proposer, "/policies/thu-len/end/confirm").contains("AS-POLICY-SAME-PERSON"));
        second.post("/policies/thu-len/end/confirm", Map.of());
        JsonNode periods = calculated("thu-len", "2026-11", "2026-12").path("periods");
        assertEquals(670_000, periods.path(0).path("amount").asLong());
        assertEquals("2026-11", periods.path(0).path("to").asText());
        assertEquals(0, periods.path(1).path("amount").asLong());
    }

    private static String pack(String id, int version, long amount) {
        return """
                goi: %1$s
                phien-ban: %2$d
                ten: Gói thử %1$s
                chuong-trinh: thu-cua
                tham-so:
                  muc-%1$s:
                    ten: Mức thử
                    gia-tri:
                      - {tinh-tu: 2026-07, hieu-luc: 2026-07-01, so-tien: %3$d, can-cu: Điều 1, trang-thai: chinh-thuc}
                che-do:
                  - ma: CD-%1$s
                    ten: Chế độ thử
                    can-cu: Điều 2
                    muc:
                      - ma: M-%1$s
                        ten: Mọi tuổi
                        nhan-voi: muc-%1$s
                        he-so:
                          - {tinh-tu: 2026-07, hieu-luc: 2026-07-01, he-so: 1.0, can-cu: Điều 2, trang-thai: chinh-thuc}
                vi-du:
                  - ten: Bất kỳ ai
                    sinh: 1950-01-01
                    huong: [{che-do: CD-%1$s, tu: 2026-07}]
                    mong-doi:
                      - {ky: 2026-11, so-tien: {CD-%1$s: %3$d}}
                """.formatted(id, version, amount);
    }

    private static InputStream bundle(String name, String pack) throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Bundle-ManifestVersion", "2");
        attributes.putValue("Bundle-SymbolicName", name);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
            jar.putNextEntry(new JarEntry("ANSINH-INF/policy/"));
            jar.closeEntry();
            jar.putNextEntry(new JarEntry("ANSINH-INF/policy/" + name + ".policy.yaml"));
            jar.write(pack.getBytes(StandardCharsets.UTF_8));
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    private void awaitStage(String pack, String stage) throws Exception {
        await(pack + " is " + stage, () -> stage(pack).equals(stage));
    }

    /** Stage of the latest version. */
    private static String stage(String pack) throws IOException, InterruptedException {
        for (JsonNode state : rest().get("/policies")) {
            if (state.path("pack").path("pack").asText().equals(pack)
                    && !state.path("stage").asText().equals("REFUSED")) {
                return state.path("stage").asText();
            }
        }
        return "";
    }

    private static String faults(String file) throws IOException, InterruptedException {
        for (JsonNode state : rest().get("/policies")) {
            if (state.path("file").asText().equals(file)) {
                return state.path("faults").toString();
            }
        }
        return "";
    }

    private static long amount(String pack) throws IOException, InterruptedException {
        return calculated(pack, "2026-11", "2026-11")
                .path("periods")
                .path(0)
                .path("amount")
                .asLong();
    }

    private static JsonNode calculated(String pack, String from, String to) throws IOException, InterruptedException {
        return rest().post(
                        "/policies/evaluate",
                        Map.of(
                                "person", Map.of("born", "1950-01-01", "facts", List.of()),
                                "claims", List.of(Map.of("benefit", "CD-" + pack)),
                                "months", Map.of("from", from, "to", to)))
                .path(0);
    }

    private static String refusal(RestClient caller, String path) throws IOException, InterruptedException {
        try {
            caller.post(path, Map.of());
            return "";
        } catch (AssertionError refused) {
            return refused.getMessage();
        }
    }

    /** State and wiring of every bundle that is not of this test: a refresh makes a new wiring. */
    private Map<Long, String> others() {
        Map<Long, String> states = new TreeMap<>();
        for (Bundle bundle : context.getBundles()) {
            if (!bundle.getSymbolicName().startsWith("policy-file.thu-")) {
                states.put(
                        bundle.getBundleId(),
                        bundle.getSymbolicName() + " " + bundle.getState() + " "
                                + System.identityHashCode(bundle.adapt(BundleWiring.class)));
            }
        }
        return states;
    }
}
