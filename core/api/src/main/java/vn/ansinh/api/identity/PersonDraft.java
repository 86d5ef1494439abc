package vn.ansinh.api.identity;

/**
 * A person as a list or a form gives them, before the registry knows whether it has them already. Fields as in
 * {@link Person}.
 */
public record PersonDraft(
        String fullName,
        BirthDate birth,
        Sex sex,
        String idNumber,
        String oldIdNumber,
        String ethnicity,
        long unitId,
        String address,
        String origin) {

    /** Somebody whose place of origin is not said. */
    public PersonDraft(
            String fullName,
            BirthDate birth,
            Sex sex,
            String idNumber,
            String oldIdNumber,
            String ethnicity,
            long unitId,
            String address) {
        this(fullName, birth, sex, idNumber, oldIdNumber, ethnicity, unitId, address, null);
    }
}
