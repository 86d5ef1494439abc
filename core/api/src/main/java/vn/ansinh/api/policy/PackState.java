package vn.ansinh.api.policy;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import vn.ansinh.api.access.Caller;

/**
 * How one version of a pack stands, or a file that is none.
 *
 * @param file name of the file it came from, as people see it
 * @param pack {@code null} when the file is not even understood that far
 * @param name Vietnamese, {@code null} when not understood
 * @param program whose it is, {@code null} when not understood
 * @param amends ids of the packs it amends; empty for one that stands alone
 * @param territory codes of the units it holds in; empty for the whole country
 * @param provisional whether a value in it is neither official nor confirmed yet
 * @param proposed who brought it; {@code null} for a refused file
 * @param decided who activated or rejected it; {@code null} until somebody did
 * @param reason Vietnamese: why it was rejected, or a remark on its activation; {@code null} for none
 * @param ending the end of the pack, proposed or confirmed; {@code null} for none
 * @param faults Vietnamese, each with file, line, column and reason; empty unless refused
 */
public record PackState(
        String file,
        PackVersion pack,
        String name,
        String program,
        Stage stage,
        List<String> amends,
        List<String> territory,
        boolean provisional,
        Act proposed,
        Act decided,
        String reason,
        Ending ending,
        List<String> faults) {

    public PackState {
        amends = List.copyOf(amends);
        territory = List.copyOf(territory);
        faults = List.copyOf(faults);
    }

    /** A file that cannot be used. @param pack and the two after it {@code null} as far as it is not understood */
    public static PackState refused(String file, PackVersion pack, String name, String program, List<String> faults) {
        return new PackState(
                file, pack, name, program, Stage.REFUSED, List.of(), List.of(), false, null, null, null, null, faults);
    }

    /** Whether it is law here: activated, not replaced by a later version, and not ended before today's month. */
    public boolean inForce() {
        return stage == Stage.ACTIVE;
    }

    /** Whether {@code caller} is another person than the one who brought it; the permission is another question. */
    public boolean isOthersThan(Caller caller) {
        return proposed != null && !proposed.account().equals(caller.account());
    }

    /** Stations of a version. */
    public enum Stage {
        /** A file with faults; not kept. */
        REFUSED("Không dùng được"),
        DRAFT("Chờ kích hoạt"),
        ACTIVE("Đang áp dụng"),
        /** Was in force until a later version was activated. */
        REPLACED("Đã có bản mới"),
        REJECTED("Đã trả lại"),
        /** Its last month lies behind; what it paid stays. */
        ENDED("Đã kết thúc");

        private final String label;

        Stage(String label) {
            this.label = label;
        }

        /** Vietnamese words. */
        public String label() {
            return label;
        }
    }

    /**
     * That somebody did something.
     *
     * @param account {@code system} for the platform itself
     * @param fullName as it was then
     */
    public record Act(String account, String fullName, Instant at) {}

    /**
     * The end of a pack.
     *
     * @param lastMonth last month it holds for
     * @param reason Vietnamese, as typed
     * @param confirmed {@code null} while a second person has not confirmed it: until then nothing ends
     */
    public record Ending(YearMonth lastMonth, String reason, Act proposed, Act confirmed) {}
}
