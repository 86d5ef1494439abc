package vn.ansinh.core.codelist;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.codelist.CodeDraft;
import vn.ansinh.api.codelist.CodeEntry;
import vn.ansinh.api.codelist.CodeFile;
import vn.ansinh.api.codelist.CodeList;
import vn.ansinh.api.codelist.CodeListEditing;
import vn.ansinh.api.codelist.CodeLists.Entry;
import vn.ansinh.api.codelist.CodeProposal;
import vn.ansinh.api.codelist.CodeProposal.Source;
import vn.ansinh.api.codelist.CodeProposal.State;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.sheet.Spreadsheets;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.api.text.VietnameseOrder;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.api.unit.Units;
import vn.ansinh.core.codelist.CodeTables.ListRow;
import vn.ansinh.core.codelist.ProposalTables.Upon;

/** {@link CodeListEditing} on the tables. */
public final class StoredCodeListEditing implements CodeListEditing {

    private static final int MOST_PROPOSALS = 200;

    private final Transactions everywhere;
    private final Access access;
    private final Units units;
    private final CodeRights rights;
    private final BroughtLists brought;
    private final CodeListMemory memory;
    private final CountedUses uses;
    private final Spreadsheets spreadsheets;
    private final ToldChanges told;
    private final Clock clock;

    public StoredCodeListEditing(
            Transactions everywhere,
            Access access,
            Units units,
            BroughtLists brought,
            CodeListMemory memory,
            CountedUses uses,
            Spreadsheets spreadsheets,
            Audit audit,
            Clock clock) {
        this.everywhere = everywhere;
        this.access = access;
        this.units = units;
        this.rights = new CodeRights(access, units);
        this.brought = brought;
        this.memory = memory;
        this.uses = uses;
        this.spreadsheets = spreadsheets;
        this.told = new ToldChanges(audit);
        this.clock = clock;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    @Override
    public List<CodeList> lists(long unitId) {
        Set<Long> seen = rights.seen(unitId);
        var known = memory.get();
        return everywhere.call(connection -> {
            List<ProposalTables.Waiting> waiting = ProposalTables.waiting(connection);
            List<CodeList> lists = new ArrayList<>();
            for (ListRow row : CodeTables.lists(connection)) {
                List<String> bundles = brought.bringing(row.code());
                int open = known.getOrDefault(row.code(), ListVersions.NONE)
                        .on(today(), seen)
                        .entries()
                        .size();
                int wait = waiting.stream()
                        .filter(one -> one.list().equals(row.code()) && CodeRights.isSeen(one.unitId(), seen))
                        .mapToInt(ProposalTables.Waiting::count)
                        .sum();
                lists.add(new CodeList(
                        row.code(), row.name(), row.basis(), row.local(), !bundles.isEmpty(), bundles, open, wait));
            }
            lists.sort(Comparator.comparing(list -> VietnameseOrder.key(list.name())));
            return lists;
        });
    }

    @Override
    public List<CodeEntry> entries(EntryQuery query) {
        Set<Long> seen = rights.seen(query.unitId());
        String text = Vietnamese.normalize(query.text() == null ? "" : query.text());
        return everywhere.call(connection -> {
            known(connection, query.list());
            return CodeTables.entries(connection, query.list()).stream()
                    .filter(entry -> CodeRights.isSeen(entry.unitId(), seen))
                    .filter(entry -> query.day() == null || entry.values().holdsOn(query.day()))
                    .filter(entry -> new Entry(
                                    entry.code(),
                                    entry.values().name(),
                                    entry.values().synonyms())
                            .isLike(text))
                    .toList();
        });
    }

    private static ListRow known(Connection connection, String list) throws SQLException {
        return CodeTables.list(connection, list).orElseThrow(() -> unknown(list));
    }

    private static Problem unknown(String list) {
        return Problem.notFound("AS-CODELIST-UNKNOWN", "Không có danh mục «" + list + "».");
    }

    @Override
    public List<CodeEntry> spans(String list, String code) {
        Set<Long> seen = rights.seen(0);
        return everywhere.call(connection -> CodeTables.spans(connection, list, code).stream()
                .filter(entry -> CodeRights.isSeen(entry.unitId(), seen))
                .toList());
    }

    @Override
    public List<Usage> usage(String list, String code) {
        return spans(list, code).isEmpty() ? List.of() : uses.of(list, code);
    }

    @Override
    public List<CodeProposal> history(String list, String code) {
        Set<Long> seen = rights.seen(0);
        return everywhere.call(connection -> ProposalTables.of(connection, list, code).stream()
                .filter(proposal -> CodeRights.isSeen(proposal.unitId(), seen))
                .toList());
    }

    /** The list, locked, when officials may change it: a list that nobody brings any more is kept as it is. */
    private ListRow changeable(Connection connection, String list) throws SQLException {
        ListRow row = CodeTables.lock(connection, list).orElseThrow(() -> unknown(list));
        if (brought.bringing(list).isEmpty()) {
            throw Problem.conflict(
                    "AS-CODELIST-GONE",
                    "Chương trình mang danh mục «" + row.name()
                            + "» đã được gỡ. Danh mục vẫn xem được nhưng không thay đổi được cho đến khi cài lại chương trình.");
        }
        return row;
    }

    private ChangeRules rules(Connection connection, ListRow list, long unitId) throws SQLException {
        String province = unitId == 0 ? null : rights.province(unitId).code();
        return new ChangeRules(list.local(), province, unitId, CodeTables.entries(connection, list.code()));
    }

    @Override
    public CodeProposal propose(CodeDraft draft) {
        access.require(Permissions.CODELIST_PROPOSE);
        String why = said(draft.why(), "Chưa ghi lý do đề xuất.");
        return everywhere.call(connection -> {
            ListRow list = changeable(connection, draft.list());
            long unitId = draft.kind() == CodeDraft.Kind.ADD
                    ? draft.unitId()
                    : CodeTables.spans(connection, draft.list(), draft.code()).stream()
                            .findFirst()
                            .map(CodeEntry::unitId)
                            .orElse(draft.unitId());
            Caller caller = rights.mayChange(Permissions.CODELIST_PROPOSE, unitId);
            Upon change = rules(connection, list, unitId).check(draft);
            notWaiting(connection, draft.list(), change.item().code());
            return store(
                    connection,
                    new ProposalTables.Draft(draft.list(), unitId, Source.FORM, null, why, List.of(change)),
                    caller);
        });
    }

    /** A new code has no entry yet that could tell. */
    private static void notWaiting(Connection connection, String list, String code) throws SQLException {
        if (ProposalTables.of(connection, list, code).stream()
                .anyMatch(proposal -> proposal.state() == State.WAITING)) {
            throw Problem.conflict(
                    "AS-CODELIST-WAITING",
                    "Mã «" + code + "» đang có thay đổi chờ duyệt. Vui lòng chờ duyệt, hoặc rút đề xuất đó trước.");
        }
    }

    private CodeProposal store(Connection connection, ProposalTables.Draft draft, Caller caller) throws SQLException {
        long id = ProposalTables.insert(connection, draft, caller, clock.instant(), false);
        CodeProposal proposal = proposal(connection, id);
        told.change("codelist.propose", proposal, draft.changes(), proposal.why());
        return proposal;
    }

    private static CodeProposal proposal(Connection connection, long id) throws SQLException {
        return ProposalTables.byId(connection, id)
                .orElseThrow(() -> Problem.notFound("AS-CODELIST-PROPOSAL", "Không có đề xuất số " + id + "."));
    }

    private static String said(String text, String missing) {
        String said = Vietnamese.normalize(text == null ? "" : text);
        if (said.isEmpty()) {
            throw Problem.invalid("AS-CODELIST-REASON", missing);
        }
        return said;
    }

    @Override
    public CodeFile check(String list, long unitId, String fileName, InputStream content) throws IOException {
        rights.mayChange(Permissions.CODELIST_PROPOSE, unitId);
        byte[] bytes = content.readNBytes(LARGEST + 1);
        return everywhere.call(
                connection -> read(connection, list, unitId, fileName, bytes).result(fileName));
    }

    private FileReading read(Connection connection, String list, long unitId, String fileName, byte[] bytes)
            throws SQLException, IOException {
        FileReading reading = new FileReading(list, unitId, rules(connection, changeable(connection, list), unitId));
        reading.read(FileTable.read(fileName, bytes, spreadsheets));
        return reading;
    }

    @Override
    public CodeProposal proposeFile(String list, long unitId, String fileName, InputStream content, String why)
            throws IOException {
        Caller caller = rights.mayChange(Permissions.CODELIST_PROPOSE, unitId);
        String reason = said(why, "Chưa ghi lý do đề xuất.");
        byte[] bytes = content.readNBytes(LARGEST + 1);
        return everywhere.call(connection -> {
            FileReading reading = read(connection, list, unitId, fileName, bytes);
            CodeFile file = reading.result(fileName);
            if (!file.faults().isEmpty()) {
                throw Problem.invalid(
                        "AS-CODELIST-FILE",
                        file.faults().stream().map(CodeFile.Fault::words).collect(Collectors.joining("\n")));
            }
            if (file.items().isEmpty()) {
                throw Problem.invalid("AS-CODELIST-SAME", "Tệp giống hệt danh mục hiện nay, không có gì thay đổi.");
            }
            for (CodeProposal.Item item : file.items()) {
                if (item.before() == null) {
                    notWaiting(connection, list, item.code());
                }
            }
            return store(
                    connection,
                    new ProposalTables.Draft(list, unitId, Source.FILE, fileName, reason, reading.changes()),
                    caller);
        });
    }

    @Override
    public List<CodeProposal> proposals(String list, State state) {
        Set<Long> seen = rights.seen(0);
        return everywhere.call(connection -> ProposalTables.list(connection, list, state, MOST_PROPOSALS).stream()
                .filter(proposal -> CodeRights.isSeen(proposal.unitId(), seen))
                .toList());
    }

    @Override
    public CodeProposal proposal(long id) {
        Set<Long> seen = rights.seen(0);
        CodeProposal proposal = everywhere.call(connection -> proposal(connection, id));
        if (!CodeRights.isSeen(proposal.unitId(), seen)) {
            throw Problem.notFound("AS-CODELIST-PROPOSAL", "Không có đề xuất số " + id + ".");
        }
        return proposal;
    }

    @Override
    public void approve(long id) {
        access.require(Permissions.CODELIST_APPROVE);
        everywhere.run(connection -> {
            CodeProposal proposal = waiting(connection, id);
            Caller caller = rights.mayChange(Permissions.CODELIST_APPROVE, proposal.unitId());
            if (caller.account().equals(proposal.proposedBy())) {
                throw Problem.conflict(
                        "AS-CODELIST-SAME-PERSON",
                        "Đề xuất này do chính bạn lập. Vui lòng nhờ người khác xem và duyệt.");
            }
            List<Upon> changes = ProposalTables.changes(connection, id);
            ChangeRules rules = rules(connection, changeable(connection, proposal.list()), proposal.unitId());
            ProposalTables.decide(connection, id, State.APPROVED, caller, clock.instant(), null);
            for (Upon change : changes) {
                CodeTables.apply(
                        connection,
                        proposal.list(),
                        change.item(),
                        upon(rules, change, proposal),
                        proposal.unitId(),
                        null);
            }
            CodeTables.touch(connection, proposal.list());
            told.change("codelist.approve", proposal, changes, proposal.why());
        });
        memory.expire();
    }

    /** The span a change was made upon, when it is still the same. */
    private static CodeEntry upon(ChangeRules rules, Upon change, CodeProposal proposal) {
        CodeProposal.Item item = change.item();
        if (change.entryId() == null) {
            rules.check(CodeDraft.add(proposal.list(), item.code(), proposal.unitId(), item.after(), ""));
            return null;
        }
        CodeEntry latest = rules.latest(item.code());
        if (latest.id() != change.entryId() || latest.revision() != change.revision()) {
            throw Problem.conflict(
                    "AS-CODELIST-CHANGED",
                    "Mục «" + item.code()
                            + "» đã thay đổi từ khi đề xuất, nên chưa duyệt được. Vui lòng từ chối để người lập đề xuất lại.");
        }
        return latest;
    }

    /** Locks the list first, so that a proposal is decided once. */
    private static CodeProposal waiting(Connection connection, long id) throws SQLException {
        CodeTables.lock(connection, proposal(connection, id).list());
        CodeProposal proposal = proposal(connection, id);
        if (proposal.state() != State.WAITING) {
            throw Problem.conflict(
                    "AS-CODELIST-DECIDED",
                    "Đề xuất này đã được " + proposal.decidedName() + " quyết định: "
                            + proposal.state().label() + ". Vui lòng mở lại trang.");
        }
        return proposal;
    }

    @Override
    public void reject(long id, String reason) {
        access.require(Permissions.CODELIST_APPROVE);
        String said = said(reason, "Chưa ghi lý do từ chối.");
        everywhere.run(connection -> {
            CodeProposal proposal = waiting(connection, id);
            Caller caller = rights.mayChange(Permissions.CODELIST_APPROVE, proposal.unitId());
            ProposalTables.decide(connection, id, State.REJECTED, caller, clock.instant(), said);
            told.change("codelist.reject", proposal, ProposalTables.changes(connection, id), said);
        });
    }

    @Override
    public void withdraw(long id) {
        Caller caller = access.require(Permissions.CODELIST_PROPOSE);
        everywhere.run(connection -> {
            CodeProposal proposal = waiting(connection, id);
            if (!caller.account().equals(proposal.proposedBy())) {
                throw Problem.forbidden(
                        "AS-CODELIST-NOT-OWN", "Chỉ người lập đề xuất mới rút được. Người duyệt thì chọn «Từ chối».");
            }
            ProposalTables.decide(connection, id, State.WITHDRAWN, caller, clock.instant(), null);
            told.change("codelist.withdraw", proposal, ProposalTables.changes(connection, id), null);
        });
    }

    @Override
    public void export(EntryQuery query, Format format, OutputStream to) throws IOException {
        List<CodeEntry> entries = entries(query);
        ListRow list = everywhere.call(connection -> known(connection, query.list()));
        new FileWriting(list, today(), unitId -> unitId == 0 ? "Toàn quốc" : units.fullName(unitId))
                .write(entries, format, spreadsheets, to);
    }
}
