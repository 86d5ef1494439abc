package vn.ansinh.core.identity;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import vn.ansinh.api.identity.BirthDate;
import vn.ansinh.api.identity.Person;
import vn.ansinh.api.identity.Sex;

/** How a {@link Person} is read from table {@code ansinh.person}. */
public final class PersonRows {

    /** For a select list, with the table named {@code p}; columns are found by position from the first of these. */
    public static final String COLUMNS = "p.id, p.full_name, p.birth_date, p.birth_year_only, p.sex, p.id_number,"
            + " p.old_id_number, p.ethnicity, p.unit_id, p.address, p.deceased_on, p.temporary_number, p.origin";

    /** How many {@link #COLUMNS} there are. */
    public static final int WIDTH = 13;

    private PersonRows() {}

    /** @param first position of {@code p.id} in the select list, from 1 */
    public static Person read(ResultSet row, int first) throws SQLException {
        LocalDate born = row.getDate(first + 2).toLocalDate();
        Date deceased = row.getDate(first + 10);
        return new Person(
                row.getLong(first),
                row.getString(first + 1),
                new BirthDate(born, row.getBoolean(first + 3)),
                Sex.valueOf(row.getString(first + 4)),
                row.getString(first + 5),
                row.getString(first + 6),
                row.getString(first + 7),
                row.getLong(first + 8),
                row.getString(first + 9),
                deceased == null ? null : deceased.toLocalDate(),
                row.getString(first + 11),
                row.getString(first + 12));
    }
}
