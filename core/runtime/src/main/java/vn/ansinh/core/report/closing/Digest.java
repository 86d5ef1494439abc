package vn.ansinh.core.report.closing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import vn.ansinh.api.report.ReportClosings.Hand;
import vn.ansinh.api.report.ReportColumn;
import vn.ansinh.api.report.ReportRow;

/** SHA-256 of what was sent: each field with its length before it, so that nothing can move from one into the next. */
final class Digest {

    private final MessageDigest digest = sha256();

    private Digest() {}

    static String of(byte[] content) {
        return HexFormat.of().formatHex(sha256().digest(content));
    }

    /** Of a report with all that was sent with it. @param sent by whom and when */
    static String of(Kept kept, FigureRows.Table table, List<FigureRows.Written> corrections, Hand sent) {
        Digest digest = new Digest();
        digest.add(
                kept.report(), kept.title(), kept.version(), kept.unitId(), kept.cadence(), kept.period(), kept.turn());
        digest.add(kept.asOf(), sent.account(), sent.fullName(), sent.at(), String.join(",", kept.groups()));
        for (ReportColumn column : table.columns()) {
            digest.add(column.name(), column.title(), column.band(), column.type(), column.total());
        }
        add(digest, table.computed());
        add(digest, table.rows());
        for (FigureRows.Written each : corrections) {
            digest.add(
                    each.rowKey(),
                    each.column(),
                    each.corrected(),
                    each.reason(),
                    each.by().account());
            digest.add(each.by().fullName(), each.by().at());
        }
        return HexFormat.of().formatHex(digest.digest.digest());
    }

    private static void add(Digest digest, List<ReportRow> rows) {
        for (ReportRow row : rows) {
            digest.add(row.kind());
            digest.add((Object[]) Cells.texts(row.values()));
        }
    }

    private void add(Object... fields) {
        for (Object field : fields) {
            String text = field == null ? "" : field.toString();
            digest.update(((field == null ? "-" : text.length()) + ":" + text).getBytes(StandardCharsets.UTF_8));
        }
        digest.update((byte) '\n');
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
