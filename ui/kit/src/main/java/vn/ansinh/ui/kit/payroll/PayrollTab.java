package vn.ansinh.ui.kit.payroll;

import java.util.Arrays;
import vn.ansinh.api.benefit.Movement;
import vn.ansinh.api.benefit.Payrolls.LineFilter;

/** Quick filters of the page; the word is what stands in its address. */
enum PayrollTab {
    ALL("tat-ca", LineFilter.ALL),
    JOINERS("tang", null),
    LEAVERS("giam", null),
    ADJUSTED("dieu-chinh", null),
    ARREARS("truy-linh", LineFilter.ARREARS),
    /** Who gets nothing or less, and why. */
    NOTICES("can-xem", null),
    /** One line a commune, for who looks after several. */
    COMMUNES("theo-xa", null);

    private final String word;
    private final LineFilter filter;

    PayrollTab(String word, LineFilter filter) {
        this.word = word;
        this.filter = filter;
    }

    String word() {
        return word;
    }

    /** Which lines it shows; {@code null} when it shows none. */
    LineFilter filter() {
        return filter;
    }

    /** Which movements it shows; {@code null} when it shows none. */
    Movement.Kind movement() {
        return switch (this) {
            case JOINERS -> Movement.Kind.JOINER;
            case LEAVERS -> Movement.Kind.LEAVER;
            case ADJUSTED -> Movement.Kind.ADJUSTED;
            default -> null;
        };
    }

    static PayrollTab of(String word) {
        return Arrays.stream(values())
                .filter(tab -> tab.word.equals(word))
                .findFirst()
                .orElse(ALL);
    }
}
