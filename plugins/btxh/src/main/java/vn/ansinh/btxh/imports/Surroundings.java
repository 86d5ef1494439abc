package vn.ansinh.btxh.imports;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import vn.ansinh.api.codelist.CodeLists;
import vn.ansinh.api.policy.Claim;
import vn.ansinh.api.policy.Due;
import vn.ansinh.api.policy.PersonFacts;
import vn.ansinh.api.unit.Units;

/**
 * What reading a row depends on besides the row.
 *
 * @param scopeUnitId subtree of who imports, 0 for the country
 * @param listUnitId unit the list is for
 * @param oldList whether the list has codes that no unit bears today, and so was written before the reform: a code that was
 *     used again may then stand for whom it stood for before
 * @param paidThrough last month paid before, where a row says nothing; {@code null} when nothing was paid
 * @param today the day on which codes, ages and law are read
 */
record Surroundings(
        CodeLists codeLists,
        Units units,
        Dues dues,
        long scopeUnitId,
        long listUnitId,
        boolean oldList,
        YearMonth paidThrough,
        LocalDate today) {

    /** What {@link vn.ansinh.api.policy.Policies#due} tells. */
    @FunctionalInterface
    interface Dues {
        List<Due> due(PersonFacts person, List<Claim> claims, YearMonth from, YearMonth to, LocalDate asOf);
    }
}
