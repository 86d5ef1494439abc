package vn.ansinh.api.program;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where a program or connector comes from and what it brings.
 *
 * @param kind what it is
 * @param api versions of the core's API it was made for, as people read it: {@code từ 0.1 đến trước 1}; blank when unknown
 * @param trust why it may run
 * @param signer who signed it; blank without a signature of a trusted key
 * @param installedBy account; blank when it came with the distribution
 * @param installedAt {@code null} when it came with the distribution
 * @param newer version in the repository that is newer than the installed file; blank when there is none
 * @param brings what it brings by kind, both in Vietnamese; empty while it is not installed
 * @param unitsOff units where it was taken from the officials
 */
public record PluginDetails(
        Kind kind,
        String api,
        Trust trust,
        String signer,
        String installedBy,
        Instant installedAt,
        String newer,
        Map<String, List<String>> brings,
        List<Long> unitsOff) {

    /** Kind of {@link #brings}: tables of its own. They stay when it is removed. */
    public static final String DATA = "Vùng dữ liệu riêng";

    /** Kind of {@link #brings}: policy packs. Those in force stay when it is removed. */
    public static final String PACKS = "Gói chính sách";

    public PluginDetails {
        unitsOff = List.copyOf(unitsOff);
    }

    /** What of {@link #brings} goes when it is removed. */
    public Map<String, List<String>> leaving() {
        Map<String, List<String>> leaving = new LinkedHashMap<>(brings);
        leaving.keySet().removeAll(Set.of(DATA, PACKS));
        return leaving;
    }

    /** Kinds of what can be installed. */
    public enum Kind {
        PROGRAM("Chương trình"),
        CONNECTOR("Kết nối"),
        /** A bundle of nothing but policy packs. */
        POLICY("Chính sách"),
        REPORT("Báo cáo");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** Vietnamese word. */
        public String label() {
            return label;
        }
    }

    /** Why something may run. */
    public enum Trust {
        /** Came with the distribution. */
        SHIPPED("Đi kèm bản phân phối"),
        /** Signed with a key that the province trusts. */
        SIGNED("Có chữ ký được tin cậy"),
        /** Installed from the server's console without such a signature. */
        UNSIGNED("Không có chữ ký"),
        /** Holds no code: it reads with the rights of who uses it, and needs no signature. */
        DATA("Chỉ có dữ liệu, không có mã chạy");

        private final String label;

        Trust(String label) {
            this.label = label;
        }

        /** Vietnamese words. */
        public String label() {
            return label;
        }
    }
}
