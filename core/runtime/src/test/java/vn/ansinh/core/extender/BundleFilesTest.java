package vn.ansinh.core.extender;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.lang.reflect.Proxy;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;

/** What becomes of the files of a bundle: each is read, one that is no text or too large harms no other. */
class BundleFilesTest {

    private static final int SMALL = 1024;

    @TempDir
    Path root;

    private final List<String> told = new ArrayList<>();

    @Test
    void whatIsNoTextOrTooLargeIsRefusedAndTheOthersAreRead() throws Exception {
        write("a.yaml", "ma: một".getBytes(StandardCharsets.UTF_8));
        write("b.yaml", "ma: một".getBytes(StandardCharsets.UTF_16));
        write("c.yaml", new byte[SMALL + 1]);
        write("d.yaml", "ma: hai".getBytes(StandardCharsets.UTF_8));
        write("e.yaml", "refuse".getBytes(StandardCharsets.UTF_8));
        Reading reading = new Reading();
        List<String> brought = reading.addingBundle(bundle(), null);
        assertEquals(List.of("a", "d"), brought);
        reading.removedBundle(bundle(), null, brought);
        assertEquals(
                List.of(
                        "demo/ANSINH-INF/demo/a.yaml: ma: một",
                        "demo/ANSINH-INF/demo/b.yaml, dòng 1, cột 1: Tệp không phải chữ mã UTF-8.",
                        "demo/ANSINH-INF/demo/c.yaml, dòng 1, cột 1: Tệp lớn hơn 1 KiB.",
                        "demo/ANSINH-INF/demo/d.yaml: ma: hai",
                        "demo/ANSINH-INF/demo/e.yaml, dòng 2, cột 3: Sai.",
                        "gone with [a, d]"),
                told);
    }

    @Test
    void aBundleWithoutSuchFilesIsNotFollowed() {
        assertNull(new Reading().addingBundle(bundle(), null));
    }

    private void write(String name, byte[] content) throws Exception {
        Files.write(Files.createDirectories(root.resolve("ANSINH-INF/demo")).resolve(name), content);
    }

    private Bundle bundle() {
        return (Bundle) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Bundle.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getSymbolicName" -> "demo";
                    case "findEntries" -> entries(root.resolve((String) arguments[0]));
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private static Object entries(Path folder) throws Exception {
        if (!Files.exists(folder)) {
            return null;
        }
        List<URL> entries = new ArrayList<>();
        try (var files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                entries.add(file.toUri().toURL());
            }
        }
        return Collections.enumeration(entries);
    }

    private final class Reading extends BundleFiles {

        private Reading() {
            super(null, Bundle.ACTIVE, "ANSINH-INF/demo", false, SMALL);
        }

        @Override
        protected String found(Bundle bundle, String file, String text) {
            if (text.equals("refuse")) {
                throw new FileRefusedException(List.of(new Fault(file, 2, 3, "Sai.")));
            }
            told.add(file + ": " + text);
            return file.substring(file.length() - "a.yaml".length(), file.length() - ".yaml".length());
        }

        @Override
        protected String refused(String file, FileRefusedException why) {
            told.add(why.getMessage());
            return super.refused(file, why);
        }

        @Override
        protected void gone(Bundle bundle, List<String> brought) {
            told.add("gone with " + brought);
        }
    }
}
