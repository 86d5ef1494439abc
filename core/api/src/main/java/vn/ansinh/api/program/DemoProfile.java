package vn.ansinh.api.program;

import java.util.List;
import vn.ansinh.api.benefit.PaymentDetails.PayeeRole;
import vn.ansinh.api.identity.Sex;

/**
 * What a program's beneficiaries typically are; an OSGi service. From it the shell command {@code ansinh:demo} invents people
 * for trying things out and for measuring. Nothing else asks for it.
 */
public interface DemoProfile {

    /** {@link Program#id()}. */
    String program();

    /** Kinds of beneficiaries; never empty. */
    List<DemoShare> shares();

    /**
     * A kind of beneficiary.
     *
     * @param weight how frequent it is, against the others' weights
     * @param category as officials write it in a list, for instance {@code BT6N}
     * @param ageFrom youngest, in completed years
     * @param ageBelow first age that is too old
     * @param sex {@code null} for both
     * @param rights what such a person gets, their own first; at least one
     * @param facts what is so about such a person
     */
    record DemoShare(
            int weight,
            String category,
            int ageFrom,
            int ageBelow,
            Sex sex,
            List<DemoRight> rights,
            List<DemoFact> facts) {

        public DemoShare {
            rights = List.copyOf(rights);
            facts = List.copyOf(facts);
        }
    }

    /**
     * A benefit of the person.
     *
     * @param benefit code
     * @param payee SELF, or CAREGIVER when it is paid to who takes care of the person
     */
    record DemoRight(String benefit, PayeeRole payee) {}

    /** A fact to invent. It holds from the day the person's right begins, or later where it came later. */
    sealed interface DemoFact {

        /** Declared key. */
        String key();

        /** Always the same value. */
        record Stated(String key, String value) implements DemoFact {}

        /** A day shortly before the decision: of a certificate. */
        record Certified(String key) implements DemoFact {}

        /**
         * One to {@code atMost} children.
         *
         * @param ageFrom of the youngest possible, in completed years
         * @param ageBelow first age that is too old
         */
        record Children(String key, int ageFrom, int ageBelow, int atMost) implements DemoFact {}
    }
}
