package vn.ansinh.core.codelist;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.ansinh.api.codelist.CodeEntry;
import vn.ansinh.api.codelist.CodeLists;

/** The code lists that the core brings, without a database, for tests of other rooms. */
public final class CoreCodeLists {

    private static final List<String> ALL = List.of(
            "dan-toc",
            "dang-tat",
            "gioi-tinh",
            "hinh-thuc-chi-tra",
            "ket-qua-chi-tra",
            "loai-chung-tu-ke-toan",
            "ly-do-chua-nhan",
            "ly-do-tang-giam",
            "muc-do-khuyet-tat",
            "muc-luc-ngan-sach",
            "nghe-nghiep",
            "nguon-kinh-phi",
            "quan-he",
            "tinh-trang-huong",
            "ton-giao",
            "trinh-do");

    private CoreCodeLists() {}

    public static CodeLists read() {
        Map<String, ListVersions> lists =
                files().stream().collect(Collectors.toMap(CodeListFile::list, file -> new ListVersions(entries(file))));
        return new StoredCodeLists(() -> lists, unit -> Set.of(), () -> 0, () -> LocalDate.of(2026, 11, 22));
    }

    /** The files as their bundle brings them. */
    static List<CodeListFile> files() {
        return ALL.stream().map(CoreCodeLists::file).toList();
    }

    static CodeListFile file(String list) {
        String name = list + ".csv";
        try (InputStream in = CoreCodeLists.class.getResourceAsStream("/ANSINH-INF/codelist/" + name)) {
            return CodeListFile.read(name, in);
        } catch (IOException e) {
            throw new UncheckedIOException(list, e);
        }
    }

    private static List<CodeEntry> entries(CodeListFile file) {
        return file.lines().stream()
                .map(line -> new CodeEntry(0, file.list(), line.code(), 0, line.values(), "ansinh-core", 1, false))
                .toList();
    }
}
