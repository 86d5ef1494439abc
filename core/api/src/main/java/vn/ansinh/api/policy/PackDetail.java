package vn.ansinh.api.policy;

import java.math.BigDecimal;
import java.util.List;

/**
 * One version of a pack opened up: what is written and what it means.
 *
 * @param source the YAML as it was brought
 * @param timelines what it says in time; of values that it amends also what was there before
 * @param examples its own worked examples, computed
 * @param benefits what it defines, in its order
 * @param history what was done to this version and to its pack, oldest first
 */
public record PackDetail(
        PackState state,
        String source,
        List<Timeline> timelines,
        List<Example> examples,
        List<Benefit> benefits,
        List<Event> history) {

    public PackDetail {
        timelines = List.copyOf(timelines);
        examples = List.copyOf(examples);
        benefits = List.copyOf(benefits);
        history = List.copyOf(history);
    }

    /**
     * A parameter or a rate in time.
     *
     * @param code as in the pack, for instance {@code muc-chuan}
     * @param name Vietnamese
     * @param base whether it is a parameter that rates are multiplied with, rather than one rate's own value
     * @param values in the order of their months
     */
    public record Timeline(String code, String name, boolean base, List<Value> values) {
        public Timeline {
            values = List.copyOf(values);
        }
    }

    /**
     * A value of law.
     *
     * @param cited with months, clause and whether it is provisional
     * @param number đồng or coefficient
     * @param written as an official reads it: {@code 540.000 đồng}, {@code 1,5}
     * @param own whether this version brings it, rather than a pack it amends
     * @param gazetteReference where an official read a provisional value; {@code null} until then
     */
    public record Value(Citation cited, BigDecimal number, String written, boolean own, String gazetteReference) {}

    /**
     * A worked example for one month and benefit.
     *
     * @param name Vietnamese
     * @param month {@code 2026-11} as text {@code 11/2026}
     * @param expected đồng
     * @param computed đồng
     */
    public record Example(String name, String month, String benefit, long expected, long computed) {

        /** Whether it came true. */
        public boolean passed() {
            return expected == computed;
        }
    }

    /**
     * Something that was done.
     *
     * @param what Vietnamese, for instance {@code Kích hoạt}
     * @param remark Vietnamese, {@code null} for none
     */
    public record Event(int version, String what, PackState.Act by, String remark) {}
}
