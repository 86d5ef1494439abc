package vn.ansinh.core.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import vn.ansinh.api.problem.Problem;

/**
 * The kinds of files that are taken. A name claims one; the content has to be it, and to hold nothing that acts by itself:
 * no macro, no script, no program in a document. This is no search for viruses.
 */
public enum FileKind {
    PDF("application/pdf", ".pdf"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx"),
    PNG("image/png", ".png"),
    JPEG("image/jpeg", ".jpg", ".jpeg");

    private static final int MOST_ENTRIES = 2_000;
    private static final long MOST_INFLATED = 256L << 20;
    private static final int MOST_LINKS = 1 << 20;
    private static final int LONGEST_NAME = 200;

    /** Macros, controls and programs inside an Office file. */
    private static final Pattern ACTING_PART = Pattern.compile("vbaproject\\.bin$|/activex/|/embeddings/[^/]*\\.bin$");

    /** What an Office file fetches from elsewhere and runs when it is opened: a template with macros, a linked program. */
    private static final Pattern FETCHING_LINK =
            Pattern.compile("<Relationship\\b(?=[^<>]*/(?:attachedTemplate|oleObject|frame|subDocument)[\"'])"
                    + "(?=[^<>]*TargetMode=[\"']External[\"'])");

    private final String mediaType;
    private final String[] ends;

    FileKind(String mediaType, String... ends) {
        this.mediaType = mediaType;
        this.ends = ends;
    }

    /** As it is told to browsers. */
    public String mediaType() {
        return mediaType;
    }

    /** The name without a path and without characters that are not seen. @throws Problem INVALID when nothing is left */
    public static String cleanName(String name) {
        String last = name == null ? "" : name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String clean = Normalizer.normalize(last, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cntrl}\\p{Cf}\"<>|:*?]", "")
                .strip();
        if (clean.isEmpty() || clean.length() > LONGEST_NAME) {
            throw Problem.invalid(
                    "AS-FILE-NAME", "Tên tệp phải có từ 1 đến 200 ký tự. Hãy đặt lại tên rồi chọn lại tệp.");
        }
        return clean;
    }

    /**
     * The kind of a file.
     *
     * @param largest bytes that are taken
     * @throws Problem INVALID for an empty file, another kind, or a content that is not what the name says or acts by itself; TOO_LARGE
     */
    public static FileKind of(String name, byte[] content, long largest) {
        if (content.length == 0) {
            throw Problem.invalid("AS-FILE-EMPTY", "Tệp «" + name + "» không có nội dung. Hãy chọn lại tệp.");
        }
        if (content.length > largest) {
            throw new Problem(
                    Problem.Kind.TOO_LARGE,
                    "AS-FILE-LARGE",
                    "Tệp «" + name + "» lớn hơn " + Math.max(1, largest >> 20)
                            + " MB nên không được nhận. Hãy nén ảnh trong tệp hoặc chia nhỏ.");
        }
        String lower = name.toLowerCase(Locale.ROOT);
        for (FileKind kind : values()) {
            for (String end : kind.ends) {
                if (lower.endsWith(end)) {
                    kind.check(name, content);
                    return kind;
                }
            }
        }
        throw Problem.invalid(
                "AS-FILE-KIND",
                "Tệp «" + name + "» không thuộc loại được nhận. Chỉ nhận .pdf, .docx, .xlsx, .png, .jpg.");
    }

    private void check(String name, byte[] content) {
        boolean genuine = switch (this) {
            case PDF -> begins(content, '%', 'P', 'D', 'F', '-');
            case PNG -> begins(content, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n');
            case JPEG -> begins(content, 0xff, 0xd8, 0xff);
            case DOCX -> isOffice(name, content, "word/document.xml");
            case XLSX -> isOffice(name, content, "xl/workbook.xml");
        };
        if (!genuine) {
            throw Problem.invalid(
                    "AS-FILE-CONTENT",
                    "Nội dung tệp «" + name + "» không đúng loại mà tên tệp ghi. Hãy lưu lại đúng loại rồi chọn lại.");
        }
        if (this == PDF) {
            switch (PdfContent.look(content)) {
                case ACTING -> throw acting(name);
                case LOCKED ->
                    throw Problem.invalid(
                            "AS-FILE-LOCKED",
                            "Tệp «" + name + "» có mật khẩu nên không kiểm tra và không mở được ở đây. Hãy lưu lại bản"
                                    + " không có mật khẩu.");
                case PLAIN -> {
                    // as most are
                }
            }
        }
    }

    private static boolean begins(byte[] content, int... first) {
        if (content.length < first.length) {
            return false;
        }
        for (int i = 0; i < first.length; i++) {
            if ((content[i] & 0xff) != first[i]) {
                return false;
            }
        }
        return true;
    }

    /** What a zip says of its sizes is not believed: all of it is inflated and counted. */
    private static boolean isOffice(String name, byte[] content, String part) {
        if (!begins(content, 'P', 'K')) {
            return false;
        }
        Set<String> names = new HashSet<>();
        byte[] buffer = new byte[1 << 16];
        long inflated = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String entryName = entry.getName().toLowerCase(Locale.ROOT);
                if (ACTING_PART.matcher(entryName).find()) {
                    throw acting(name);
                }
                names.add(entry.getName());
                StringBuilder links = entryName.endsWith(".rels") ? new StringBuilder() : null;
                for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    inflated += read;
                    if (links != null) {
                        links.append(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
                        if (links.length() > MOST_LINKS) {
                            throw acting(name);
                        }
                    }
                    if (inflated > MOST_INFLATED || names.size() > MOST_ENTRIES) {
                        throw new Problem(
                                Problem.Kind.TOO_LARGE,
                                "AS-FILE-BOMB",
                                "Nội dung tệp «" + name + "» khi giải nén lớn bất thường nên không được nhận.");
                    }
                }
                if (links != null && FETCHING_LINK.matcher(links).find()) {
                    throw acting(name);
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
        return names.contains("[Content_Types].xml") && names.contains(part);
    }

    private static Problem acting(String name) {
        return Problem.invalid(
                "AS-FILE-ACTS",
                "Tệp «" + name + "» có macro, mã lệnh hoặc tệp nhúng bên trong nên không được nhận. Hãy lưu lại bản"
                        + " không có các phần ấy.");
    }
}
