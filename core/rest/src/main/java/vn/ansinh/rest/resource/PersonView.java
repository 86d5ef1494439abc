package vn.ansinh.rest.resource;

import java.time.LocalDate;
import vn.ansinh.api.identity.NumberSight;
import vn.ansinh.api.identity.Person;
import vn.ansinh.api.identity.Sex;

/**
 * A person.
 *
 * @param birthDate 1 January when {@code birthYearOnly}
 * @param idNumber as much of it as the caller may see, like {@code oldIdNumber}
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
        LocalDate deceasedOn,
        String origin) {

    static PersonView of(Person person, NumberSight sight) {
        return new PersonView(
                person.id(),
                person.fullName(),
                person.birth().date(),
                person.birth().yearOnly(),
                person.sex(),
                sight.show(person.idNumber()),
                sight.show(person.oldIdNumber()),
                person.ethnicity(),
                person.unitId(),
                person.address(),
                person.deceasedOn(),
                person.origin());
    }
}
