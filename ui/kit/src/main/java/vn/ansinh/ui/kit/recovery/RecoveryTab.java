package vn.ansinh.ui.kit.recovery;

import java.util.Arrays;
import vn.ansinh.api.benefit.Receivable;

/** Parts of the page; the word is what stands in its address. */
enum RecoveryTab {
    /** What closings found and nobody has decided. */
    PROPOSED("de-nghi", Receivable.State.PROPOSED),
    /** Papers, with what came in. */
    DECISIONS("quyet-dinh", null),
    /** What was given up. */
    WAIVED("khong-truy-thu", Receivable.State.WAIVED),
    /** What was not collected and need not be. */
    CANCELLED("huy-chi", null);

    private final String word;
    private final Receivable.State state;

    RecoveryTab(String word, Receivable.State state) {
        this.word = word;
        this.state = state;
    }

    String word() {
        return word;
    }

    /** Which receivables it shows; {@code null} when it shows something else. */
    Receivable.State state() {
        return state;
    }

    static RecoveryTab of(String word) {
        return Arrays.stream(values())
                .filter(tab -> tab.word.equals(word))
                .findFirst()
                .orElse(PROPOSED);
    }
}
