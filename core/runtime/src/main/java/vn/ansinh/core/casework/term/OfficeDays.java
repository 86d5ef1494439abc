package vn.ansinh.core.casework.term;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import vn.ansinh.api.codelist.CodeLists;
import vn.ansinh.api.deadline.Deadlines;
import vn.ansinh.api.deadline.WorkingDays;

/**
 * The days on which offices work, and how far they are known: days off around Tết are announced year by year, and until they are,
 * whatever counts over them is provisional.
 */
public record OfficeDays(WorkingDays days) {

    /** Years after the one of its first day over which a term is counted with certainty. */
    private static final int YEARS = 2;

    /** Fewer days off in the season than this, and those of Tết are not among them: law gives five. */
    private static final int TET = 3;

    /**
     * The days off as they are listed, each as the list stood on that very day.
     *
     * @param unitId whose province's own days off count too
     * @param from first day of the terms to be counted
     */
    public static OfficeDays of(CodeLists codeLists, long unitId, LocalDate from) {
        Set<LocalDate> off = new HashSet<>();
        LocalDate end = LocalDate.of(from.getYear() + YEARS + 1, 1, 1);
        for (LocalDate day = from.withDayOfYear(1); day.isBefore(end); day = day.plusDays(1)) {
            String code = day.toString();
            if (codeLists.byCode(Deadlines.HOLIDAYS, code, day).isPresent()
                    && codeLists.isOpen(Deadlines.HOLIDAYS, code, day, unitId)) {
                off.add(day);
            }
        }
        return new OfficeDays(new WorkingDays(off));
    }

    /** Whether all days off after {@code from} up to and with {@code to} are known. */
    boolean known(LocalDate from, LocalDate to) {
        for (int year = from.getYear(); year <= to.getYear(); year++) {
            int wanted = year;
            boolean listed = days.holidays().stream().anyMatch(day -> day.getYear() == wanted);
            LocalDate begins = LocalDate.of(year, 1, 16);
            LocalDate ends = LocalDate.of(year, 2, 28);
            boolean meetsTet = from.isBefore(ends) && !to.isBefore(begins);
            if (!listed || meetsTet && !hasTet(begins, ends)) {
                return false;
            }
        }
        return true;
    }

    /** The new year of the moon lies between 21 January and 21 February. */
    private boolean hasTet(LocalDate begins, LocalDate ends) {
        return days.holidays().stream()
                        .filter(day -> !day.isBefore(begins) && !day.isAfter(ends))
                        .count()
                >= TET;
    }
}
