package vn.ansinh.core.casework;

import vn.ansinh.api.casework.Procedure;
import vn.ansinh.api.casework.Procedure.RequiredPaper;
import vn.ansinh.api.fact.FactKey;
import vn.ansinh.api.policy.Benefit;

/** Which papers and questions reveal health, HIV or abuse by their mere names. */
final class Secrets {

    private final CaseDesk desk;

    Secrets(CaseDesk desk) {
        this.desk = desk;
    }

    /** Of a fact; one that nobody declares at this moment, because its program is away, may reveal anything. */
    boolean ofKey(String key) {
        return desk.facts().key(key).map(FactKey::sensitive).orElse(true);
    }

    /** Of a paper that is sensitive itself, or needed for what is; one that others bring for another benefit, too, tells nothing. */
    boolean of(RequiredPaper paper) {
        return paper.sensitive()
                || paper.when() != null
                        && (ofKey(paper.when().key())
                                || paper.when().values().stream().anyMatch(this::ofBenefit))
                || !paper.benefits().isEmpty() && paper.benefits().stream().allMatch(this::ofBenefit);
    }

    /** Of a paper or a fact, by its code. */
    boolean of(Procedure procedure, String code) {
        return asked(procedure, code) && ofKey(code)
                || procedure.papers().stream()
                        .filter(paper -> paper.code().equals(code))
                        .anyMatch(this::of);
    }

    private static boolean asked(Procedure procedure, String code) {
        return procedure.questions().stream()
                .anyMatch(question -> question.key().equals(code));
    }

    private boolean ofBenefit(String value) {
        return desk.policies().benefit(value).map(Benefit::sensitive).orElse(false);
    }
}
