package vn.ansinh.core.codelist;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import vn.ansinh.api.codelist.CodeLists;

/** The code lists that the core brings, for tests of other rooms. */
public final class CoreCodeLists {

    private CoreCodeLists() {}

    public static CodeLists read() {
        BundledCodeLists lists = new BundledCodeLists();
        lists.put(
                1,
                Stream.of("ly-do-tang-giam", "hinh-thuc-chi-tra", "ly-do-chua-nhan")
                        .map(CoreCodeLists::file)
                        .toList());
        return lists;
    }

    private static CodeListFile file(String list) {
        String name = list + ".csv";
        try (InputStream in = CoreCodeLists.class.getResourceAsStream("/ANSINH-INF/codelist/" + name)) {
            return CodeListFile.read(name, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
