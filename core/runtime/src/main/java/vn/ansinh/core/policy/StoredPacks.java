package vn.ansinh.core.policy;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.fact.Facts;
import vn.ansinh.api.policy.PackDetail;
import vn.ansinh.api.policy.PackDifference;
import vn.ansinh.api.policy.PackState;
import vn.ansinh.api.policy.PackState.Act;
import vn.ansinh.api.policy.PackState.Ending;
import vn.ansinh.api.policy.PackVersion;
import vn.ansinh.api.policy.Packs;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.core.extender.FileRefusedException;
import vn.ansinh.core.policy.PackEvents.Kind;
import vn.ansinh.core.policy.PackStages.Decision;
import vn.ansinh.core.policy.PackStages.Standing;

/** {@link Packs} as rows: every decision is an event that stays, taken by one transaction at a time on all nodes. */
public final class StoredPacks implements Packs {

    private static final Comparator<PackVersion> LATEST_FIRST = Comparator.comparing(PackVersion::pack)
            .thenComparing(Comparator.comparing(PackVersion::version).reversed());

    private final Transactions transactions;
    private final Access access;
    private final Facts facts;
    private final PolicyRegistry registry;
    private final PolicyStore store;
    private final PackShelf shelf;
    private final PackEvents events;

    /** @param clock tells which month it is, and so whether a pack has ended */
    public StoredPacks(Transactions transactions, Access access, Facts facts, PolicyRegistry registry, Clock clock) {
        this.transactions = transactions;
        this.access = access;
        this.facts = facts;
        this.registry = registry;
        this.store = new PolicyStore(transactions);
        this.events = registry.events();
        this.shelf = new PackShelf(transactions, registry, store, clock);
    }

    @Override
    public List<PackState> list() {
        access.require(Permissions.POLICY_READ);
        registry.arrivals().tryAgain();
        registry.refresh();
        PackStages stages = registry.stages();
        List<PackState> states = new ArrayList<>();
        stages.standings().keySet().stream()
                .sorted(LATEST_FIRST)
                .forEach(version -> states.add(shelf.state(version, stages)));
        states.addAll(registry.arrivals().refused());
        return states;
    }

    @Override
    public PackDetail detail(PackVersion version) {
        access.require(Permissions.POLICY_READ);
        return shelf.open(version, registry.stages());
    }

    @Override
    public PackState check(String file, String source) {
        Caller caller = access.require(Permissions.POLICY_PROPOSE);
        checkSize(source);
        try {
            Pack pack = registry.arrivals().check(source, file, facts.keys()).pack();
            return shelf.draft(pack, file, caller);
        } catch (FileRefusedException e) {
            return PackState.refused(file, null, null, null, PackArrivals.faults(e));
        }
    }

    @Override
    public PackState upload(String file, String source) {
        Caller caller = access.require(Permissions.POLICY_PROPOSE);
        if (file == null || file.isBlank()) {
            throw Problem.invalid("AS-POLICY-FILE", "Chưa có tên tệp.");
        }
        checkSize(source);
        try {
            PackVersion version = registry.arrivals().take(source, file.strip(), facts.keys(), caller, false);
            registry.arrivals().tryAgain();
            return shelf.state(version, registry.stages());
        } catch (FileRefusedException e) {
            return PackState.refused(file, null, null, null, PackArrivals.faults(e));
        }
    }

    private static void checkSize(String source) {
        if (source.length() > LARGEST || source.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
            throw new Problem(
                    Problem.Kind.TOO_LARGE,
                    "AS-POLICY-LARGE",
                    "Gói chính sách lớn hơn " + LARGEST / 1024 + " KiB nên không nhận. Hãy chia thành nhiều gói.");
        }
    }

    @Override
    public PackDifference difference(PackVersion newer, PackVersion older) {
        access.require(Permissions.POLICY_READ);
        PackStages stages = registry.stages();
        PackDetail is = shelf.open(newer, stages);
        PackVersion with = older == null ? PackShelf.before(newer, stages).orElse(null) : older;
        if (with == null) {
            PackDetail nothing = new PackDetail(is.state(), "", List.of(), List.of(), List.of(), List.of());
            return new PackDifference(
                    null, newer, PackComparison.lines("", is.source()), PackComparison.changes(nothing, is));
        }
        if (!with.pack().equals(newer.pack())) {
            throw Problem.invalid("AS-POLICY-DIFFERENCE", "Chỉ so sánh được hai phiên bản của cùng một gói.");
        }
        PackDetail was = shelf.open(with, stages);
        return new PackDifference(
                with, newer, PackComparison.lines(was.source(), is.source()), PackComparison.changes(was, is));
    }

    @Override
    public void activate(PackVersion version) {
        Caller caller = access.require(Permissions.POLICY_ACTIVATE);
        decide(connection -> {
            PackStages stages = new PackStages(PackEvents.all(connection));
            requireOthers(caller, draft(version, stages).proposed());
            PackVersion inForce = stages.inForce().get(version.pack());
            if (inForce != null && inForce.version() > version.version()) {
                throw Problem.conflict(
                        "AS-POLICY-OLDER",
                        "Gói này đang áp dụng bản " + inForce.version() + " mới hơn bản " + version.version()
                                + ". Muốn trở lại nội dung cũ, hãy gửi nội dung đó thành một bản mới.");
            }
            goesTogether(version);
            events.decided(connection, version, Kind.ACTIVATED, null, caller);
        });
    }

    /** What was right when it came may not be any more: other packs came and went since. */
    private void goesTogether(PackVersion version) {
        registry.refresh();
        try {
            Pack pack = PackParser.parse(store.source(version).orElseThrow(), version.pack());
            requireActivated(pack);
            registry.arrivals().checkInForce(pack, version.pack(), facts.keys());
        } catch (FileRefusedException e) {
            throw new Problem(
                    Problem.Kind.CONFLICT,
                    "AS-POLICY-TOGETHER",
                    "Chưa kích hoạt được: gói không đi cùng những gói đang áp dụng. " + e.getMessage(),
                    e);
        }
    }

    private void requireActivated(Pack pack) {
        Set<String> inForce =
                registry.book().versions().stream().map(PackVersion::pack).collect(Collectors.toSet());
        List<String> first = pack.amends().keySet().stream()
                .filter(id -> !inForce.contains(id))
                .toList();
        if (!first.isEmpty()) {
            throw Problem.conflict(
                    "AS-POLICY-FIRST",
                    "Gói này mở rộng những gói chưa được kích hoạt: " + String.join(", ", first)
                            + ". Hãy kích hoạt các gói đó trước.");
        }
    }

    @Override
    public void reject(PackVersion version, String reason) {
        Caller caller = access.require(Permissions.POLICY_ACTIVATE);
        String said = requireReason(reason);
        decide(connection -> {
            draft(version, new PackStages(PackEvents.all(connection)));
            events.decided(connection, version, Kind.REJECTED, said, caller);
        });
    }

    @Override
    public void proposeEnd(String pack, YearMonth lastMonth, String reason) {
        Caller caller = access.require(Permissions.POLICY_PROPOSE);
        String said = requireReason(reason);
        if (lastMonth == null) {
            throw Problem.invalid("AS-POLICY-END-MONTH", "Chưa chọn kỳ cuối cùng gói còn áp dụng.");
        }
        decide(connection -> {
            PackStages stages = new PackStages(PackEvents.all(connection));
            PackVersion inForce = inForce(pack, stages);
            if (stages.ending(pack) != null) {
                throw Problem.conflict(
                        "AS-POLICY-END-PROPOSED",
                        "Gói này đã có đề nghị kết thúc sau kỳ "
                                + PackReading.month(stages.ending(pack).lastMonth()) + ".");
            }
            requireOpen(connection, pack, lastMonth);
            events.ending(connection, inForce, Kind.END_PROPOSED, lastMonth, said, caller);
        });
    }

    @Override
    public void confirmEnd(String pack) {
        Caller caller = access.require(Permissions.POLICY_ACTIVATE);
        decide(connection -> {
            PackStages stages = new PackStages(PackEvents.all(connection));
            PackVersion inForce = inForce(pack, stages);
            Ending ending = proposedEnd(pack, stages);
            requireOthers(caller, ending.proposed());
            requireOpen(connection, pack, ending.lastMonth());
            events.ending(connection, inForce, Kind.END_CONFIRMED, ending.lastMonth(), null, caller);
        });
    }

    @Override
    public void withdrawEnd(String pack) {
        Caller caller = access.require();
        decide(connection -> {
            PackStages stages = new PackStages(PackEvents.all(connection));
            PackVersion inForce = inForce(pack, stages);
            Ending ending = proposedEnd(pack, stages);
            if (!ending.proposed().account().equals(caller.account())) {
                access.require(Permissions.POLICY_ACTIVATE);
            }
            events.decided(connection, inForce, Kind.END_WITHDRAWN, null, caller);
        });
    }

    /** Months that were closed by a pack stay: it may only end after them. */
    private static void requireOpen(Connection connection, String pack, YearMonth lastMonth) throws SQLException {
        YearMonth closed = PolicyStore.closedThrough(connection, pack, lastMonth);
        if (closed != null) {
            throw Problem.conflict(
                    "AS-POLICY-END-CLOSED",
                    "Kỳ " + PackReading.month(closed)
                            + " đã chốt danh sách chi theo gói này nên gói chỉ kết thúc được từ sau kỳ đó."
                            + " Hãy chọn kỳ cuối là " + PackReading.month(closed) + " hoặc muộn hơn.");
        }
    }

    private void decide(Decisive decision) {
        transactions.run(connection -> {
            PackEvents.lock(connection);
            decision.take(connection);
        });
        registry.refresh();
        registry.arrivals().tryAgain();
    }

    private static Standing draft(PackVersion version, PackStages stages) {
        Standing standing = stages.standings().get(version);
        if (standing == null) {
            throw PackShelf.unknown();
        }
        if (standing.decision() != Decision.OPEN) {
            throw Problem.conflict(
                    "AS-POLICY-DECIDED",
                    "Bản " + version.version() + " đã được "
                            + (standing.decision() == Decision.ACTIVATED ? "kích hoạt" : "trả lại")
                            + ". Hãy tải lại trang để xem tình trạng mới nhất.");
        }
        return standing;
    }

    private static PackVersion inForce(String pack, PackStages stages) {
        PackVersion inForce = stages.inForce().get(pack);
        if (inForce == null) {
            throw Problem.notFound("AS-POLICY-UNKNOWN", "Không có gói chính sách này đang áp dụng.");
        }
        return inForce;
    }

    private static Ending proposedEnd(String pack, PackStages stages) {
        Ending ending = stages.ending(pack);
        if (ending == null || ending.confirmed() != null) {
            throw Problem.conflict("AS-POLICY-END-NONE", "Gói này không có đề nghị kết thúc nào đang chờ.");
        }
        return ending;
    }

    private static void requireOthers(Caller caller, Act proposed) {
        if (caller.account().equals(proposed.account())) {
            throw Problem.forbidden(
                    "AS-POLICY-SAME-PERSON",
                    "Người đề nghị không tự duyệt được đề nghị của mình. Hãy nhờ người khác có quyền kích hoạt.");
        }
    }

    private static String requireReason(String reason) {
        if (reason == null || reason.isBlank()) {
            throw Problem.invalid("AS-POLICY-REASON", "Chưa ghi lý do.");
        }
        return reason.strip();
    }

    /** A decision about packs, taken while no other is. */
    private interface Decisive {
        void take(Connection connection) throws SQLException;
    }
}
