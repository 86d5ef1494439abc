package vn.ansinh.api.identity;

import java.time.LocalDate;

/**
 * One person across all programs.
 *
 * @param id surrogate key
 * @param fullName as typed, NFC
 * @param birth never {@code null}
 * @param sex never {@code null}
 * @param idNumber 12-digit personal number, or {@code null}
 * @param oldIdNumber 9-digit CMND number, or {@code null}
 * @param ethnicity code of list {@code dan-toc}, or {@code null}
 * @param unitId unit of residence (current)
 * @param address hamlet or street, without the unit; may be {@code null}
 * @param deceasedOn day of death, or {@code null}
 * @param temporaryNumber T and 11 digits, given while there was no number; or {@code null}
 * @param origin place of origin (quê quán) as on the paper, or {@code null}
 */
public record Person(
        long id,
        String fullName,
        BirthDate birth,
        Sex sex,
        String idNumber,
        String oldIdNumber,
        String ethnicity,
        long unitId,
        String address,
        LocalDate deceasedOn,
        String temporaryNumber,
        String origin) {

    /** A person who was never given a temporary number, and whose origin nobody said. */
    public Person(
            long id,
            String fullName,
            BirthDate birth,
            Sex sex,
            String idNumber,
            String oldIdNumber,
            String ethnicity,
            long unitId,
            String address,
            LocalDate deceasedOn) {
        this(id, fullName, birth, sex, idNumber, oldIdNumber, ethnicity, unitId, address, deceasedOn, null, null);
    }

    /** The first number there is: personal, old, temporary; {@code null} when there is none. */
    public String anyNumber() {
        return idNumber != null ? idNumber : oldIdNumber != null ? oldIdNumber : temporaryNumber;
    }
}
