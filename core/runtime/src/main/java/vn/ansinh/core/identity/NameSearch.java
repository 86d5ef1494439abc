package vn.ansinh.core.identity;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import vn.ansinh.core.sql.Rows;

/**
 * People by words of their names among millions, by commune and then in Vietnamese order. Function {@code
 * ansinh.person_find} finds their ids within the scope; who they are is read under row-level security.
 *
 * @param root unit whose subtree is searched, 0 for the country
 * @param words folded; the last one is a beginning
 * @param bornFrom first day of birth
 * @param bornTo last day of birth
 * @param wholeDay only people whose day of birth is known
 */
record NameSearch(long root, List<String> words, LocalDate bornFrom, LocalDate bornTo, boolean wholeDay) {

    private static final String FIND = "select * from ansinh.person_find(?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String PLACE = "select p.unit_id, p.sort_key from ansinh.person p where p.id = ?";

    /** Where the search goes on. */
    private record Place(long unitId, String sortKey, long id) {
        static final Place START = new Place(-1, "", 0);
    }

    /**
     * Ids of the first people after somebody.
     *
     * @param after id of the last person of the page before; {@code null} to begin
     * @throws vn.ansinh.api.problem.Problem INVALID when nobody has the id any more
     */
    List<Long> find(Connection connection, Long after, int wanted) throws SQLException {
        Place place = after == null ? Place.START : placeOf(connection, after);
        return Rows.list(
                connection,
                FIND,
                statement -> {
                    statement.setLong(1, root);
                    statement.setArray(2, connection.createArrayOf("text", words.toArray()));
                    statement.setDate(3, Date.valueOf(bornFrom));
                    statement.setDate(4, Date.valueOf(bornTo));
                    statement.setBoolean(5, wholeDay);
                    statement.setLong(6, place.unitId());
                    statement.setString(7, place.sortKey());
                    statement.setLong(8, place.id());
                    statement.setInt(9, wanted);
                },
                row -> row.getLong(1));
    }

    private static Place placeOf(Connection connection, long id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PLACE)) {
            statement.setLong(1, id);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw StoredPersonRegistry.unknownCursor();
                }
                return new Place(row.getLong(1), row.getString(2), id);
            }
        }
    }
}
