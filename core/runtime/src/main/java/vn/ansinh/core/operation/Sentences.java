package vn.ansinh.core.operation;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Words that checks share. */
final class Sentences {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm dd/MM/uuuu").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    private Sentences() {}

    /** {@code 01:30 22/11/2026}, in Vietnam. */
    static String time(Instant instant) {
        return TIME.format(instant);
    }
}
