package vn.ansinh.core.program;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.osgi.framework.Version;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.program.Programs;
import vn.ansinh.core.program.Artifact.Part;

/**
 * Reads a file that somebody brought: whole, not too much in it, a bundle or an archive of bundles, and signed or not. What
 * headers of the zip say of sizes is not believed; every entry is inflated, counted and, where it is signed, checked.
 */
final class ArtifactReader {

    private static final long MOST_INFLATED = 512L << 20;
    private static final long RATIO_FROM = 32L << 20;
    private static final int MOST_RATIO = 200;
    private static final int MOST_ENTRIES = 20_000;

    private final TrustedKeys keys;
    private final ReportArchives reports;

    ArtifactReader(TrustedKeys keys, ReportArchives reports) {
        this.keys = keys;
        this.reports = reports;
    }

    /**
     * Reads a file.
     *
     * @param unsignedToo whether one without a trusted signature is taken; one that was changed after signing never is
     * @throws Problem see {@link Programs#inspect}
     */
    Artifact read(Path file, String fileName, boolean unsignedToo) {
        try {
            if (Files.size(file) > Programs.LARGEST) {
                throw new Problem(
                        Problem.Kind.TOO_LARGE,
                        "AS-PLUGIN-SIZE",
                        "Tệp lớn hơn " + (Programs.LARGEST >> 20) + " MB nên không được nhận.");
            }
            if (ReportArchives.isOne(fileName)) {
                return reports.read(file, fileName);
            }
            try (JarFile jar = new JarFile(file.toFile(), true)) {
                Signatures signatures = readThrough(jar, Files.size(file));
                Artifact artifact = KarReader.isKar(jar)
                        ? KarReader.read(jar, file, fileName, digest(file))
                        : bundle(jar, file, fileName);
                return artifact.signedBy(signatures.signer(keys, unsignedToo));
            }
        } catch (SecurityException e) {
            throw corrupt("nội dung đã bị thay đổi sau khi ký", e);
        } catch (IOException | IllegalArgumentException e) {
            throw corrupt("tệp bị hỏng hoặc tải lên chưa trọn", e);
        }
    }

    static Problem corrupt(String why, Exception cause) {
        return new Problem(
                Problem.Kind.INVALID,
                "AS-PLUGIN-CORRUPT",
                "Không cài được: " + why + ". Không có gì thay đổi. Hãy lấy lại tệp từ nơi phát hành.",
                cause);
    }

    private static Signatures readThrough(JarFile jar, long compressed) throws IOException {
        Signatures signatures = new Signatures(jar.getManifest());
        Set<String> names = new HashSet<>();
        byte[] buffer = new byte[1 << 16];
        long total = 0;
        Enumeration<JarEntry> entries = jar.entries();
        while (entries.hasMoreElements()) {
            JarEntry entry = entries.nextElement();
            String name = entry.getName();
            boolean outside = ("/" + name + "/").contains("/../") || name.startsWith("/");
            if (!names.add(name) || names.size() > MOST_ENTRIES || outside) {
                throw corrupt("cấu trúc tệp bất thường", null);
            }
            try (InputStream in = jar.getInputStream(entry)) {
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    total += n;
                    boolean bomb = total > RATIO_FROM && total / Math.max(1, compressed) > MOST_RATIO;
                    if (bomb || total > MOST_INFLATED) {
                        throw new Problem(
                                Problem.Kind.TOO_LARGE,
                                "AS-PLUGIN-SIZE",
                                "Nội dung tệp khi giải nén lớn bất thường nên không được nhận.");
                    }
                }
            }
            signatures.read(entry);
        }
        signatures.complete(names);
        return signatures;
    }

    private static Artifact bundle(JarFile jar, Path file, String fileName) throws IOException {
        Part part = part(null, jar.getManifest());
        String title = part.header("Bundle-Name");
        String description = part.header("Bundle-Description");
        return new Artifact(
                file,
                fileName,
                Artifact.Form.JAR,
                digest(file),
                id(part.symbolicName()),
                part.version(),
                title == null ? part.symbolicName() : title,
                description == null ? "" : description,
                List.of(part),
                List.of(),
                null);
    }

    /** What a bundle's manifest says. @throws Problem when it is none, or only a piece of another bundle */
    static Part part(String entry, Manifest manifest) {
        Attributes main = manifest == null ? new Attributes() : manifest.getMainAttributes();
        Map<String, String> headers = new LinkedHashMap<>();
        main.forEach((name, value) -> headers.put(name.toString(), value.toString()));
        List<Header.Clause> name = Header.clauses(headers.get("Bundle-SymbolicName"));
        if (name.size() != 1 || name.get(0).names().size() != 1 || headers.containsKey("Fragment-Host")) {
            throw Problem.invalid(
                    "AS-PLUGIN-KIND",
                    "Tệp không phải chương trình hay phần mở rộng của An Sinh (.jar hoặc .kar). Không có gì thay đổi.");
        }
        return new Part(
                entry,
                name.get(0).names().get(0),
                Version.parseVersion(headers.getOrDefault("Bundle-Version", "0")),
                headers);
    }

    /** {@code ansinh-thi-diem} is known as {@code thi-diem}. */
    static String id(String symbolicName) {
        return symbolicName.toLowerCase(Locale.ROOT).replaceFirst("^ansinh-", "");
    }

    static String digest(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
