package vn.ansinh.api.codelist;

import java.time.Instant;
import java.util.List;

/**
 * Changes of one list that are decided together: one from the form, many from a file, or what a bundle brought.
 *
 * @param listName the list in Vietnamese
 * @param unitId province whose own entries are changed, 0 for the whole country's
 * @param file name of the file, or the bundle; {@code null} for one made by hand
 * @param why the reason given; may be blank
 * @param proposedBy account
 * @param proposedName name of the person behind it
 * @param decidedBy account that approved, rejected or withdrew it; {@code null} while it waits
 * @param reason why it was rejected; {@code null} otherwise
 * @param count how many changes it holds
 * @param items the changes; in a list of proposals only the first
 */
public record CodeProposal(
        long id,
        String list,
        String listName,
        long unitId,
        Source source,
        String file,
        String why,
        State state,
        String proposedBy,
        String proposedName,
        Instant proposedAt,
        String decidedBy,
        String decidedName,
        Instant decidedAt,
        String reason,
        int count,
        List<Item> items) {

    public CodeProposal {
        items = List.copyOf(items);
    }

    /** One change. @param before {@code null} for what is new */
    public record Item(CodeDraft.Kind kind, String code, CodeValues before, CodeValues after) {}

    /** By which door changes came. */
    public enum Source {
        FORM,
        FILE,
        BUNDLE
    }

    /** How far they are. */
    public enum State {
        WAITING("Chờ duyệt"),
        APPROVED("Đã duyệt"),
        REJECTED("Từ chối"),
        WITHDRAWN("Đã rút");

        private final String label;

        State(String label) {
            this.label = label;
        }

        /** The Vietnamese words. */
        public String label() {
            return label;
        }
    }
}
