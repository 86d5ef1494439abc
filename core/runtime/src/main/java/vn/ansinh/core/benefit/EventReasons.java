package vn.ansinh.core.benefit;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import vn.ansinh.api.benefit.Decision;
import vn.ansinh.api.benefit.EntitlementEvent.Kind;
import vn.ansinh.api.codelist.CodeLists;
import vn.ansinh.api.codelist.CodeLists.Entry;
import vn.ansinh.api.problem.Problem;

/**
 * Which reasons of list {@code ly-do-tang-giam} fit which event. The list says so itself: T is what adds, G what takes
 * away, D what adjusts, and what stops payment for a time has a name that begins with {@code Tạm dừng}.
 */
final class EventReasons {

    static final String LIST = "ly-do-tang-giam";

    private static final String PAUSE = "Tạm dừng";
    private static final Set<String> ADJUSTED = Set.of("T04", "T05", "D04");
    private static final Set<String> MOVED = Set.of("T02", "G07", "D03");

    private final CodeLists codeLists;

    EventReasons(CodeLists codeLists) {
        this.codeLists = codeLists;
    }

    /** What may be chosen today. */
    List<Entry> of(Kind kind) {
        return codeLists.entries(LIST).stream()
                .filter(entry -> fits(entry, kind))
                .toList();
    }

    /** Whether a reason fits and holds today, or held when the paper was signed. */
    private boolean fits(Kind kind, Decision decision) {
        boolean holds = codeLists.isOpen(LIST, decision.reason())
                || decision.date() != null && codeLists.isOpen(LIST, decision.reason(), decision.date(), 0);
        return holds
                && codeLists
                        .byCode(LIST, decision.reason())
                        .filter(entry -> fits(entry, kind))
                        .isPresent();
    }

    private static boolean fits(Entry entry, Kind kind) {
        boolean pause = entry.name().startsWith(PAUSE);
        return switch (kind) {
            case OPEN, RESUME -> entry.code().startsWith("T");
            case SUSPEND -> pause;
            case END -> entry.code().startsWith("G") && !pause;
            case CHANGE -> entry.code().startsWith("D");
            case ADJUST -> ADJUSTED.contains(entry.code());
            case MOVE -> MOVED.contains(entry.code());
        };
    }

    /** As it was called on {@code day} ({@code null} for today); the code itself when no list knows it, {@code null} for none. */
    String name(String code, LocalDate day) {
        if (code == null) {
            return null;
        }
        return (day == null ? codeLists.byCode(LIST, code) : codeLists.byCode(LIST, code, day))
                .map(Entry::name)
                .orElse(code);
    }

    /** @throws Problem INVALID when the paper or a fitting reason is missing */
    void check(Kind kind, Decision decision) {
        if (decision == null
                || kind != Kind.CHANGE
                        && (decision.number() == null || decision.number().isBlank() || decision.date() == null)) {
            throw Problem.invalid(
                    "AS-ENTITLEMENT-DECISION", "Thiếu số hoặc ngày quyết định. Vui lòng ghi theo quyết định đã ký.");
        }
        if (!fits(kind, decision)) {
            throw Problem.invalid(
                    "AS-ENTITLEMENT-REASON",
                    "Lý do «" + (decision.reason() == null ? "" : decision.reason()) + "» không dùng được cho việc «"
                            + kind.label() + "». Vui lòng chọn lý do trong danh mục lý do tăng, giảm.");
        }
    }
}
