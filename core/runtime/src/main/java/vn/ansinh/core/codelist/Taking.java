package vn.ansinh.core.codelist;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.codelist.CodeDraft.Kind;
import vn.ansinh.api.codelist.CodeEntry;
import vn.ansinh.api.codelist.CodeProposal.Item;
import vn.ansinh.api.codelist.CodeProposal.Source;
import vn.ansinh.api.codelist.CodeValues;
import vn.ansinh.core.codelist.CodeTables.Kept;
import vn.ansinh.core.codelist.CodeTables.ListRow;
import vn.ansinh.core.codelist.ProposalTables.Upon;

/**
 * Takes a bundle's file up into the tables. What officials changed since is theirs; what another running bundle brought is
 * that one's; what the file has no more stays.
 */
final class Taking {

    private static final int STEP = 10;

    private final Connection connection;
    private final String bundle;
    private final CodeListFile file;
    private final List<String> here;
    private final List<String> leftOut = new ArrayList<>();

    /** @param here bundles that bring this list now */
    Taking(Connection connection, String bundle, CodeListFile file, List<String> here) {
        this.connection = connection;
        this.bundle = bundle;
        this.file = file;
        this.here = here;
    }

    /** Codes that belong to somebody else. */
    List<String> leftOut() {
        return leftOut;
    }

    /** @return how many entries it changed */
    int take(Caller by, Instant at) throws SQLException {
        CodeTables.addList(connection, file.list(), file.name() == null ? file.list() : file.name());
        ListRow list = CodeTables.lock(connection, file.list()).orElseThrow();
        boolean named = name(list);
        List<Kept> kept = CodeTables.kept(connection, file.list());
        Map<String, Kept> latest = new HashMap<>();
        kept.forEach(one -> latest.putIfAbsent(one.entry().code(), one));
        // a list that several bundles bring: who comes later stands below
        boolean shared =
                kept.stream().anyMatch(one -> !bundle.equals(one.entry().bundle()));
        int end = kept.stream()
                .mapToInt(one -> one.entry().values().order())
                .max()
                .orElse(0);
        List<Upon> changes = new ArrayList<>();
        for (CodeListFile.Line line : file.lines()) {
            Kept known = latest.get(line.code());
            if (known == null) {
                end += STEP;
                CodeValues values = shared ? line.values().at(end) : line.values();
                changes.add(new Upon(new Item(Kind.ADD, line.code(), null, values), null, null));
            } else {
                change(line, known, shared, changes);
            }
        }
        if (!changes.isEmpty()) {
            ProposalTables.insert(
                    connection,
                    new ProposalTables.Draft(file.list(), 0, Source.BUNDLE, bundle, "", changes),
                    by,
                    at,
                    true);
            for (Upon change : changes) {
                Kept upon = latest.get(change.item().code());
                CodeTables.apply(connection, file.list(), change.item(), upon == null ? null : upon.entry(), 0, bundle);
            }
        }
        if (named || !changes.isEmpty()) {
            CodeTables.touch(connection, file.list());
        }
        return changes.size();
    }

    private boolean name(ListRow list) throws SQLException {
        ListRow wanted = new ListRow(file.list(), file.name(), file.basis(), file.local(), bundle);
        boolean others = list.bundle() != null && !list.bundle().equals(bundle) && here.contains(list.bundle());
        if (file.name() == null || others || wanted.equals(list)) {
            return false;
        }
        CodeTables.nameList(connection, wanted);
        return true;
    }

    private void change(CodeListFile.Line line, Kept known, boolean shared, List<Upon> changes) {
        CodeEntry entry = known.entry();
        boolean others = entry.bundle() == null || !entry.bundle().equals(bundle) && here.contains(entry.bundle());
        if (others) {
            leftOut.add(line.code());
            return;
        }
        CodeValues before = entry.values();
        CodeValues after = shared ? line.values().at(before.order()) : line.values();
        boolean mine = bundle.equals(entry.bundle());
        if (known.changed() || mine && after.equals(before)) {
            return;
        }
        boolean later = after.from() != null
                && (before.from() == null || after.from().isAfter(before.from()))
                && !after.name().equals(before.name())
                && (before.to() == null || !before.to().isBefore(after.from()));
        Item item = new Item(later ? Kind.CHANGE : Kind.CORRECT, line.code(), before, after);
        changes.add(new Upon(item, entry.id(), entry.revision()));
    }
}
