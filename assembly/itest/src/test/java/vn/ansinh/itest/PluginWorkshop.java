package vn.ansinh.itest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** Where a program's author makes releases: other versions of the example, signed as {@code docs/lap-trinh} tells. */
public final class PluginWorkshop {

    /** Whom the province trusts. */
    public static final String TRUSTED = "so-y-te";

    /** Somebody else. */
    public static final String STRANGER = "nguoi-la";

    private static final String PASSWORD = "thu-nghiem";
    private static final Path EXAMPLE = Path.of(System.getProperty("example.program", "missing"));

    private final Path directory;

    /** @param directory empty; with two new keys afterwards */
    public PluginWorkshop(Path directory) throws IOException, InterruptedException {
        this.directory = directory;
        makeKey(TRUSTED, "CN=So Y te Ha Tinh, O=An Sinh, C=VN");
        makeKey(STRANGER, "CN=Nguoi la, O=Khong ro, C=VN");
    }

    /** Lets the server in {@code etc} trust the province's key. */
    public void trust(Path etc) throws IOException, InterruptedException {
        certificate(Files.createDirectories(etc.resolve("trusted")).resolve("so-y-te.pem"));
    }

    /** Writes the province's certificate, as its author hands it to the server's administrator. */
    public Path certificate(Path file) throws IOException, InterruptedException {
        tool("keytool", "-exportcert", "-rfc", "-alias", TRUSTED, "-file", file.toString());
        return file;
    }

    /**
     * The example program as another version, unsigned.
     *
     * @param headers of its manifest to change
     */
    public Path version(String version, Map<String, String> headers) throws IOException {
        return version(version, headers, Map.of());
    }

    /** As above. @param entries files in it to write anew */
    public Path version(String version, Map<String, String> headers, Map<String, String> entries) throws IOException {
        Path made = Files.createTempFile(directory, "thi-diem-" + version + "-", ".jar");
        try (JarFile jar = new JarFile(EXAMPLE.toFile())) {
            Manifest manifest = new Manifest(jar.getManifest());
            manifest.getMainAttributes().putValue("Bundle-Version", version);
            headers.forEach(manifest.getMainAttributes()::putValue);
            try (OutputStream out = Files.newOutputStream(made);
                    JarOutputStream copy = new JarOutputStream(out, manifest)) {
                Enumeration<JarEntry> all = jar.entries();
                while (all.hasMoreElements()) {
                    JarEntry entry = all.nextElement();
                    if (!entry.getName().equals(JarFile.MANIFEST_NAME)) {
                        copy.putNextEntry(new ZipEntry(entry.getName()));
                        String text = entries.get(entry.getName());
                        try (InputStream in = jar.getInputStream(entry)) {
                            copy.write(text == null ? in.readAllBytes() : text.getBytes(StandardCharsets.UTF_8));
                        }
                        copy.closeEntry();
                    }
                }
            }
        }
        return made;
    }

    /** The value of a header of the example's manifest. */
    public String header(String name) throws IOException {
        try (JarFile jar = new JarFile(EXAMPLE.toFile())) {
            return jar.getManifest().getMainAttributes().getValue(name);
        }
    }

    /** Signs a file in place. @param key {@link #TRUSTED} or {@link #STRANGER} */
    public Path signed(Path jar, String key) throws IOException, InterruptedException {
        tool("jarsigner", jar.toString(), key);
        return jar;
    }

    /** A copy in which one byte of a class is another one. */
    public Path damaged(Path signed) throws IOException {
        Path made = Files.createTempFile(directory, "damaged-", ".jar");
        try (JarFile jar = new JarFile(signed.toFile(), false);
                JarOutputStream copy = new JarOutputStream(Files.newOutputStream(made))) {
            Enumeration<JarEntry> all = jar.entries();
            while (all.hasMoreElements()) {
                JarEntry entry = all.nextElement();
                copy.putNextEntry(new ZipEntry(entry.getName()));
                try (InputStream in = jar.getInputStream(entry)) {
                    byte[] bytes = in.readAllBytes();
                    if (entry.getName().endsWith("Visits.class")) {
                        bytes[bytes.length / 2] ^= 1;
                    }
                    copy.write(bytes);
                }
                copy.closeEntry();
            }
        }
        return made;
    }

    /** A copy that ends in the middle. */
    public Path half(Path whole) throws IOException {
        byte[] bytes = Files.readAllBytes(whole);
        Path made = Files.createTempFile(directory, "half-", ".jar");
        return Files.write(made, Arrays.copyOf(bytes, bytes.length / 2));
    }

    private void makeKey(String alias, String name) throws IOException, InterruptedException {
        tool(
                "keytool",
                "-genkeypair",
                "-alias",
                alias,
                "-dname",
                name,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-validity",
                "30");
    }

    private void tool(String name, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", name).toString(),
                "-keystore",
                directory.resolve("keys.p12").toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD));
        // keytool wants what it shall do first
        command.addAll(name.equals("keytool") ? 1 : command.size(), List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IOException(name + ": " + output);
        }
    }
}
