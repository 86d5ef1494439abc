package vn.ansinh.core.operation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.osgi.framework.BundleContext;
import vn.ansinh.api.operation.Check;
import vn.ansinh.api.operation.Check.Level;
import vn.ansinh.api.operation.Checkup;

/** The process itself: which version runs where since when, its memory, and room for its log. */
public final class ProcessCheckup implements Checkup {

    private static final double SHORT_OF_MEMORY = 0.92;
    private static final long LEAST_ROOM = 512L << 20;

    private final BundleContext context;

    public ProcessCheckup(BundleContext context) {
        this.context = context;
    }

    @Override
    public List<Check> look() {
        return List.of(version(), memory(), log());
    }

    private Check version() {
        return Check.good(
                "version",
                "Phiên bản",
                "An Sinh " + context.getBundle().getVersion() + ", Java "
                        + Runtime.version().feature() + ", máy " + host()
                        + ", chạy từ "
                        + Sentences.time(Instant.ofEpochMilli(
                                ManagementFactory.getRuntimeMXBean().getStartTime()))
                        + ".");
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "không rõ tên";
        }
    }

    /** What the last collection left, where the collector tells: garbage in between is no shortage. */
    private static Check memory() {
        long most = Runtime.getRuntime().maxMemory();
        long used = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getCollectionUsage() != null)
                .mapToLong(pool -> pool.getCollectionUsage().getUsed())
                .sum();
        boolean full = used > SHORT_OF_MEMORY * most;
        return new Check(
                "memory",
                "Bộ nhớ Java",
                full ? Level.WARNING : Level.GOOD,
                "Sau lần dọn gần nhất dùng " + (used >> 20) + " MB trên " + (most >> 20) + " MB.",
                full ? "Đặt JAVA_MAX_MEM lớn hơn (trong dịch vụ khởi động An Sinh) rồi khởi động lại ngoài giờ." : "");
    }

    private static Check log() {
        Path directory = Path.of(System.getProperty("karaf.data", "."));
        try {
            FileStore store = Files.getFileStore(directory);
            boolean little = store.getUsableSpace() < LEAST_ROOM;
            return new Check(
                    "log",
                    "Ổ đĩa của bản cài",
                    little ? Level.ERROR : Level.GOOD,
                    "Còn " + (store.getUsableSpace() >> 20) + " MB cho nhật ký và tệp tạm, thư mục " + directory + ".",
                    little ? "Dọn đĩa: tệp cũ trong data/log của bản cài xóa được (mục 3 của tài liệu Trực đêm)." : "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
