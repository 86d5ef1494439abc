package vn.ansinh.core.bulk;

import java.time.LocalDate;
import java.util.List;
import vn.ansinh.api.bulk.BulkRow;
import vn.ansinh.api.bulk.BulkRow.Report;

/**
 * A row as it is kept in {@code ansinh.bulk_row}.
 *
 * @param report {@code null} for a right
 * @param personId 0 while nobody was found
 * @param entitlementId 0 for all rights of the person
 * @param toUnitId 0 for none
 * @param confirmed whether somebody said that it is this person
 */
record Line(
        int no,
        Report report,
        BulkRow.State state,
        long personId,
        long entitlementId,
        long toUnitId,
        LocalDate day,
        List<Long> candidates,
        boolean confirmed,
        String message) {

    Line as(BulkRow.State now, String why) {
        return new Line(no, report, now, personId, entitlementId, toUnitId, day, candidates, confirmed, why);
    }

    Line of(long person, boolean sure) {
        return new Line(no, report, state, person, entitlementId, toUnitId, day, candidates, sure, message);
    }

    Line maybe(List<Long> people) {
        return new Line(no, report, state, personId, entitlementId, toUnitId, day, people, confirmed, message);
    }

    /** Whether it holds the decision up. */
    boolean open() {
        return state == BulkRow.State.WRONG || state == BulkRow.State.DOUBTFUL;
    }
}
