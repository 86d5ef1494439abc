package vn.ansinh.core.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import vn.ansinh.core.extender.Place;

/**
 * What must be so on a day: comparisons over facts, joined by all, any, not. Unknown is not so: what a decision has
 * established and nobody disproved is written as the negation of its opposite.
 */
sealed interface Condition {

    Condition ALWAYS = new All(List.of());

    boolean holds(FactView facts, LocalDate day);

    /** Tells every comparison in it. */
    void forEachLeaf(Consumer<Leaf> visitor);

    /** Tells the comparisons that keep it from holding. */
    void forEachObstacle(FactView facts, LocalDate day, Consumer<Leaf> visitor);

    /** A comparison over one key. */
    sealed interface Leaf extends Condition permits Compare, Range, Count {

        String key();

        Place place();

        @Override
        default void forEachLeaf(Consumer<Leaf> visitor) {
            visitor.accept(this);
        }

        @Override
        default void forEachObstacle(FactView facts, LocalDate day, Consumer<Leaf> visitor) {
            if (!holds(facts, day)) {
                visitor.accept(this);
            }
        }
    }

    /** The fact has one of the values. */
    record Compare(String key, List<String> values, Place place) implements Leaf {

        public Compare {
            values = List.copyOf(values);
        }

        @Override
        public boolean holds(FactView facts, LocalDate day) {
            return facts.any(key, day, values::contains);
        }

        /** The place does not tell two comparisons apart. */
        @Override
        public boolean equals(Object other) {
            return other instanceof Compare that && key.equals(that.key) && values.equals(that.values);
        }

        @Override
        public int hashCode() {
            return key.hashCode() * 31 + values.hashCode();
        }
    }

    /** The fact is a number, at least {@code from} and less than {@code below}. */
    record Range(String key, long from, long below, Place place) implements Leaf {
        @Override
        public boolean holds(FactView facts, LocalDate day) {
            return facts.any(key, day, value -> {
                long number = Long.parseLong(value);
                return number >= from && number < below;
            });
        }
    }

    /** At least so many dated facts (children) of the ages. */
    record Count(Counted counted, int atLeast, Place place) implements Leaf {
        @Override
        public String key() {
            return counted.key();
        }

        @Override
        public boolean holds(FactView facts, LocalDate day) {
            return counted.in(facts, day) >= atLeast;
        }
    }

    /** All of them; none means always. */
    record All(List<Condition> parts) implements Condition {

        public All {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean holds(FactView facts, LocalDate day) {
            for (Condition part : parts) {
                if (!part.holds(facts, day)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public void forEachLeaf(Consumer<Leaf> visitor) {
            parts.forEach(part -> part.forEachLeaf(visitor));
        }

        @Override
        public void forEachObstacle(FactView facts, LocalDate day, Consumer<Leaf> visitor) {
            parts.forEach(part -> part.forEachObstacle(facts, day, visitor));
        }
    }

    /** At least one of them. */
    record Any(List<Condition> parts) implements Condition {

        public Any {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean holds(FactView facts, LocalDate day) {
            for (Condition part : parts) {
                if (part.holds(facts, day)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public void forEachLeaf(Consumer<Leaf> visitor) {
            parts.forEach(part -> part.forEachLeaf(visitor));
        }

        @Override
        public void forEachObstacle(FactView facts, LocalDate day, Consumer<Leaf> visitor) {
            if (!holds(facts, day)) {
                parts.forEach(part -> part.forEachObstacle(facts, day, visitor));
            }
        }
    }

    /** Not so, or not known to be so. */
    record Not(Condition part) implements Condition {
        @Override
        public boolean holds(FactView facts, LocalDate day) {
            return !part.holds(facts, day);
        }

        @Override
        public void forEachLeaf(Consumer<Leaf> visitor) {
            part.forEachLeaf(visitor);
        }

        @Override
        public void forEachObstacle(FactView facts, LocalDate day, Consumer<Leaf> visitor) {
            if (!holds(facts, day)) {
                List<Leaf> leaves = new ArrayList<>();
                part.forEachLeaf(leaves::add);
                List<Leaf> so =
                        leaves.stream().filter(leaf -> leaf.holds(facts, day)).toList();
                // of several that would each forbid it, only what is so
                (so.isEmpty() ? leaves : so).forEach(visitor);
            }
        }
    }
}
