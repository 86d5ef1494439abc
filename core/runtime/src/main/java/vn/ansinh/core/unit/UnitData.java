package vn.ansinh.core.unit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import vn.ansinh.core.csv.CsvReader;
import vn.ansinh.core.csv.CsvRow;

/**
 * The lists this release carries. A new reform is a new pair of files and a new line in {@link #DAYS}:
 * {@code <day>.units.csv}, complete for the whole country, and, where a source tells what became of what,
 * {@code <day>.successions.csv}. {@code SOURCES.md} says where each comes from.
 */
final class UnitData {

    /** Days from which a list holds, in order. */
    private static final List<LocalDate> DAYS = List.of(
            LocalDate.of(2021, 1, 1), LocalDate.of(2025, 1, 1), LocalDate.of(2025, 7, 1), LocalDate.of(2026, 4, 30));

    private final List<DayList> lists;
    private final String digest;

    private UnitData(List<DayList> lists, String digest) {
        this.lists = lists;
        this.digest = digest;
    }

    /** @param code of the unit @param parent code above it on that day, empty for a province @param name full name */
    record Line(String code, String parent, String name) {}

    /** What became of what: {@code partial} when only a part of the old unit went to the new one. */
    record Change(String oldCode, String newCode, boolean partial) {}

    /**
     * The country from {@code day} on.
     *
     * @param changes what the source tells about how the list before became this one; {@code null} when it tells nothing
     */
    record DayList(LocalDate day, List<Line> lines, List<Change> changes) {}

    static UnitData read() throws IOException {
        MessageDigest sha256 = sha256();
        List<DayList> lists = new ArrayList<>();
        for (LocalDate day : DAYS) {
            byte[] units = bytes(day + ".units.csv");
            if (units == null) {
                throw new IOException("The list of units of " + day + " is missing in this bundle");
            }
            sha256.update(day.toString().getBytes());
            sha256.update(units);
            List<Line> lines = new ArrayList<>();
            for (CsvRow row : CsvReader.read(new ByteArrayInputStream(units), "code", "parent", "name")) {
                lines.add(new Line(row.field(0), row.field(1), row.field(2)));
            }
            List<Change> changes = null;
            byte[] successions = bytes(day + ".successions.csv");
            if (successions != null) {
                sha256.update(successions);
                changes = new ArrayList<>();
                for (CsvRow row : CsvReader.read(new ByteArrayInputStream(successions), "old", "new", "extent")) {
                    changes.add(
                            new Change(row.field(0), row.field(1), row.field(2).equals("partial")));
                }
            }
            lists.add(new DayList(day, lines, changes));
        }
        return new UnitData(lists, HexFormat.of().formatHex(sha256.digest()));
    }

    /** One list for each day on which units changed, oldest first. */
    List<DayList> lists() {
        return lists;
    }

    /** SHA-256 of all of it: names the data set. */
    String digest() {
        return digest;
    }

    private static byte[] bytes(String name) throws IOException {
        try (InputStream in = UnitData.class.getResourceAsStream(name)) {
            return in == null ? null : in.readAllBytes();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
