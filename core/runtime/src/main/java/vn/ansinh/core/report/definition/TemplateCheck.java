package vn.ansinh.core.report.definition;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;
import vn.ansinh.core.extender.Fault;

/**
 * Whether a template is a plain Word or Excel file: whoever opens a paper of the office shall not run somebody's macro, fetch from
 * somewhere else, or open what was put inside. Which names its fields may have is the renderer's business.
 */
public final class TemplateCheck {

    private static final int MOST_PARTS = 500;
    private static final int MOST_INFLATED = 48 * 1024 * 1024;
    private static final Pattern SHOWN =
            Pattern.compile(".*\\.(png|jpe?g|gif|bmp|tiff?|emf|wmf|odttf)|.*/printersettings\\d*\\.bin");

    private final String file;
    private final Set<String> reasons = new LinkedHashSet<>();
    private long inflated;

    private TemplateCheck(String file) {
        this.file = file;
    }

    /** What is wrong. @param file {@link ReportPackage#WORD} or {@link ReportPackage#SHEET} */
    public static List<Fault> faults(String file, byte[] template) {
        TemplateCheck check = new TemplateCheck(file);
        check.read(template);
        return check.reasons.stream()
                .map(reason -> new Fault(file, 1, 1, reason))
                .toList();
    }

    private void read(byte[] template) {
        String kind = file.equals(ReportPackage.WORD) ? "Word (.docx)" : "Excel (.xlsx)";
        String main = file.equals(ReportPackage.WORD) ? "word/document.xml" : "xl/workbook.xml";
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(template))
                .get()) {
            List<ZipArchiveEntry> parts = Collections.list(zip.getEntries());
            if (parts.size() > MOST_PARTS) {
                reasons.add("Mẫu có quá nhiều phần bên trong.");
                return;
            }
            for (ZipArchiveEntry part : parts) {
                look(zip, part);
            }
            if (zip.getEntry(main) == null || zip.getEntry("[Content_Types].xml") == null) {
                reasons.add("Tệp không phải tệp " + kind + ".");
            } else if (file.equals(ReportPackage.SHEET) && reasons.isEmpty()) {
                reasons.add(
                        "Chưa nhận mẫu Excel riêng: tệp .xlsx có đầu đề, cột và chữ ký theo report.yaml. Hãy bỏ tệp này.");
            }
        } catch (IOException | RuntimeException e) {
            // the library throws both for archives that are made up
            reasons.add("Tệp không phải tệp " + kind + " nguyên vẹn.");
        }
    }

    private void look(ZipFile zip, ZipArchiveEntry part) throws IOException {
        String name = part.getName().toLowerCase(Locale.ROOT);
        if (name.contains("vbaproject") || name.contains("vbadata") || name.contains("macrosheets/")) {
            reasons.add("Mẫu có macro. Hãy lưu lại thành tệp không có macro.");
        } else if (name.contains("embeddings/") || name.contains("activex/") || name.contains("customui/")) {
            reasons.add("Mẫu có đối tượng nhúng (OLE, ActiveX). Hãy bỏ đối tượng ấy.");
        } else if (name.contains("externallinks/")) {
            reasons.add("Mẫu có liên kết ra ngoài tệp. Hãy bỏ liên kết ấy.");
        } else if (name.contains("../") || name.startsWith("/") || name.indexOf('\\') >= 0) {
            reasons.add("Mẫu có phần mang đường dẫn bất thường.");
        } else if (!part.isDirectory() && !isXml(name) && !SHOWN.matcher(name).matches()) {
            // what is not read here could be anything: parts are found by what points to them, not by their names
            reasons.add("Mẫu có phần «" + safe(part.getName()) + "» không phải văn bản, hình hay phông chữ.");
        }
        try (InputStream in = zip.getInputStream(part)) {
            byte[] content = in.readNBytes((int) (MOST_INFLATED - inflated) + 1);
            inflated += content.length;
            if (inflated > MOST_INFLATED) {
                throw new IOException("too much in it");
            }
            if (isXml(name)) {
                parse(part.getName(), content);
            }
        }
    }

    private static boolean isXml(String name) {
        return name.endsWith(".xml") || name.endsWith(".rels") || name.endsWith(".vml");
    }

    private static String safe(String name) {
        return name.replaceAll("\\p{Cntrl}", "_");
    }

    private void parse(String part, byte[] content) throws IOException {
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.newSAXParser().parse(new ByteArrayInputStream(content), new DefaultHandler() {
                @Override
                public void startElement(String uri, String local, String name, Attributes attributes) {
                    element(attributes);
                }
            });
            if (file.equals(ReportPackage.WORD)) {
                factory.newSAXParser().parse(new ByteArrayInputStream(content), new WordInstructions(reasons::add));
            }
        } catch (SAXException e) {
            reasons.add("Phần «" + safe(part) + "» của mẫu không đọc được hoặc có khai báo DOCTYPE.");
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("Every Java reads XML", e);
        }
    }

    private void element(Attributes attributes) {
        if ("External".equalsIgnoreCase(attributes.getValue("TargetMode"))) {
            reasons.add("Mẫu có liên kết ra ngoài tệp. Hãy bỏ liên kết ấy.");
        }
        String type = attributes.getValue("ContentType");
        if (type != null && type.toLowerCase(Locale.ROOT).contains("macroenabled")) {
            reasons.add("Mẫu có macro. Hãy lưu lại thành tệp không có macro.");
        }
    }
}
