package vn.ansinh.api.document;

import java.time.Instant;
import java.time.LocalDate;
import vn.ansinh.api.audit.Subject;

/**
 * A number taken from a register. It stays there for ever, also a cancelled one.
 *
 * @param agencyId whose register it is; 0 for the unit's own
 * @param unitId unit of the agency
 * @param kind which register: {@code quyet-dinh}, {@code to-trinh}, {@code thong-bao}, …
 * @param year of the register
 * @param first {@code number}; of those that were given on paper before the register was kept here, the first
 * @param number counted from 1 without gaps; of those given on paper, the last
 * @param text as it stands on the paper: {@code 45/QĐ-UBND}
 * @param day of the paper
 * @param owner whose paper it is; of those given on paper, the unit
 * @param about what the paper is about, one line; of those given on paper, why they are not here
 * @param cancelledWhy {@code null} while it holds
 */
public record DocumentNumber(
        long id,
        long agencyId,
        long unitId,
        String kind,
        int year,
        int first,
        int number,
        String text,
        LocalDate day,
        Subject owner,
        String about,
        String takenBy,
        Instant takenAt,
        String cancelledBy,
        Instant cancelledAt,
        String cancelledWhy) {

    /** Whether it stands for numbers that were given on paper: {@code owner} is the unit. */
    public boolean onPaper() {
        return owner.kind().equals(Subject.UNIT);
    }
}
