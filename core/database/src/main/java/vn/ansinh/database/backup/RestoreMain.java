package vn.ansinh.database.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Properties;
import vn.ansinh.database.DatabaseException;

/** {@code bin/restore <backup> <empty directory>}: on a machine where An Sinh does not run. */
public final class RestoreMain {

    private static final String VERSIONS = "/vn/ansinh/database/postgres/binaries.properties";

    private RestoreMain() {}

    /** @param arguments the backup, and where the data shall lie */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (arguments.length != 2) {
            out.println("Cách dùng: bin/restore <bản sao lưu> <thư mục dữ liệu mới, trống>");
            System.exit(2);
        }
        try {
            new Restoration(Path.of(arguments[0]), Path.of(arguments[1]), ownMajorVersion()).run(out::println);
            out.println("Phục hồi xong. Khởi động trên thư mục này: ANSINH_DATA=" + arguments[1]
                    + " bin/karaf server (hoặc khai data.directory trong etc/vn.ansinh.database.cfg).");
        } catch (DatabaseException e) {
            out.println(e.getMessage());
            System.exit(1);
        }
    }

    private static String ownMajorVersion() throws IOException {
        Properties properties = new Properties();
        try (InputStream in = RestoreMain.class.getResourceAsStream(VERSIONS)) {
            properties.load(in);
        }
        String version = properties.getProperty("version");
        return version.substring(0, version.indexOf('.'));
    }
}
