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
        String address) {}
