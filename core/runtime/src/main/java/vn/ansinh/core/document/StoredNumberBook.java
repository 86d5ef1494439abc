package vn.ansinh.core.document;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.audit.Subject;
import vn.ansinh.api.document.DocumentNumber;
import vn.ansinh.api.document.DocumentOwners;
import vn.ansinh.api.document.DocumentOwners.Numbered;
import vn.ansinh.api.document.NumberBook;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.api.unit.Units;
import vn.ansinh.core.audit.Asked;
import vn.ansinh.core.identity.PersonScope;
import vn.ansinh.core.sql.Rows;
import vn.ansinh.core.sql.Slice;

/**
 * {@link NumberBook}: the latest of each register by its index, merged. Within a register numbers and ids rise together, because who
 * takes one holds the register's row; so the order of ids is the order in which they were given.
 */
public final class StoredNumberBook implements NumberBook {

    private static final int LONGEST_PAGE = 500;

    private final Transactions transactions;
    private final Access access;
    private final Units units;
    private final List<DocumentOwners> owners;
    private final Audit audit;

    /** @param owners a list that changes while rooms come and go */
    public StoredNumberBook(
            Transactions transactions, Access access, Units units, List<DocumentOwners> owners, Audit audit) {
        this.transactions = transactions;
        this.access = access;
        this.units = units;
        this.owners = owners;
        this.audit = audit;
    }

    /** Parts of a condition with what they bind, in order. */
    private static final class Condition {

        private final List<String> parts = new ArrayList<>(List.of("true"));
        private final List<Object> bound = new ArrayList<>();

        private void and(String part, Object... values) {
            parts.add(part);
            bound.addAll(List.of(values));
        }

        private String sql() {
            return String.join(" and ", parts);
        }

        private int bind(PreparedStatement select, int from) throws SQLException {
            int position = from;
            for (Object value : bound) {
                select.setObject(position++, value);
            }
            return position;
        }
    }

    private static Condition registers(Query query) {
        Condition condition = new Condition();
        if (query.year() != 0) {
            condition.and("r.year = ?", query.year());
        }
        if (query.kind() != null) {
            condition.and("r.kind = ?", query.kind());
        }
        return condition;
    }

    private static Condition numbers(Query query) {
        Condition condition = new Condition();
        switch (query.standing()) {
            case HELD -> condition.and("n.cancelled_at is null and n.first is null");
            case CANCELLED -> condition.and("n.cancelled_at is not null");
            case ON_PAPER -> condition.and("n.first is not null");
            case ALL -> {}
        }
        if (query.from() != null) {
            condition.and("n.day >= ?", query.from());
        }
        if (query.to() != null) {
            condition.and("n.day <= ?", query.to());
        }
        String text = query.text() == null ? "" : Vietnamese.normalize(query.text());
        if (text.matches("\\d{1,6}")) {
            condition.and("? between coalesce(n.first, n.number) and n.number", Integer.parseInt(text));
        } else if (!text.isEmpty()) {
            String part = "%" + text.replaceAll("[\\\\%_]", "\\\\$0") + "%";
            condition.and("(n.text ilike ? or n.about ilike ?)", part, part);
        }
        return condition;
    }

    /** A look at the latest of each register, one after the other: {@code columns} of at most so many of all. */
    private <T> List<T> read(Query query, String columns, long before, int limit, Rows.Reading<T> mapping) {
        Caller caller = access.require(Permissions.DOCUMENT_READ);
        PersonScope scope = PersonScope.of(caller, query.unitId(), units, "r.unit_id");
        Condition registers = registers(query);
        Condition numbers = numbers(query);
        String sql = "select " + columns + " from ansinh.document_register r cross join lateral (select * from"
                + " ansinh.document_number n where n.register_id = r.id and n.id < ? and " + numbers.sql()
                + " order by n.id desc limit ?) n where " + scope.sql() + " and " + registers.sql()
                + " order by n.id desc limit ?";
        return transactions.call(connection -> Rows.list(
                connection,
                sql,
                select -> {
                    select.setLong(1, before);
                    int position = numbers.bind(select, 2);
                    select.setInt(position++, limit);
                    position = registers.bind(select, scope.bind(select, position));
                    select.setInt(position, limit);
                },
                mapping));
    }

    @Override
    public Page page(Query query) {
        if (query.limit() < 1 || query.limit() > LONGEST_PAGE) {
            throw Problem.invalid("AS-NUMBER-LIMIT", "Mỗi trang có từ 1 đến 500 số.");
        }
        Slice<DocumentNumber> page = Slice.of(
                read(query, NumberRows.COLUMNS, before(query.cursor()), query.limit() + 1, NumberRows::read),
                query.limit());
        Map<String, Numbered> papers = papers(page.rows());
        List<Line> lines = page.rows().stream()
                .map(number -> new Line(number, RegisterKinds.name(number.kind()), paper(papers, number)))
                .toList();
        List<Long> people = lines.stream()
                .map(Line::paper)
                .filter(Objects::nonNull)
                .map(Numbered::personId)
                .filter(id -> id != 0)
                .distinct()
                .toList();
        if (!people.isEmpty()) {
            audit.listed(
                    Subject.PERSON,
                    Asked.of("sổ văn bản")
                            .unit(query.unitId())
                            .text(query.text())
                            .toString(),
                    people);
        }
        return new Page(lines, page.next(last -> Long.toString(last.id())));
    }

    private static long before(String cursor) {
        if (cursor == null) {
            return Long.MAX_VALUE;
        }
        if (!cursor.matches("\\d{1,18}")) {
            throw Problem.invalid(
                    "AS-NUMBER-CURSOR", "Vị trí trang trong sổ không còn dùng được. Hãy mở lại sổ từ đầu.");
        }
        return Long.parseLong(cursor);
    }

    private Map<String, Numbered> papers(List<DocumentNumber> numbers) {
        Caller caller = access.require();
        Map<String, Set<Long>> ids = numbers.stream()
                .map(DocumentNumber::owner)
                .collect(Collectors.groupingBy(
                        Subject::kind, Collectors.mapping(Subject::id, Collectors.toCollection(LinkedHashSet::new))));
        Map<String, Numbered> papers = new HashMap<>();
        for (DocumentOwners owner : owners) {
            Set<Long> asked = ids.getOrDefault(owner.kind(), Set.of());
            if (!asked.isEmpty()) {
                for (Numbered paper : owner.numbered(caller, asked)) {
                    papers.put(key(owner.kind(), paper.id(), paper.number()), paper);
                    papers.putIfAbsent(key(owner.kind(), paper.id(), null), unsigned(paper));
                }
            }
        }
        return papers;
    }

    /** Whose it is, where the paper that bears the number is not there any more. */
    private static Numbered unsigned(Numbered paper) {
        return new Numbered(paper.id(), paper.ownerNumber(), paper.personId(), paper.personName(), null, null, 0);
    }

    private static Numbered paper(Map<String, Numbered> papers, DocumentNumber number) {
        Subject owner = number.owner();
        Numbered exact = papers.get(key(owner.kind(), owner.id(), number.text()));
        return exact != null ? exact : papers.get(key(owner.kind(), owner.id(), null));
    }

    private static String key(String kind, long id, String number) {
        return kind + " " + id + " " + (number == null ? "" : number);
    }

    @Override
    public Counts counts(Query query, int limit) {
        List<Boolean> cancelled =
                read(query, "n.cancelled_at is not null", Long.MAX_VALUE, limit, row -> row.getBoolean(1));
        return new Counts(cancelled.size(), (int)
                cancelled.stream().filter(Boolean::booleanValue).count());
    }

    @Override
    public List<Kind> kinds(long unitId) {
        return RegisterKinds.named(registers(unitId, "r.kind", row -> row.getString(1)));
    }

    @Override
    public List<Integer> years(long unitId) {
        return registers(unitId, "r.year", row -> row.getInt(1)).stream()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private <T> List<T> registers(long unitId, String column, Rows.Reading<T> mapping) {
        Caller caller = access.require(Permissions.DOCUMENT_READ);
        PersonScope scope = PersonScope.of(caller, unitId, units, "r.unit_id");
        return transactions.call(connection -> Rows.list(
                connection,
                "select distinct " + column + " from ansinh.document_register r where " + scope.sql(),
                select -> scope.bind(select, 1),
                mapping));
    }
}
