package vn.ansinh.core.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import vn.ansinh.api.paper.OfficePaper.ListPaper;
import vn.ansinh.api.paper.OfficePaper.PaperColumn;
import vn.ansinh.api.paper.OfficePaper.Signatory;
import vn.ansinh.api.training.Training;

/** A payment list on paper. With {@code -Dpaper.keep=directory} the papers are kept there, to be looked at. */
class PdfOfficePaperTest {

    private final PdfOfficePaper papers = new PdfOfficePaper();

    @Test
    void aShortListIsOnePageWithEverythingOnIt() throws IOException {
        try (PDDocument document = print("ngan", paper(4))) {
            assertEquals(1, document.getNumberOfPages());
            String text = text(document, 1);
            assertTrue(text.contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), text);
            assertTrue(text.contains("Thành Sen, ngày 05 tháng 02 năm 2026"), text);
            assertTrue(text.contains("Nguyễn Thị Ẩn <1>"), text);
            assertTrue(text.contains("Tổng cộng"), text);
            assertTrue(text.contains("Bằng chữ: Chín triệu đồng."), text);
            assertTrue(text.contains("KẾ TOÁN"), text);
        }
    }

    @Test
    void aLongListKeepsEveryRowOnceInOrderAndNumbersItsPages() throws IOException {
        int rows = 3_000;
        try (PDDocument document = print("dai", paper(rows))) {
            int next = 1;
            int pages = document.getNumberOfPages();
            for (int page = 1; page <= pages; page++) {
                String text = text(document, page);
                assertEquals(page > 1, text.startsWith(page + "\n"), "number of page " + page);
                assertTrue(text.contains("Họ và tên"), "table head on page " + page);
                int onPage = 0;
                while (text.contains("<" + next + ">")) {
                    next++;
                    onPage++;
                }
                assertTrue(page == pages || onPage > 6, "page " + page + " holds " + onPage + " rows");
                assertEquals(page == pages, text.contains("Tổng cộng"));
            }
            assertEquals(rows + 1, next);
        }
    }

    @Test
    void aListWithoutRowsTotalsOrNotesIsStillAPaper() throws IOException {
        ListPaper bare = new ListPaper(
                null,
                "UBND xã Hương Sơn",
                "Hương Sơn",
                LocalDate.of(2026, 11, 22),
                "Danh sách",
                null,
                null,
                false,
                List.of(new PaperColumn("Họ và tên", false, 100)),
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of());
        try (PDDocument document = print("trong", bare)) {
            assertEquals(1, document.getNumberOfPages());
            assertFalse(text(document, 1).contains("Bằng chữ"));
        }
    }

    @Test
    void everyPageOfATrainingPaperSaysSo() throws IOException {
        try (PDDocument document = print("tap-huan", paper(60), new PdfOfficePaper(() -> true))) {
            assertTrue(document.getNumberOfPages() > 1);
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                String text = text(document, page);
                assertTrue(text.contains(Training.WORDS), "at the foot of page " + page + ": " + text);
                assertTrue(text.contains("BẢN TẬP HUẤN"), "across page " + page + ": " + text);
            }
        }
        try (PDDocument document = print("that", paper(4))) {
            assertFalse(text(document, 1).toLowerCase(Locale.ROOT).contains("tập huấn"));
        }
    }

    private PDDocument print(String name, ListPaper paper) throws IOException {
        return print(name, paper, papers);
    }

    private static PDDocument print(String name, ListPaper paper, PdfOfficePaper papers) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        papers.list(paper, out);
        String keep = System.getProperty("paper.keep");
        if (keep != null) {
            Files.write(Path.of(keep, name + ".pdf"), out.toByteArray());
        }
        return Loader.loadPDF(out.toByteArray());
    }

    private static String text(PDDocument document, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(document).strip();
    }

    private static ListPaper paper(int rows) {
        List<PaperColumn> columns = List.of(
                new PaperColumn("TT", true, 4),
                new PaperColumn("Họ và tên", false, 14),
                new PaperColumn("Ngày, năm sinh", false, 8),
                new PaperColumn("Số định danh", false, 10),
                new PaperColumn("Địa chỉ", false, 11),
                new PaperColumn("Chế độ", false, 14),
                new PaperColumn("Kỳ hưởng", false, 6),
                new PaperColumn("Mức chuẩn", true, 7),
                new PaperColumn("Hệ số", true, 5),
                new PaperColumn("Số tiền (đồng)", true, 8),
                new PaperColumn("Người nhận, tài khoản", false, 8),
                new PaperColumn("Ký nhận", false, 5));
        String[] addresses = {"TDP 5", "Thôn Hòa Bình", "Số 12, ngõ 7, đường Trần Phú, tổ dân phố Tân Giang"};
        List<List<String>> cells = new ArrayList<>(IntStream.rangeClosed(1, rows)
                .mapToObj(i -> List.of(
                        Integer.toString(i),
                        "Nguyễn Thị Ẩn <" + i + ">",
                        i % 3 == 0 ? "1943" : "10/03/1943",
                        "042••••••410",
                        addresses[i % 3],
                        "Khuyết tật nặng, người cao tuổi",
                        "11/2026",
                        "500.000",
                        "1,5",
                        "750.000",
                        "Tiền mặt tại nhà",
                        ""))
                .toList());
        return new ListPaper(
                "UBND tỉnh Hà Tĩnh",
                "UBND phường Thành Sen",
                "Thành Sen",
                LocalDate.of(2026, 2, 5),
                "Danh sách chi trả trợ giúp xã hội hằng tháng",
                "Kỳ 02/2026 – Phường Thành Sen, Tỉnh Hà Tĩnh",
                "TẠM TÍNH – có mức chưa đối chiếu Công báo",
                true,
                columns,
                cells,
                List.of("", "Tổng cộng", "", "", "", "", "", "", "", "9.000.000", "", ""),
                "Chín triệu đồng",
                List.of("Căn cứ: Nghị định số 20/2021/NĐ-CP, Điều 5 khoản 6, Điều 6 khoản 1 điểm e."),
                List.of(
                        new Signatory("Người lập", "(Ký, ghi rõ họ tên)"),
                        new Signatory("Kế toán", "(Ký, ghi rõ họ tên)"),
                        new Signatory("Chủ tịch", "(Ký tên, đóng dấu)")));
    }
}
