package vn.ansinh.api.policy;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a version would mean for real people: the result of a {@link Packs#SIMULATE} job.
 *
 * @param months budget per month, in order
 * @param arrears đồng that would be paid once for months before the first
 * @param people who were computed
 * @param millis how long it took
 * @param outcomes who gains, who loses, who keeps what they have, in the last month; with the reason
 */
public record PackSimulation(
        PackVersion version, List<Month> months, long arrears, int people, long millis, List<Outcome> outcomes) {

    private static final String SEPARATOR = "|";

    public PackSimulation {
        months = List.copyOf(months);
        outcomes = List.copyOf(outcomes);
    }

    /** Budget of a month in đồng. @param now by the law in force @param with the version in force too */
    public record Month(YearMonth month, long now, long with) {}

    /** What happens to a right. */
    public enum Effect {
        GAINS("Tăng"),
        KEEPS("Không đổi"),
        LOSES("Giảm");

        private final String label;

        Effect(String label) {
            this.label = label;
        }

        /** Vietnamese word. */
        public String label() {
            return label;
        }
    }

    /**
     * People to whom the same happens for the same reason.
     *
     * @param benefit code
     * @param reason Vietnamese
     * @param people how many
     * @param monthly difference in đồng, all of them together
     */
    public record Outcome(String benefit, Effect effect, String reason, int people, long monthly) {}

    /** The job's result as text by name. */
    public Map<String, String> toResult() {
        Map<String, String> result = new LinkedHashMap<>();
        result.put("pack", version.pack());
        result.put("version", Integer.toString(version.version()));
        result.put("arrears", Long.toString(arrears));
        result.put("people", Integer.toString(people));
        result.put("millis", Long.toString(millis));
        for (Month month : months) {
            result.put("month." + month.month(), month.now() + SEPARATOR + month.with());
        }
        for (int i = 0; i < outcomes.size(); i++) {
            Outcome outcome = outcomes.get(i);
            result.put(
                    "outcome.%03d".formatted(i),
                    String.join(
                            SEPARATOR,
                            outcome.benefit(),
                            outcome.effect().name(),
                            Integer.toString(outcome.people()),
                            Long.toString(outcome.monthly()),
                            outcome.reason()));
        }
        return result;
    }

    /** Reads what {@link #toResult} wrote. @param result of a job that is DONE */
    public static PackSimulation of(Map<String, String> result) {
        List<Month> months = new ArrayList<>();
        List<Outcome> outcomes = new ArrayList<>();
        for (String name : result.keySet().stream().sorted().toList()) {
            if (name.startsWith("month.")) {
                String[] part = result.get(name).split("\\|");
                months.add(new Month(
                        YearMonth.parse(name.substring("month.".length())),
                        Long.parseLong(part[0]),
                        Long.parseLong(part[1])));
            } else if (name.startsWith("outcome.")) {
                String[] part = result.get(name).split("\\|", 5);
                outcomes.add(new Outcome(
                        part[0], Effect.valueOf(part[1]), part[4], Integer.parseInt(part[2]), Long.parseLong(part[3])));
            }
        }
        return new PackSimulation(
                new PackVersion(result.get("pack"), Integer.parseInt(result.get("version"))),
                months,
                Long.parseLong(result.get("arrears")),
                Integer.parseInt(result.get("people")),
                Long.parseLong(result.get("millis")),
                outcomes);
    }
}
