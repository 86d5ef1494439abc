package vn.ansinh.core.casework.term;

import java.time.LocalDate;

/**
 * Last day of a term.
 *
 * @param day {@code null} when no term is known, or while it stands still in the citizen's turn
 * @param provisional whether it rests on a number of days that nobody has read in the law, or on days off that nobody has announced:
 *     Tết of a coming year
 */
public record Due(LocalDate day, boolean provisional) {

    /** No term is known, and none was looked for. */
    public static final Due NONE = new Due(null, false);
}
