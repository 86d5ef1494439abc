package vn.ansinh.testkit;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Supplier;

/** A quarter past nine in the morning in Vietnam, on the day that the test is at. */
public final class DeskClock extends Clock {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final Supplier<LocalDate> today;

    /** @param today asked each time */
    public DeskClock(Supplier<LocalDate> today) {
        this.today = today;
    }

    @Override
    public ZoneId getZone() {
        return ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Officials are in Vietnam");
    }

    @Override
    public Instant instant() {
        return today.get().atTime(9, 15).atZone(ZONE).toInstant();
    }
}
