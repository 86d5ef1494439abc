package vn.ansinh.api.report;

/**
 * What a report asks before it runs. Values travel as text, so that they can be kept, linked to and sent: units by id, months
 * {@code 2026-11}, days {@code 2026-11-30}, years {@code 2026}, half-years by their first day, flags {@code true} or {@code false}.
 *
 * @param name as the query binds it: {@code don_vi} for {@code :don_vi}; letters without diacritics, digits, underscore
 * @param label Vietnamese
 * @param otherwise value when none was chosen yet; a period may say {@code ky-nay} or {@code ky-truoc}, a unit {@code cua-toi};
 *     {@code null} for none
 * @param required whether the report does not run without it
 * @param codeList id of the list that a {@link Kind#CODE} comes from; {@code null} otherwise
 */
public record ReportParameter(
        String name, String label, Kind kind, String otherwise, boolean required, String codeList) {

    /** What can be asked, and as what the query gets it. */
    public enum Kind {
        /** A unit with all below it; bound as its id ({@code bigint}). Always within what the caller reaches. */
        UNIT,
        /** Bound as the first day of the month ({@code date}). */
        MONTH,
        /** January or July; bound as its first day ({@code date}). */
        HALF_YEAR,
        /** Bound as an {@code integer}. */
        YEAR,
        /** Bound as a {@code date}. */
        DAY,
        /** Bound as {@code text}; no choice is {@code null}. */
        CODE,
        /** Bound as a {@code boolean}. */
        FLAG,
        /** Whole; bound as a {@code bigint}. */
        NUMBER,
        /** Bound as {@code text}. */
        TEXT
    }
}
