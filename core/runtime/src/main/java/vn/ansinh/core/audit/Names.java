package vn.ansinh.core.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.ansinh.api.audit.Entry;
import vn.ansinh.api.audit.Subject;
import vn.ansinh.api.program.Program;
import vn.ansinh.core.sql.Rows;

/**
 * Puts the names of units, programs and people where rows of the audit have their ids. People under the row-level security of the
 * transaction: whoever reads the audit learns no name that lies outside their unit.
 */
final class Names {

    /** Stands before the id of a unit in what is kept. */
    static final String KEY = "unit:";

    /** Stands before the id of a program in what is kept. */
    static final String PROGRAM_KEY = "program:";

    private static final Pattern UNIT = Pattern.compile(KEY + "([0-9]{1,18})");

    private static final Pattern PROGRAM = Pattern.compile(PROGRAM_KEY + "([a-z][a-z0-9_-]*)");

    private final Map<Long, String> units;
    private final Map<Long, String> people;
    private final Map<String, String> programs;

    private Names(Map<Long, String> units, Map<Long, String> people, Map<String, String> programs) {
        this.units = units;
        this.people = people;
        this.programs = programs;
    }

    /** The same rows with names; two statements, whatever their number. */
    static List<Entry> in(Connection connection, List<Entry> entries, List<Program> programs) throws SQLException {
        Set<Long> units = new HashSet<>();
        Set<Long> people = new HashSet<>();
        for (Entry entry : entries) {
            collect(entry.query(), units);
            entry.before().values().forEach(value -> collect(value, units));
            entry.after().values().forEach(value -> collect(value, units));
            if (entry.subject().kind().equals(Subject.PERSON)) {
                people.add(entry.subject().id());
            }
        }
        Names names = new Names(
                read(connection, "select id, name from ansinh.unit where id = any(?)", units),
                read(connection, "select id, full_name from ansinh.person where id = any(?)", people),
                programs.stream().collect(Collectors.toMap(Program::id, Program::name, (one, other) -> one)));
        return entries.stream().map(names::named).toList();
    }

    private static Map<Long, String> read(Connection connection, String sql, Set<Long> ids) throws SQLException {
        Map<Long, String> found = new HashMap<>();
        if (!ids.isEmpty()) {
            Rows.list(
                    connection,
                    sql,
                    select -> select.setArray(1, connection.createArrayOf("bigint", ids.toArray())),
                    row -> found.put(row.getLong(1), row.getString(2)));
        }
        return found;
    }

    private static void collect(String text, Set<Long> ids) {
        if (text != null) {
            UNIT.matcher(text).results().forEach(found -> ids.add(Long.parseLong(found.group(1))));
        }
    }

    private Entry named(Entry entry) {
        return new Entry(
                entry.id(),
                entry.at(),
                entry.account(),
                entry.fullName(),
                entry.address(),
                entry.channel(),
                entry.requestId(),
                entry.act(),
                entry.subject(),
                entry.subject().kind().equals(Subject.PERSON)
                        ? people.get(entry.subject().id())
                        : null,
                entry.count(),
                entry.action(),
                entry.actionName(),
                named(entry.before()),
                named(entry.after()),
                named(entry.query()),
                entry.file(),
                entry.why());
    }

    private Map<String, String> named(Map<String, String> values) {
        Map<String, String> named = new HashMap<>();
        values.forEach((field, value) -> named.put(field, named(value)));
        return named;
    }

    private String named(String text) {
        return text == null
                ? null
                : PROGRAM.matcher(UNIT.matcher(text).replaceAll(this::name)).replaceAll(this::program);
    }

    /** One that does not run has no name but its id. */
    private String program(MatchResult found) {
        return Matcher.quoteReplacement(programs.getOrDefault(found.group(1), found.group(1)));
    }

    private String name(MatchResult found) {
        String name = units.get(Long.parseLong(found.group(1)));
        return Matcher.quoteReplacement(name == null ? "đơn vị số " + found.group(1) : name);
    }
}
