package vn.ansinh.api.identity;

import java.time.LocalDate;
import java.util.List;

/**
 * A household as it was on a day.
 *
 * @param unitId where it lived
 * @param hamlet thôn, tổ; may be {@code null}
 * @param address without the unit; may be {@code null}
 * @param from day it was opened
 * @param to day after the last, {@code null} while it lasts
 * @param headId person at its head; 0 when it has none any more
 * @param members those of that day, the head first
 */
public record Household(
        long id,
        long unitId,
        String hamlet,
        String address,
        LocalDate from,
        LocalDate to,
        long headId,
        List<Member> members) {

    public Household {
        members = List.copyOf(members);
    }

    /**
     * Somebody in a household.
     *
     * @param relation to the head, code of list {@code quan-he}; {@code null} when nobody said
     * @param from since when
     */
    public record Member(long personId, String fullName, BirthDate birth, Sex sex, String relation, LocalDate from) {}
}
