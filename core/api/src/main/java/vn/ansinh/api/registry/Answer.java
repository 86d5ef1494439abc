package vn.ansinh.api.registry;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a registry answered about one person.
 *
 * @param fields what differs, by Vietnamese label; empty unless it is a MISMATCH
 */
public record Answer(Outcome outcome, Map<String, Difference> fields, Instant at) {

    public Answer {
        fields = Collections.unmodifiableMap(new TreeMap<>(fields));
    }

    /** One field that differs. @param ours as we have it @param theirs as the registry has it */
    public record Difference(String ours, String theirs) {}

    /** How it ended. */
    public enum Outcome {
        MATCH("Khớp"),
        MISMATCH("Có điểm khác"),
        NOT_FOUND("Không tìm thấy"),
        DOWN("Không kết nối được");

        private final String label;

        Outcome(String label) {
            this.label = label;
        }

        /** Vietnamese words. */
        public String label() {
            return label;
        }
    }
}
