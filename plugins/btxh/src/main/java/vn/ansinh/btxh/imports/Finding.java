package vn.ansinh.btxh.imports;

/**
 * What is wrong, or worth a look, in one cell of a row.
 *
 * @param severity never {@link Severity#OK}
 * @param column where; {@code null} for the row as a whole
 * @param code short and stable, for IT and for tests
 * @param message Vietnamese: what is wrong and what to do
 */
public record Finding(Severity severity, ImportColumn column, String code, String message) {}
