package vn.ansinh.core.program;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.osgi.framework.Version;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.core.program.Artifact.Part;

/** Reads a .kar: a zip with a features file and, below {@code repository/}, the bundles that it names. */
final class KarReader {

    private static final String REPOSITORY = "repository/";
    private static final String PREFIX = "ansinh-";

    private KarReader() {}

    static boolean isKar(JarFile jar) {
        return jar.stream().anyMatch(entry -> entry.getName().startsWith(REPOSITORY));
    }

    /** @throws Problem when there is not exactly one feature {@code ansinh-<id>}, or a bundle of it is not in the file */
    static Artifact read(JarFile jar, Path file, String fileName, String digest) throws IOException {
        Element feature = feature(jar);
        List<Part> parts = new ArrayList<>();
        for (String location : texts(feature, "bundle")) {
            String entry = entry(location);
            JarEntry found = jar.getJarEntry(entry);
            if (found == null) {
                throw Compatibility.missing(List.of(location));
            }
            parts.add(part(jar, found));
        }
        if (parts.isEmpty()) {
            throw Problem.invalid("AS-PLUGIN-KIND", "Tệp .kar không có gói nào bên trong. Không có gì thay đổi.");
        }
        String name = feature.getAttribute("name");
        String title = feature.getAttribute("description");
        List<String> details = texts(feature, "details");
        return new Artifact(
                file,
                fileName,
                Artifact.Form.KAR,
                digest,
                ArtifactReader.id(name),
                Version.parseVersion(feature.getAttribute("version")),
                title.isBlank() ? name : title,
                details.isEmpty() ? "" : details.get(0),
                parts,
                texts(feature, "feature"),
                null);
    }

    private static Element feature(JarFile jar) throws IOException {
        List<Element> own = new ArrayList<>();
        for (JarEntry entry : jar.stream().filter(KarReader::isFeatures).toList()) {
            NodeList features = parse(jar, entry).getDocumentElement().getElementsByTagName("feature");
            for (int i = 0; i < features.getLength(); i++) {
                Element feature = (Element) features.item(i);
                if (feature.getAttribute("name").startsWith(PREFIX)) {
                    own.add(feature);
                }
            }
        }
        if (own.size() != 1) {
            throw Problem.invalid(
                    "AS-PLUGIN-KIND",
                    "Tệp .kar phải có đúng một chương trình hay phần mở rộng (feature " + PREFIX + "…); tệp này có "
                            + own.size() + ". Không có gì thay đổi.");
        }
        return own.get(0);
    }

    private static boolean isFeatures(JarEntry entry) {
        return entry.getName().endsWith(".xml") && entry.getName().contains("features");
    }

    private static Document parse(JarFile jar, JarEntry entry) throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            // no entities, no files of this machine, no network
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setExpandEntityReferences(false);
            return factory.newDocumentBuilder().parse(in);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(entry.getName() + " cannot be read", e);
        }
    }

    private static List<String> texts(Element feature, String tag) {
        List<String> texts = new ArrayList<>();
        NodeList children = feature.getElementsByTagName(tag);
        for (int i = 0; i < children.getLength(); i++) {
            texts.add(children.item(i).getTextContent().strip());
        }
        return texts;
    }

    /** Where {@code mvn:group/artifact/version} lies in the file. */
    private static String entry(String location) {
        String[] maven = location.replaceFirst("^mvn:", "").split("/");
        if (maven.length < 3) {
            return location;
        }
        return REPOSITORY + maven[0].replace('.', '/') + "/" + maven[1] + "/" + maven[2] + "/" + maven[1] + "-"
                + maven[2] + ".jar";
    }

    private static Part part(JarFile jar, JarEntry entry) throws IOException {
        try (JarInputStream bundle = new JarInputStream(jar.getInputStream(entry), false)) {
            return ArtifactReader.part(entry.getName(), bundle.getManifest());
        }
    }
}
