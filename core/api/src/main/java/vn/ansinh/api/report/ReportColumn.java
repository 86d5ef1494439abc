package vn.ansinh.api.report;

/**
 * A column of a report.
 *
 * @param name of the query's column
 * @param title Vietnamese; columns in a row with the same {@code band} stand under one heading
 * @param band heading above several columns; {@code null} for none
 * @param width in characters of a sheet; papers share their width out in these proportions
 * @param privacy what may leave by it
 * @param total whether groups and the whole end with its sum; numbers only
 * @param opens what a click on a cell opens; {@link Opens#NOTHING} for most
 * @param key name of the query's column that holds the id of what is opened; {@code null} when nothing is
 */
public record ReportColumn(
        String name,
        String title,
        String band,
        Type type,
        int width,
        Privacy privacy,
        boolean total,
        Opens opens,
        String key) {

    /** What a column holds, and as what {@link ReportRow#values} has it. */
    public enum Type {
        /** {@code String}. */
        TEXT,
        /** Whole đồng: {@code Long}. */
        MONEY,
        /** {@code Long} or {@code BigDecimal}. */
        NUMBER,
        /** {@code LocalDate}. */
        DATE,
        /** {@code LocalDate}, first day; shown {@code 11/2026}. */
        MONTH,
        /** Number of the row within the report, from 1; not a column of the query. {@code Long}. */
        ORDINAL
    }

    /** Who may see a column outside of the office. */
    public enum Privacy {
        PUBLIC,
        /** Names, numbers, addresses: never on what is posted. */
        PERSONAL,
        /** Health, HIV, abuse: in reports declared sensitive only, which are never posted, paid by or exported ordinarily. */
        SENSITIVE
    }

    /** What a cell leads to. */
    public enum Opens {
        NOTHING,
        PERSON,
        PAYROLL,
        /** The same report, one unit deeper; the report must have a parameter of kind UNIT. */
        UNIT
    }
}
