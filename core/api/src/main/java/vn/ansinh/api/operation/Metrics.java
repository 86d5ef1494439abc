package vn.ansinh.api.operation;

import java.time.Duration;

/** What monitoring reads. Numbers of a person, or with a tag of many values (an id, an address), have no place here. */
public interface Metrics {

    /** How long requests took; tags {@code channel}, {@code resource}, {@code method}, {@code status} ({@code 2xx}). */
    String HTTP = "ansinh.http.requests";

    /**
     * Something took its time.
     *
     * @param name lower case, parted by dots: {@code ansinh.http.requests}
     * @param tags name and value by turns; the same names every time
     */
    void took(String name, Duration duration, String... tags);

    /** Everything measured so far and every {@link Figure} of now, as Prometheus reads it (text format 0.0.4). */
    String text();
}
