package vn.ansinh.api.program;

import java.time.Instant;

/**
 * Something that happened to a program or connector.
 *
 * @param what for instance {@code Cài đặt}
 * @param account who did it
 * @param detail blank when there is no more to say
 */
public record PluginEvent(Instant at, String what, String version, String account, String detail) {}
