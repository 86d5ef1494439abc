package vn.ansinh.core.program;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Version;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.core.program.Artifact.Part;

/** What a file needs and does not find is told by name; what it need not have is no obstacle. */
class CompatibilityTest {

    private final Compatibility compatibility = new Compatibility(
            () -> List.of(exported("vn.ansinh.api.access", "0.1.0"), exported("com.vaadin.flow", "24.9.14")),
            feature -> feature.equals("ansinh-platform"));

    @Test
    void whatIsThereIsEnough() {
        assertDoesNotThrow(() -> compatibility.check(
                importing("vn.ansinh.api.access;version=\"[0.1,1)\",com.vaadin.flow;version=\"[24.9,25)\","
                        + "org.nowhere;resolution:=optional")));
    }

    @Test
    void anotherVersionOfTheCoreIsToldWithBothVersions() {
        String message = refusal("AS-PLUGIN-API", "vn.ansinh.api.access;version=\"[1.0,2)\"");
        assertTrue(message.contains("từ 1.0 đến trước 2.0"), message);
        assertTrue(message.contains("bản 0.1.0"), message);
        refusal("AS-PLUGIN-API", "vn.ansinh.api.later;version=\"[0.1,1)\"");
    }

    @Test
    void whatIsMissingIsNamed() {
        String message = refusal("AS-PLUGIN-REQUIRES", "org.nowhere;org.neither;version=\"[1,2)\"");
        assertTrue(message.contains("org.nowhere") && message.contains("org.neither"), message);
    }

    @Test
    void aRangeReadsAsPeopleSayIt() {
        assertEquals(
                "từ 0.1 đến trước 1.0",
                Compatibility.told(Compatibility.range("vn.ansinh.api.access;version=\"[0.1,1)\",vn.ansinh.ui.kit.grid;"
                        + "version=\"[0.1.0,2)\",java.sql")));
        assertEquals("", Compatibility.told(Compatibility.range("java.sql")));
    }

    private String refusal(String code, String imports) {
        Problem refused = assertThrows(Problem.class, () -> compatibility.check(importing(imports)));
        assertEquals(code, refused.code(), refused.getMessage());
        return refused.getMessage();
    }

    private static Artifact importing(String imports) {
        Part part = new Part(null, "ansinh-thu", new Version(1, 0, 0), Map.of("Import-Package", imports));
        return new Artifact(
                Path.of("thu.jar"),
                "thu.jar",
                Artifact.Form.JAR,
                "0",
                "thu",
                part.version(),
                "Thử",
                "",
                List.of(part),
                List.of("ansinh-platform"),
                null);
    }

    private static BundleCapability exported(String name, String version) {
        return new BundleCapability() {
            @Override
            public String getNamespace() {
                return "osgi.wiring.package";
            }

            @Override
            public Map<String, String> getDirectives() {
                return Map.of();
            }

            @Override
            public Map<String, Object> getAttributes() {
                return Map.of("osgi.wiring.package", name, "version", Version.parseVersion(version));
            }

            @Override
            public BundleRevision getRevision() {
                return null;
            }

            @Override
            public BundleRevision getResource() {
                return null;
            }
        };
    }
}
