package vn.ansinh.rest.resource;

import java.time.LocalDate;
import vn.ansinh.api.identity.Person;
import vn.ansinh.api.identity.Sex;

/**
 * A person.
 *
 * @param birthDate 1 January when {@code birthYearOnly}
 * @param idNumber masked in lists
 */
public record PersonView(
        long id,
        String fullName,
        LocalDate birthDate,
        boolean birthYearOnly,
        Sex sex,
        String idNumber,
        String oldIdNumber,
        String ethnicity,
        long unitId,
        String address,
        LocalDate deceasedOn) {

    static PersonView masked(Person person) {
        return of(person, Person.mask(person.idNumber()), Person.mask(person.oldIdNumber()));
    }

    static PersonView full(Person person) {
        return of(person, person.idNumber(), person.oldIdNumber());
    }

    private static PersonView of(Person person, String idNumber, String oldIdNumber) {
        return new PersonView(
                person.id(),
                person.fullName(),
                person.birth().date(),
                person.birth().yearOnly(),
                person.sex(),
                idNumber,
                oldIdNumber,
                person.ethnicity(),
                person.unitId(),
                person.address(),
                person.deceasedOn());
    }
}
