package vn.ansinh.api.history;

import java.time.LocalDate;

/**
 * Something that happened to a person.
 *
 * @param day on which it counts: the day of a decision's effect, of a payment, of a move
 * @param source code of the {@link HistorySource}
 * @param id within the source; with day and source it says where a page ends
 * @param title Vietnamese, short: what happened
 * @param detail Vietnamese, may be {@code null}
 * @param paper number and date of the decision, or {@code null}
 * @param amount đồng, or {@code null} where no money went
 * @param by account that recorded it, or {@code null}
 * @param target where it is shown at length: a route below the site's root, or {@code null}
 */
public record HistoryEntry(
        LocalDate day,
        String source,
        long id,
        String title,
        String detail,
        String paper,
        Long amount,
        String by,
        String target) {}
