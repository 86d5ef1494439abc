package vn.ansinh.rest.resource;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;

/** The day it is in Vietnam. */
public final class Today {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private final InstantSource clock;

    /** @param clock the platform's */
    public Today(InstantSource clock) {
        this.clock = clock;
    }

    LocalDate or(LocalDate day) {
        return day == null ? clock.instant().atZone(VIETNAM).toLocalDate() : day;
    }
}
