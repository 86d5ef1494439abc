package vn.ansinh.core.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import vn.ansinh.api.report.ReportDefinition;
import vn.ansinh.api.report.ReportFormat;
import vn.ansinh.api.text.Money;

/** A report's file as another program opens it: all it says, and the sum of a column. */
final class OpenedReport {

    private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String TOTAL = "Tổng cộng";

    private final ReportDefinition definition;
    private final List<List<String>> rows;
    private final String text;
    private final int pages;

    private OpenedReport(ReportDefinition definition, List<List<String>> rows, String text, int pages) {
        this.definition = definition;
        this.rows = rows;
        this.text = text;
        this.pages = pages;
    }

    static OpenedReport of(ReportDefinition definition, ReportFormat format, byte[] file) throws Exception {
        return switch (format) {
            case XLSX -> sheet(definition, file);
            case CSV -> csv(definition, file);
            case DOCX -> word(definition, file);
            case PDF -> pdf(definition, file);
        };
    }

    /** Everything it says, without blanks: papers break lines where they like. */
    String text() {
        return text.replaceAll("[\\s\\u00a0\\u00ad]+", "");
    }

    /** Pages of paper; 0 for what has none. */
    int pages() {
        return pages;
    }

    /** Whether it says so of a column, as a number cell, or as text where it is paper. */
    boolean sums(String column, long sum) {
        int at = column(column);
        Optional<List<String>> total =
                rows.stream().filter(row -> row.contains(TOTAL)).findFirst();
        if (total.isPresent()) {
            return total.get().stream().anyMatch(cell -> digits(cell).equals(Long.toString(sum)));
        }
        if (pages == 0) {
            return rows.stream()
                            .map(row -> digits(row.get(at)))
                            .filter(cell -> !cell.isEmpty())
                            .mapToLong(Long::parseLong)
                            .sum()
                    == sum;
        }
        return text().contains(Money.format(sum));
    }

    private static String digits(String cell) {
        return cell.replaceAll("[^0-9-]", "");
    }

    private int column(String name) {
        for (int i = 0; i < definition.columns().size(); i++) {
            if (definition.columns().get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException(name);
    }

    private static OpenedReport sheet(ReportDefinition definition, byte[] file) throws Exception {
        List<List<String>> rows = new ArrayList<>();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file));
                Stream<Row> read = workbook.getFirstSheet().openStream()) {
            read.forEach(row -> rows.add(row.stream().map(OpenedReport::cell).toList()));
        }
        return new OpenedReport(definition, rows, said(rows), 0);
    }

    private static String cell(Cell cell) {
        if (cell == null || cell.getRawValue() == null) {
            return "";
        }
        return cell.getType() == CellType.NUMBER
                ? new BigDecimal(cell.getRawValue()).stripTrailingZeros().toPlainString()
                : cell.getRawValue();
    }

    private static OpenedReport csv(ReportDefinition definition, byte[] file) {
        String told = new String(file, StandardCharsets.UTF_8);
        assertEquals('\uFEFF', told.charAt(0), "without it Excel shows other letters");
        List<List<String>> rows = new ArrayList<>();
        told.substring(1)
                .lines()
                .skip(1)
                .forEach(line -> rows.add(Stream.of(line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1))
                        .map(cell -> cell.replaceAll("^\"|\"$", ""))
                        .toList()));
        return new OpenedReport(definition, rows, told, 0);
    }

    private static OpenedReport word(ReportDefinition definition, byte[] file) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document document = factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(entry(file, "word/document.xml").orElseThrow()));
        List<List<String>> rows = new ArrayList<>();
        for (Element row : elements(document.getElementsByTagNameNS(WORD, "tr"))) {
            rows.add(elements(row.getElementsByTagNameNS(WORD, "tc")).stream()
                    .map(Element::getTextContent)
                    .toList());
        }
        return new OpenedReport(definition, rows, document.getDocumentElement().getTextContent(), 1);
    }

    private static Optional<byte[]> entry(byte[] file, String name) throws Exception {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return Optional.of(read(zip));
                }
            }
        }
        return Optional.empty();
    }

    private static byte[] read(InputStream in) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        in.transferTo(bytes);
        return bytes.toByteArray();
    }

    private static List<Element> elements(NodeList nodes) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static OpenedReport pdf(ReportDefinition definition, byte[] file) throws Exception {
        try (PDDocument document = Loader.loadPDF(file)) {
            for (PDPage page : document.getPages()) {
                page.getResources().getFontNames().forEach(font -> {
                    try {
                        assertEquals(
                                true,
                                page.getResources().getFont(font).isEmbedded(),
                                "every machine shows the letters");
                    } catch (java.io.IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                });
            }
            return new OpenedReport(
                    definition, List.of(), new PDFTextStripper().getText(document), document.getNumberOfPages());
        }
    }

    private static String said(List<List<String>> rows) {
        StringBuilder text = new StringBuilder();
        rows.forEach(row -> row.forEach(cell -> text.append(cell).append('\n')));
        return text.toString();
    }
}
