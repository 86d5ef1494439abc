package vn.ansinh.itest.structure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Arrows point one way: programs to the UI kit to the API, the core's implementation to the API; nobody to a program. The
 * manifests say so, which is what the framework goes by.
 */
class ArrowsTest {

    private static final Path ROOT = Path.of("..", "..");
    private static final Pattern PACKAGE = Pattern.compile("(?:^|,)(vn\\.ansinh\\.[\\w.]+)");
    private static final Pattern EVERYWHERE = Pattern.compile("vn[./]ansinh[./]api[./]transaction[./]Everywhere");
    private static final String API = "vn.ansinh.api.";
    private static final String KIT = "vn.ansinh.ui.kit";

    @Test
    void theApiKnowsTheJdkOnly() throws IOException {
        String imports = header(ROOT.resolve("core/api"), "Import-Package");
        assertEquals(List.of(), outside(imports, name -> name.startsWith(API)));
        assertFalse(imports.matches(".*\\b(jakarta|com|org)\\..*"), imports);
    }

    @Test
    void theCoreKnowsTheApiOnly() throws IOException {
        for (String module : List.of("core/runtime", "core/database", "core/rest", "ui/kit")) {
            assertEquals(
                    List.of(),
                    outside(
                            header(ROOT.resolve(module), "Import-Package"),
                            name -> name.startsWith(API) || (module.equals("ui/kit") && name.startsWith(KIT))),
                    module);
        }
    }

    @Test
    void shellAndProgramsKnowTheKitAndTheApi() throws IOException {
        List<Path> modules = new ArrayList<>(programs());
        modules.add(ROOT.resolve("ui/shell"));
        Map<String, List<String>> wrong = new TreeMap<>();
        for (Path module : modules) {
            List<String> names =
                    outside(header(module, "Import-Package"), name -> name.startsWith(API) || name.startsWith(KIT));
            if (!names.isEmpty()) {
                wrong.put(module.toString(), names);
            }
        }
        assertEquals(Map.of(), wrong);
    }

    @Test
    void programsWorkInTheScopeOfWhoActs() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Path program : programs()) {
            try (Stream<Path> files = Files.walk(program.resolve("target/classes"))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    // in classes the name has slashes, in Blueprint files dots
                    String content = Files.readString(file, StandardCharsets.ISO_8859_1);
                    if (EVERYWHERE.matcher(content).find()) {
                        wrong.add(file.toString());
                    }
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void programsExportNothing() throws IOException {
        for (Path program : programs()) {
            assertEquals("", header(program, "Export-Package"), program.toString());
        }
    }

    private static List<Path> programs() throws IOException {
        try (Stream<Path> directories = Files.walk(ROOT.resolve("plugins"), 2)) {
            return directories
                    .filter(directory -> Files.exists(directory.resolve("bnd.bnd")))
                    .toList();
        }
    }

    private static List<String> outside(String imports, Predicate<String> allowed) {
        List<String> names = new ArrayList<>();
        // version ranges contain commas: without the quoted parts only package names are left between them
        Matcher matcher = PACKAGE.matcher(imports.replaceAll("\"[^\"]*\"", ""));
        while (matcher.find()) {
            if (!allowed.test(matcher.group(1))) {
                names.add(matcher.group(1));
            }
        }
        return names;
    }

    private static String header(Path module, String name) throws IOException {
        try (InputStream in = Files.newInputStream(module.resolve("target/classes/META-INF/MANIFEST.MF"))) {
            String value = new Manifest(in).getMainAttributes().getValue(name);
            return value == null ? "" : value;
        }
    }
}
