package vn.ansinh.core.report.definition;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import vn.ansinh.core.extender.Fault;

/**
 * Reads a {@code *.report.zip}: the files of one report at its root or in one folder. Nothing is ever written to a disk by a name
 * that stands in the archive, and what its headers say of sizes is not believed: entries are inflated and counted.
 */
final class ReportZip {

    /** Bytes of the archive as it is. */
    static final int LARGEST = 10 * 1024 * 1024;

    private static final int MOST_ENTRIES = 32;

    private final String name;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, byte[]> files = new HashMap<>();
    private final Set<String> folders = new LinkedHashSet<>();

    private ReportZip(String name) {
        this.name = name;
    }

    /**
     * Reads an archive; never fails, what is wrong is told in the package.
     *
     * @param name of the archive, for messages
     */
    static ReportPackage read(byte[] archive, String name) {
        ReportZip zip = new ReportZip(name);
        if (archive.length > LARGEST) {
            zip.fault("Tệp lớn hơn " + LARGEST / (1024 * 1024) + " MB.");
        } else {
            zip.open(archive);
        }
        return new ReportPackage(zip.faults.isEmpty() ? zip.files : Map.of(), zip.faults);
    }

    private void open(byte[] archive) {
        try (ZipFile opened = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(archive))
                .get()) {
            List<ZipArchiveEntry> entries = Collections.list(opened.getEntries());
            if (entries.size() > MOST_ENTRIES) {
                fault("Gói có " + entries.size() + " tệp; nhiều nhất " + MOST_ENTRIES + ".");
                return;
            }
            for (ZipArchiveEntry entry : entries) {
                if (!isLeftOver(entry.getName()) && isUsable(entry)) {
                    take(opened, entry);
                }
            }
            if (folders.size() > 1) {
                fault("Gói chứa một báo cáo: các tệp đặt ở gốc gói, hoặc cùng trong một thư mục.");
            }
        } catch (IOException | RuntimeException e) {
            // the library throws both for archives that are made up
            fault("Tệp không phải gói .zip nguyên vẹn.");
        }
    }

    /** What file managers put into archives by themselves. */
    private static boolean isLeftOver(String name) {
        return name.startsWith("__MACOSX/")
                || name.endsWith("/.DS_Store")
                || name.equals(".DS_Store")
                || name.endsWith("Thumbs.db")
                || name.endsWith("desktop.ini");
    }

    private boolean isUsable(ZipArchiveEntry entry) {
        String path = entry.getName();
        String told = path.replaceAll("\\p{Cntrl}", "_");
        boolean outside = path.startsWith("/")
                || path.indexOf('\\') >= 0
                || path.indexOf(':') >= 0
                || ("/" + path + "/").contains("/../");
        if (outside) {
            fault("Đường dẫn «" + told + "» ra ngoài gói nên không được nhận.");
            return false;
        }
        if (entry.isUnixSymlink()) {
            fault("«" + told + "» là liên kết, không phải tệp, nên không được nhận.");
            return false;
        }
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            fault("«" + told + "» được đặt mật khẩu. Hãy nén lại không có mật khẩu.");
            return false;
        }
        return !entry.isDirectory();
    }

    private void take(ZipFile opened, ZipArchiveEntry entry) throws IOException {
        String path = entry.getName();
        int slash = path.lastIndexOf('/');
        String file = path.substring(slash + 1);
        if (!ReportPackage.KNOWN.contains(file) || path.indexOf('/') != slash) {
            fault(ReportPackage.strange(path));
            return;
        }
        folders.add(path.substring(0, slash + 1));
        byte[] content;
        try (InputStream in = opened.getInputStream(entry)) {
            content = in.readNBytes(ReportPackage.largest(file) + 1);
        }
        if (content.length > ReportPackage.largest(file)) {
            faults.add(new Fault(file, 1, 1, ReportPackage.large(file)));
        } else if (files.put(file, content) != null) {
            fault("Tệp «" + file + "» có hai lần trong gói.");
        }
    }

    private void fault(String reason) {
        faults.add(new Fault(name, 1, 1, reason));
    }
}
