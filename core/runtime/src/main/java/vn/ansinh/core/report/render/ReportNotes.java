package vn.ansinh.core.report.render;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import vn.ansinh.api.report.ReportDefinition;

/** What stands around a report's table on every kind of paper. */
final class ReportNotes {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/uuuu").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    private ReportNotes() {}

    /** The paper's number, or room for it. */
    static String number(ReportContent.Heading heading) {
        return heading.number() == null ? "        /BC" : heading.number();
    }

    /** The report's own notes, what it is based on, whether its layout was compared with the law, the moment of its data. */
    static List<String> of(ReportDefinition definition, Instant asOf) {
        List<String> notes = new ArrayList<>(definition.notes());
        if (definition.basis() != null) {
            notes.add("Căn cứ: " + definition.basis() + ".");
        }
        if (definition.unread()) {
            notes.add("Mẫu biểu chưa được đối chiếu với nguyên văn của văn bản.");
        }
        notes.add("Số liệu tính đến " + MOMENT.format(asOf) + ".");
        return notes;
    }
}
