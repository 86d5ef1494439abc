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
 * @param number counted from 1 without gaps
 * @param text as it stands on the paper: {@code 45/QĐ-UBND}
 * @param day of the paper
 * @param owner whose paper it is
 * @param about what the paper is about, one line
 * @param cancelledWhy {@code null} while it holds
 */
public record DocumentNumber(
        long id,
        long agencyId,
        long unitId,
        String kind,
        int year,
        int number,
        String text,
        LocalDate day,
        Subject owner,
        String about,
        String takenBy,
        Instant takenAt,
        String cancelledBy,
        Instant cancelledAt,
        String cancelledWhy) {}
