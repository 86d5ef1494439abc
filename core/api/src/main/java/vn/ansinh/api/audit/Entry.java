package vn.ansinh.api.audit;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

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
