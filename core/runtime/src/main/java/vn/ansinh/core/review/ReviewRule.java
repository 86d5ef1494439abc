package vn.ansinh.core.review;

import java.util.List;
import vn.ansinh.api.review.ReviewKind;

/**
 * A kind as its file declares it.
 *
 * @param kind with the words for who may know everything
 * @param neutral what it is called before who may not know of sensitive facts; {@code null} where nobody needs to be spared
 * @param benefits codes of the benefits in question, empty for all of the program
 * @param who of whom it is asked
 * @param months ages in months, or how long something has lasted: one number then
 * @param facts fact keys in question, empty where none is
 */
record ReviewRule(
        ReviewKind kind,
        String neutral,
        Look look,
        Who who,
        List<String> benefits,
        List<Integer> months,
        List<String> facts) {

    ReviewRule {
        benefits = List.copyOf(benefits);
        months = List.copyOf(months);
        facts = List.copyOf(facts);
    }

    /** What is looked at. */
    enum Look {
        /** {@code tuoi}: the person reaches an age. */
        AGE,
        /** {@code tuoi-cua-con}: somebody named in a fact of theirs reaches an age. */
        CHILD_AGE,
        /** {@code het-han}: a fact ends and nothing follows it. */
        EXPIRY,
        /** {@code keo-dai}: a fact has held for some months. */
        LASTING,
        /** {@code khong-nhan}: the money of some months in a row was not collected. */
        NOT_COLLECTED,
        /** {@code da-chet}: the registry knows of a death, the right runs on. */
        DECEASED
    }

    /** Of whom. */
    enum Who {
        /** {@code dang-huong}: who holds one of the benefits. */
        HOLDING,
        /** {@code chua-huong}: who holds no benefit of the program. */
        WITHOUT,
        /** {@code tat-ca}: whoever the fact is about. */
        ALL
    }

    /** As who lacks {@code fact.sensitive} may see it. */
    ReviewKind discreet() {
        return neutral == null
                ? kind
                : new ReviewKind(kind.program(), kind.code(), neutral, "", kind.proposal(), null, true);
    }
}
