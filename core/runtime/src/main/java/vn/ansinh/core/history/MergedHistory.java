package vn.ansinh.core.history;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.audit.Subject;
import vn.ansinh.api.codelist.CodeLists;
import vn.ansinh.api.fact.Facts;
import vn.ansinh.api.history.HistoryEntry;
import vn.ansinh.api.history.HistorySource;
import vn.ansinh.api.history.PersonHistory;
import vn.ansinh.api.policy.Policies;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.api.unit.Units;
import vn.ansinh.core.identity.PersonScope;
import vn.ansinh.core.sql.Rows;

/** Merges the pages of all sources by day. Each source goes on where what was taken of it ended. */
public final class MergedHistory implements PersonHistory {

    private static final Logger LOG = LoggerFactory.getLogger(MergedHistory.class);
    private static final int LONGEST_PAGE = 500;

    private final Transactions transactions;
    private final Access access;
    private final Units units;
    private final Audit audit;
    private final List<HistorySource> core;
    private final List<HistorySource> others;

    /** @param others published by rooms and programs; changes as they come and go */
    public MergedHistory(
            Transactions transactions,
            Access access,
            Units units,
            CodeLists codeLists,
            Facts facts,
            Policies policies,
            Audit audit,
            List<HistorySource> others) {
        this.transactions = transactions;
        this.access = access;
        this.units = units;
        this.audit = audit;
        this.core = new CoreSources(transactions, access, units, codeLists, facts, policies).all();
        this.others = others;
    }

    @Override
    public List<Source> sources() {
        return asked(access.require(Permissions.PERSON_READ), Set.of()).stream()
                .map(source -> new Source(source.code(), source.name()))
                .toList();
    }

    private List<HistorySource> asked(Caller caller, Set<String> codes) {
        return Stream.concat(core.stream(), new ArrayList<>(others).stream())
                .filter(source -> caller.may(source.permission()))
                .filter(source -> codes.isEmpty() || codes.contains(source.code()))
                .toList();
    }

    @Override
    public Page of(long personId, Set<String> sources, String cursor, int limit) {
        Caller caller = access.require(Permissions.PERSON_READ);
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw Problem.invalid("AS-HISTORY-LIMIT", "Mỗi trang có từ 1 đến 500 dòng.");
        }
        requireSeen(caller, personId);
        Map<String, HistoryEntry> taken = cursor == null ? new HashMap<>() : read(cursor);
        List<HistoryEntry> found = new ArrayList<>();
        List<String> silent = new ArrayList<>();
        List<HistorySource> asked = asked(caller, sources);
        for (HistorySource source : asked) {
            try {
                found.addAll(source.of(personId, taken.get(source.code()), limit + 1));
            } catch (Problem e) {
                silent.add(source.name());
            } catch (RuntimeException e) {
                // one that fails must not hide what the others know
                LOG.warn("Source {} of histories failed", source.code(), e);
                silent.add(source.name());
            }
        }
        audit.read(Subject.person(personId), "Quá trình");
        List<String> order = asked.stream().map(HistorySource::code).toList();
        found.sort(Comparator.comparing(HistoryEntry::day)
                .reversed()
                .thenComparing(entry -> order.indexOf(entry.source()))
                .thenComparing(Comparator.comparingLong(HistoryEntry::id).reversed()));
        List<HistoryEntry> page = found.subList(0, Math.min(limit, found.size()));
        page.forEach(entry -> taken.put(entry.source(), entry));
        return new Page(List.copyOf(page), found.size() > limit ? written(taken) : null, silent);
    }

    /** Lives in the caller's territory, or is paid there. */
    private void requireSeen(Caller caller, long personId) {
        PersonScope lives = PersonScope.of(caller, 0, units, "p.unit_id");
        PersonScope paid = PersonScope.of(caller, 0, units, "e.unit_id", "e.program");
        String sql = "select 1 from ansinh.person p where p.id = ? and p.deleted_at is null and (" + lives.sql()
                + " or exists (select from ansinh.entitlement e where e.person_id = p.id and " + paid.sql() + "))";
        boolean seen = transactions.call(connection -> !Rows.list(
                        connection,
                        sql,
                        select -> {
                            select.setLong(1, personId);
                            paid.bind(select, lives.bind(select, 2));
                        },
                        row -> row.getInt(1))
                .isEmpty());
        if (!seen) {
            throw Problem.notFound(
                    "AS-PERSON-UNKNOWN", "Không có người này, hoặc người đó không thuộc địa bàn được giao.");
        }
    }

    private static String written(Map<String, HistoryEntry> taken) {
        StringBuilder text = new StringBuilder();
        taken.forEach((code, entry) -> text.append(code)
                .append(' ')
                .append(entry.day())
                .append(' ')
                .append(entry.id())
                .append('\n'));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, HistoryEntry> read(String cursor) {
        Map<String, HistoryEntry> taken = new HashMap<>();
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            for (String line : text.lines().toList()) {
                String[] parts = line.split(" ");
                taken.put(
                        parts[0],
                        new HistoryEntry(
                                LocalDate.parse(parts[1]),
                                parts[0],
                                Long.parseLong(parts[2]),
                                "",
                                null,
                                null,
                                null,
                                null,
                                null));
            }
            return taken;
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
            throw Problem.invalid("AS-HISTORY-CURSOR", "Vị trí trang không còn dùng được. Hãy mở lại từ đầu.");
        }
    }
}
