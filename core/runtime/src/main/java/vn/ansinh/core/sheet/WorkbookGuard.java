package vn.ansinh.core.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import vn.ansinh.api.problem.Problem;

/**
 * Looks a file over before a parser sees it. What a zip's headers say of sizes is not believed: every entry is inflated and
 * counted.
 *
 * @param maxFile bytes on disk
 * @param maxInflated bytes in all entries together
 * @param maxStrings bytes of the shared strings, which the parser keeps in memory
 * @param maxEntries files in the zip
 * @param maxRatio inflated to compressed
 */
record WorkbookGuard(long maxFile, long maxInflated, long maxStrings, int maxEntries, int maxRatio) {

    private static final long MEGABYTE = 1 << 20;

    /** Below this a high ratio does no harm: short sheets of blanks compress well. */
    private static final long RATIO_FROM = 10 * MEGABYTE;

    /** Excel's last column is XFD; the parser makes room for whatever a cell's address says. */
    private static final int LONGEST_COLUMN = 3;

    static WorkbookGuard standard() {
        return new WorkbookGuard(50 * MEGABYTE, 512 * MEGABYTE, 64 * MEGABYTE, 2_000, 200);
    }

    /** @throws Problem INVALID or TOO_LARGE */
    void check(Path file) {
        try {
            if (Files.size(file) > maxFile) {
                throw new Problem(
                        Problem.Kind.TOO_LARGE,
                        "AS-SHEET-SIZE",
                        "Tệp lớn hơn 50 MB. Hãy xóa hình ảnh và trang tính thừa, hoặc chia thành nhiều tệp.");
            }
            checkSignature(file);
            try (ZipFile zip = new ZipFile(file.toFile())) {
                checkContents(zip);
                checkInflated(zip, Files.size(file));
            }
        } catch (ZipException e) {
            throw notExcel(e);
        } catch (IOException e) {
            throw new Problem(Problem.Kind.INVALID, "AS-SHEET-BROKEN", "Không đọc được tệp. Hãy tải lên lần nữa.", e);
        }
    }

    private static void checkSignature(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(4);
        }
        if (head.length == 4 && (head[0] & 0xff) == 0xd0 && (head[1] & 0xff) == 0xcf) {
            throw Problem.invalid(
                    "AS-SHEET-OLD",
                    "Tệp là Excel kiểu cũ (.xls) hoặc có đặt mật khẩu. Hãy mở bằng Excel, bỏ mật khẩu nếu có, chọn"
                            + " “Lưu thành” kiểu .xlsx rồi tải lên.");
        }
        if (head.length < 4 || head[0] != 'P' || head[1] != 'K') {
            throw notExcel(null);
        }
    }

    private void checkContents(ZipFile zip) {
        if (zip.size() > maxEntries) {
            throw tooMuch();
        }
        if (zip.getEntry("[Content_Types].xml") == null || zip.getEntry("xl/workbook.xml") == null) {
            throw notExcel(null);
        }
        Enumeration<? extends ZipEntry> entries = zip.entries();
        while (entries.hasMoreElements()) {
            if (entries.nextElement().getName().toLowerCase(Locale.ROOT).endsWith("vbaproject.bin")) {
                throw Problem.invalid(
                        "AS-SHEET-MACRO",
                        "Tệp có chứa macro nên không được nhận. Hãy chọn “Lưu thành” kiểu .xlsx (không macro) rồi tải lên.");
            }
        }
    }

    private void checkInflated(ZipFile zip, long compressed) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long total = 0;
        Enumeration<? extends ZipEntry> entries = zip.entries();
        while (entries.hasMoreElements()) {
            ZipEntry entry = entries.nextElement();
            boolean strings = entry.getName().toLowerCase(Locale.ROOT).endsWith("sharedstrings.xml");
            AddressScan addresses = entry.getName().startsWith("xl/worksheets/") ? new AddressScan() : null;
            long size = 0;
            try (InputStream in = zip.getInputStream(entry)) {
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    size += n;
                    total += n;
                    boolean inflated = total > RATIO_FROM && total / Math.max(1, compressed) > maxRatio;
                    if (inflated || total > maxInflated || strings && size > maxStrings) {
                        throw tooMuch();
                    }
                    if (addresses != null && addresses.hasColumnBeyondExcel(buffer, n)) {
                        throw notExcel(null);
                    }
                }
            }
        }
    }

    private static Problem tooMuch() {
        return new Problem(
                Problem.Kind.TOO_LARGE,
                "AS-SHEET-BOMB",
                "Nội dung tệp khi giải nén lớn bất thường nên không được nhận. Hãy chép phần dữ liệu cần nhập sang một tệp"
                        + " Excel mới rồi tải lên.");
    }

    private static Problem notExcel(Exception cause) {
        return new Problem(
                Problem.Kind.INVALID,
                "AS-SHEET-NOT-XLSX",
                "Tệp không phải là Excel (.xlsx). Hãy mở bằng Excel, chọn “Lưu thành” kiểu .xlsx rồi tải lên.",
                cause);
    }

    /** Finds {@code r="ABCD…"} in a stream of bytes. */
    private static final class AddressScan {

        private static final byte[] START = {' ', 'r', '=', '"'};
        private int matched;
        private int letters;

        boolean hasColumnBeyondExcel(byte[] bytes, int length) {
            for (int i = 0; i < length; i++) {
                byte b = bytes[i];
                if (matched == START.length) {
                    if (b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z') {
                        if (++letters > LONGEST_COLUMN) {
                            return true;
                        }
                        continue;
                    }
                    matched = 0;
                }
                boolean blank = b == '\t' || b == '\n' || b == '\r';
                byte seen = blank ? (byte) ' ' : b == '\'' ? (byte) '"' : b;
                matched = seen == START[matched] ? matched + 1 : seen == START[0] ? 1 : 0;
                letters = 0;
            }
            return false;
        }
    }
}
