package vn.ansinh.database.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.ansinh.database.FreshDatabase.execute;
import static vn.ansinh.database.FreshDatabase.query;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import vn.ansinh.database.DatabaseException;
import vn.ansinh.database.FreshDatabase;

class SchemaMigrationTest {

    @RegisterExtension
    static final FreshDatabase DATABASE = new FreshDatabase();

    @TempDir
    Path scripts;

    private final SchemaMigration migration = DATABASE.database().migration();

    @Test
    void appliesWhatIsNewAndNothingTwice() throws IOException, SQLException {
        script("V1__person.sql", "create table person (name text)");
        assertEquals("1", migration.apply("growing", urls()));
        script("V2__birth.sql", "alter table person add birth date");
        assertEquals("2", migration.apply("growing", urls()));
        assertEquals("2", migration.apply("growing", urls()));
        execute(DATABASE.database().pool(), "insert into growing.person values ('Nguyễn Thị Ánh', '1950-01-01')");
        assertEquals("1", query(DATABASE.database().pool(), "select count(*) from growing.person"));
    }

    @Test
    void aBrokenScriptLeavesNothingBehind() throws IOException, SQLException {
        script("V1__person.sql", "create table person (name text)");
        migration.apply("broken", urls());
        script("V2__fine.sql", "alter table person add birth date");
        script("V3__wrong.sql", "create table half (id int); alter table nobody add nothing text");
        DatabaseException refused = assertThrows(DatabaseException.class, () -> migration.apply("broken", urls()));
        assertTrue(refused.getMessage().contains("V3__wrong.sql"), refused.getMessage());
        assertEquals(
                "name",
                query(
                        DATABASE.database().pool(),
                        "select string_agg(column_name, ',') from information_schema.columns"
                                + " where table_schema = 'broken' and table_name in ('person', 'half')"));
    }

    @Test
    void aSchemaNewerThanItsBundleIsRefused() throws IOException {
        script("V1__person.sql", "create table person (name text)");
        List<URL> older = urls();
        script("V2__birth.sql", "alter table person add birth date");
        migration.apply("newer", urls());
        DatabaseException refused = assertThrows(DatabaseException.class, () -> migration.apply("newer", older));
        assertTrue(refused.getMessage().contains("Không hạ cấp"), refused.getMessage());
    }

    @Test
    void theApplicationCannotChangeTablesOrHistory() throws IOException {
        script("V1__person.sql", "create table person (name text)");
        migration.apply("guarded", urls());
        assertThrows(
                SQLException.class,
                () -> execute(DATABASE.database().pool(), "alter table guarded.person add birth date"));
        assertThrows(
                SQLException.class, () -> execute(DATABASE.database().pool(), "delete from guarded.schema_history"));
    }

    @Test
    void aNameThatIsNoNameIsRefused() {
        assertThrows(DatabaseException.class, () -> migration.apply("Robert'; drop", List.of()));
    }

    private void script(String name, String sql) throws IOException {
        Files.writeString(scripts.resolve(name), sql + ";\n");
    }

    private List<URL> urls() throws IOException {
        List<URL> urls = new ArrayList<>();
        try (Stream<Path> files = Files.list(scripts)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                urls.add(file.toUri().toURL());
            }
        }
        return urls;
    }
}
