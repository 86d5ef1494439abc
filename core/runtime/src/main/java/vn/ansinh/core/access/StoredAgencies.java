package vn.ansinh.core.access;

import java.text.Collator;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Agencies;
import vn.ansinh.api.access.Agency;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.audit.Subject;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.unit.Units;

/** {@link Agencies} on {@code ansinh.agency} and its periods. */
public final class StoredAgencies implements Agencies {

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9.-]{1,59}");
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final Access access;
    private final AgencyStore store;
    private final SignIn signIn;
    private final Units units;
    private final InstantSource clock;
    private final Audit audit;

    /** Without an audit. */
    public StoredAgencies(Access access, SignIn signIn, Units units, InstantSource clock) {
        this(access, signIn, units, clock, Audit.NONE);
    }

    /** @param signIn holds the agencies, and the accounts that depend on them */
    public StoredAgencies(Access access, SignIn signIn, Units units, InstantSource clock, Audit audit) {
        this.audit = audit;
        this.access = access;
        this.signIn = signIn;
        this.store = signIn.agencies();
        this.units = units;
        this.clock = clock;
    }

    @Override
    public List<Agency> tree(LocalDate day) {
        List<Agency> seen = store.within(access.require(Permissions.AGENCY_READ).unitId(), day);
        Set<Long> ids = seen.stream().map(Agency::id).collect(Collectors.toSet());
        Collator collator = Collator.getInstance(Locale.forLanguageTag("vi"));
        Map<Long, List<Agency>> byParent = seen.stream()
                .sorted(Comparator.comparing(Agency::name, collator))
                .collect(Collectors.groupingBy(agency -> ids.contains(agency.parentId()) ? agency.parentId() : 0));
        List<Agency> tree = new ArrayList<>();
        append(tree, byParent, 0, new HashSet<>());
        return tree;
    }

    private static void append(List<Agency> tree, Map<Long, List<Agency>> byParent, long parent, Set<Long> done) {
        for (Agency agency : byParent.getOrDefault(parent, List.of())) {
            if (done.add(agency.id())) {
                tree.add(agency);
                append(tree, byParent, agency.id(), done);
            }
        }
    }

    @Override
    public Optional<Agency> byId(long id, LocalDate day) {
        Caller caller = access.require(Permissions.AGENCY_READ);
        return store.byId(id, day).filter(agency -> units.isWithin(agency.unitId(), caller.unitId()));
    }

    @Override
    public List<Agency> history(long id) {
        Caller caller = access.require(Permissions.AGENCY_READ);
        List<Agency> periods = store.history(id);
        boolean seen = periods.stream().anyMatch(agency -> units.isWithin(agency.unitId(), caller.unitId()));
        return seen ? periods : List.of();
    }

    @Override
    public Agency add(AgencyDraft draft, LocalDate from) {
        Caller caller = may(draft.unitId());
        check(draft, 0, from);
        standsAbove(caller, draft.parentId());
        return signIn.store().transactions().call(connection -> {
            long id = store.add(draft, from, caller.account())
                    .orElseThrow(() -> Problem.conflict(
                            "AS-AGENCY-EXISTS", "Mã cơ quan " + draft.code() + " đã có. Vui lòng chọn mã khác."));
            Agency founded = store.byId(id, from).orElseThrow();
            audit.changed(new Subject(Subject.AGENCY, id), "agency.add", Map.of(), fields(founded), null);
            return founded;
        });
    }

    @Override
    public Agency change(long id, AgencyDraft draft, LocalDate from) {
        Agency last = last(id);
        Caller caller = may(last.unitId());
        may(draft.unitId());
        standsAbove(caller, last.parentId());
        standsAbove(caller, draft.parentId());
        check(draft, id, from);
        if (from.isBefore(last.from())) {
            throw Problem.invalid(
                    "AS-AGENCY-FROM", "Ngày áp dụng không được trước ngày bắt đầu của giai đoạn hiện tại.");
        }
        Agency changed = signIn.store().transactions().call(connection -> {
            store.change(id, draft, from, caller.account());
            Agency now = store.byId(id, from).orElseThrow();
            audit.changed(new Subject(Subject.AGENCY, id), "agency.change", fields(last), fields(now), null);
            return now;
        });
        signIn.sessions().forget();
        return changed;
    }

    private static Map<String, String> fields(Agency agency) {
        return Map.of(
                "code", agency.code(),
                "name", agency.name(),
                "parent", Long.toString(agency.parentId()),
                "unit", Long.toString(agency.unitId()),
                "programs", String.join(" ", new TreeSet<>(agency.programs())),
                "heading", agency.heading(),
                "from", agency.from().toString());
    }

    @Override
    public void end(long id, LocalDate lastDay, String reason) {
        Agency last = last(id);
        Caller caller = may(last.unitId());
        standsAbove(caller, last.parentId());
        if (reason == null || reason.isBlank()) {
            throw Problem.invalid("AS-AGENCY-REASON", "Vui lòng ghi lý do hoặc số quyết định.");
        }
        if (lastDay.isBefore(last.from())) {
            throw Problem.invalid("AS-AGENCY-FROM", "Ngày cuối không được trước ngày bắt đầu của cơ quan.");
        }
        long dependents = store.dependents(id, lastDay.plusDays(1));
        if (dependents > 0) {
            throw Problem.conflict(
                    "AS-AGENCY-USED",
                    "Cơ quan còn " + dependents
                            + " tài khoản hoặc cơ quan trực thuộc. Hãy chuyển hoặc kết thúc trước.");
        }
        signIn.store().transactions().run(connection -> {
            store.close(id, lastDay.plusDays(1), reason);
            Map<String, String> after = Map.of("last", lastDay.toString());
            audit.changed(new Subject(Subject.AGENCY, id), "agency.end", Map.of(), after, reason);
        });
        signIn.sessions().forget();
    }

    private Agency last(long id) {
        return store.history(id).stream()
                .findFirst()
                .filter(agency -> agency.to() == null)
                .orElseThrow(
                        () -> Problem.notFound("AS-AGENCY-UNKNOWN", "Không có cơ quan này, hoặc cơ quan đã kết thúc."));
    }

    private Caller may(long unitId) {
        return access.require(Permissions.AGENCY_MANAGE, unitId);
    }

    /** Who belongs to an agency founds and changes only what lies below it. */
    private void standsAbove(Caller caller, long parentId) {
        LocalDate today = clock.instant().atZone(ZONE).toLocalDate();
        if (caller.agencyId() != 0 && !store.below(caller.agencyId(), today).contains(parentId)) {
            throw Problem.forbidden(
                    "AS-AGENCY-ABOVE",
                    "Chỉ lập và sửa được cơ quan trực thuộc cơ quan của mình. Hãy chọn cơ quan cấp trên khác.");
        }
    }

    private void check(AgencyDraft draft, long id, LocalDate from) {
        if (!CODE.matcher(draft.code()).matches()) {
            throw Problem.invalid(
                    "AS-AGENCY-CODE",
                    "Mã cơ quan gồm 2–60 chữ thường không dấu, chữ số, dấu chấm hoặc gạch nối, ví dụ: so-y-te-42.");
        }
        if (draft.name().isBlank()) {
            throw Problem.invalid("AS-AGENCY-NAME", "Thiếu tên cơ quan.");
        }
        if (draft.parentId() == 0) {
            return;
        }
        Agency parent = store.byId(draft.parentId(), from)
                .orElseThrow(() -> Problem.invalid("AS-AGENCY-PARENT", "Cơ quan cấp trên không có vào ngày áp dụng."));
        if (id != 0 && store.below(id, from).contains(parent.id())) {
            throw Problem.invalid(
                    "AS-AGENCY-PARENT", "Cơ quan cấp trên không thể là chính nó hoặc cơ quan trực thuộc.");
        }
    }
}
