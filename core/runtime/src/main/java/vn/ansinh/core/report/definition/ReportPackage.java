package vn.ansinh.core.report.definition;

import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.ansinh.core.extender.Fault;

/**
 * The files of one report, not understood yet.
 *
 * @param files by name; only those of {@link #KNOWN}
 * @param faults what kept others from being read
 */
record ReportPackage(Map<String, byte[]> files, List<Fault> faults) {

    static final String YAML = "report.yaml";
    static final String SQL = "query.sql";
    static final String WORD = "mau.docx";
    static final String SHEET = "mau.xlsx";

    /** What a report is made of. */
    static final Set<String> KNOWN = Set.of(YAML, SQL, WORD, SHEET);

    /** Bytes, of {@link #YAML} and of {@link #SQL}. */
    static final int LARGEST_TEXT = 256 * 1024;

    /** Bytes, of a template. */
    static final int LARGEST_TEMPLATE = 4 * 1024 * 1024;

    ReportPackage {
        files = Map.copyOf(files);
        faults = List.copyOf(faults);
    }

    /** How many bytes a file may have. */
    static int largest(String name) {
        return name.equals(WORD) || name.equals(SHEET) ? LARGEST_TEMPLATE : LARGEST_TEXT;
    }

    /** Why a file is not read, for its author. */
    static String strange(String name) {
        return "Tệp «" + name.replaceAll("\\p{Cntrl}", "_") + "» không thuộc báo cáo. Một báo cáo gồm " + YAML + ", "
                + SQL + " và, nếu cần, " + WORD + ", " + SHEET + ".";
    }

    /** Why a file that is too large is not read, for its author. */
    static String large(String name) {
        return "Tệp lớn hơn " + largest(name) / 1024 + " KiB.";
    }
}
