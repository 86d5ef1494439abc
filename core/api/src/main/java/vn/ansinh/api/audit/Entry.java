package vn.ansinh.api.audit;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One row of the audit: who, when, from where, what, why.
 *
 * @param id grows with time, roughly
 * @param account who acted
 * @param fullName name of the person behind the account at that time
 * @param address where from; {@code null} when it is not known
 * @param channel by which door, in Vietnamese words; blank when it is not known
 * @param requestId finds the request in the logs; {@code null} when there was none
 * @param subject of whom or what; its id is 0 for a list, an export or a change of many at once
 * @param subjectName the name of the person it speaks of; {@code null} for other things, and for who is out of the reader's reach
 * @param count how many were shown or changed
 * @param action what a change did, for instance {@code person.change}; blank for reads
 * @param actionName the action in Vietnamese words
 * @param before what differs, as it was; by the field's Vietnamese name
 * @param after what differs, as it became; by the field's Vietnamese name
 * @param query what a list or an export was asked for; {@code null} otherwise
 * @param file name of an exported file; {@code null} otherwise
 * @param why the reason given, or the page it was read for; may be {@code null}
 */
public record Entry(
        long id,
        Instant at,
        String account,
        String fullName,
        String address,
        String channel,
        String requestId,
        Act act,
        Subject subject,
        String subjectName,
        int count,
        String action,
        String actionName,
        Map<String, String> before,
        Map<String, String> after,
        String query,
        String file,
        String why) {

    public Entry {
        before = Collections.unmodifiableMap(new TreeMap<>(before));
        after = Collections.unmodifiableMap(new TreeMap<>(after));
    }

    /** What was done, in Vietnamese words: the action of a change, else the act. */
    public String what() {
        return action.isEmpty() ? act.label() : actionName;
    }

    /** Each field that differs, by its name: as it was and as it became. */
    public List<Difference> differences() {
        TreeSet<String> fields = new TreeSet<>(before.keySet());
        fields.addAll(after.keySet());
        return fields.stream()
                .map(field -> new Difference(field, before.get(field), after.get(field)))
                .toList();
    }

    /**
     * A field that differs.
     *
     * @param field its Vietnamese name
     * @param before {@code null} when it had no value
     * @param after {@code null} when it has none any more
     */
    public record Difference(String field, String before, String after) {

        /** On one line: {@code địa chỉ: Thôn 1 → Thôn 2}. */
        public String text() {
            if (before == null) {
                return field + ": " + after;
            }
            return field + ": " + before + " → " + (after == null ? "(bỏ)" : after);
        }
    }

    /** What was done. */
    public enum Act {
        READ("Xem hồ sơ"),
        LIST("Xem danh sách"),
        EXPORT("Xuất tệp"),
        CHANGE("Thay đổi");

        private final String label;

        Act(String label) {
            this.label = label;
        }

        /** The Vietnamese words. */
        public String label() {
            return label;
        }
    }
}
