package vn.ansinh.database.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import vn.ansinh.api.operation.Check;
import vn.ansinh.api.operation.Check.Level;
import vn.ansinh.api.operation.Checkup;
import vn.ansinh.api.operation.Figure;
import vn.ansinh.api.operation.Figures;

/** Whether the database answers on both logins, how busy the pools are, and how much room its disk has. */
final class DatabaseCheckup implements Checkup, Figures {

    private static final String DATABASE = "database";
    private static final String DATABASE_NAME = "Cơ sở dữ liệu";
    private static final int ANSWER_SECONDS = 3;
    private static final double SHORT_OF_ROOM = 0.15;
    private static final double OUT_OF_ROOM = 0.05;
    private static final long LEAST_ROOM = 1L << 30;

    private final Database database;
    private final Path data;

    /** @param data directory of this node's data */
    DatabaseCheckup(Database database, Path data) {
        this.database = database;
        this.data = data;
    }

    @Override
    public boolean decidesReadiness() {
        return true;
    }

    @Override
    public List<Check> look() {
        return List.of(answer(), pools(), disk());
    }

    private Check answer() {
        try {
            ask(database.pool());
            return Check.good(DATABASE, DATABASE_NAME, ask(database.system()));
        } catch (SQLException e) {
            return new Check(
                    DATABASE,
                    DATABASE_NAME,
                    Level.DOWN,
                    "PostgreSQL không trả lời: " + firstLine(e.getMessage()) + ".",
                    database.server().isPresent()
                            ? "Chờ một phút để hệ thống tự chạy lại PostgreSQL đi kèm; không được thì làm theo mục 2 của"
                                    + " tài liệu Trực đêm."
                            : "Gọi người quản trị máy chủ PostgreSQL; An Sinh tự nối lại khi máy chủ trả lời.");
        }
    }

    private static String ask(DataSource login) throws SQLException {
        try (Connection connection = login.getConnection();
                Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(ANSWER_SECONDS);
            try (ResultSet row = statement.executeQuery("select current_setting('server_version'),"
                    + " pg_database_size(current_database()) >> 20, (select count(*) from pg_stat_activity)")) {
                row.next();
                return "PostgreSQL " + row.getString(1) + ", dữ liệu " + row.getLong(2) + " MB, " + row.getInt(3)
                        + " kết nối.";
            }
        }
    }

    private static String firstLine(String message) {
        return message == null
                ? "không rõ lý do"
                : message.lines().findFirst().orElse("").strip();
    }

    private Check pools() {
        List<String> parts = new ArrayList<>();
        boolean full = false;
        for (Database.PoolUse use : database.use()) {
            parts.add(use.pool() + ": đang dùng " + use.active() + "/" + use.most()
                    + (use.waiting() > 0 ? ", " + use.waiting() + " việc đang chờ" : ""));
            full |= use.waiting() > 0;
        }
        return new Check(
                "pool",
                "Kết nối cơ sở dữ liệu",
                full ? Level.WARNING : Level.GOOD,
                String.join("; ", parts) + ".",
                full
                        ? "Nếu kéo dài quá vài phút: xem trang Việc chạy nền có việc nặng không, rồi mới tăng pool.size trong"
                                + " etc/vn.ansinh.database.cfg."
                        : "");
    }

    private Check disk() {
        try {
            FileStore store = Files.getFileStore(data);
            long room = store.getUsableSpace();
            double part = (double) room / store.getTotalSpace();
            Level level = part < OUT_OF_ROOM || room < LEAST_ROOM
                    ? Level.ERROR
                    : part < SHORT_OF_ROOM ? Level.WARNING : Level.GOOD;
            return new Check(
                    "disk",
                    "Ổ đĩa dữ liệu",
                    level,
                    "Còn " + (room >> 20) + " MB trên " + (store.getTotalSpace() >> 20) + " MB ("
                            + Math.round(part * 100) + "%), thư mục " + data + ".",
                    level == Level.GOOD
                            ? ""
                            : "Dọn theo mục 3 của tài liệu Trực đêm hoặc thêm đĩa; đừng xóa gì trong base, pg_wal, audit.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Figure> now() {
        List<Figure> figures = new ArrayList<>();
        for (Database.PoolUse use : database.use()) {
            figures.add(connections(use, "active", use.active()));
            figures.add(connections(use, "idle", use.idle()));
            figures.add(connections(use, "waiting", use.waiting()));
            figures.add(connections(use, "most", use.most()));
        }
        try {
            FileStore store = Files.getFileStore(data);
            figures.add(Figure.of("ansinh.disk.free.bytes", "Room on the disk of the data", store.getUsableSpace()));
            figures.add(Figure.of("ansinh.disk.total.bytes", "Size of the disk of the data", store.getTotalSpace()));
        } catch (IOException e) {
            // told by the check
        }
        return figures;
    }

    private static Figure connections(Database.PoolUse use, String state, int value) {
        return new Figure(
                "ansinh.pool.connections",
                "Connections of a pool by what they do; waiting: threads without one",
                Map.of("pool", use.pool(), "state", state),
                value);
    }
}
