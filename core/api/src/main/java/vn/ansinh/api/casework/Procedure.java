package vn.ansinh.api.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A version of a procedure (thủ tục hành chính). It never changes: another text of law is another version, and a case goes on under
 * the one it began with.
 *
 * @param id begins with the program's id: {@code btxh.tro-cap-hang-thang}
 * @param version short, unique for the procedure: {@code 2021}
 * @param program whose it is
 * @param code national code of the procedure
 * @param basis law it rests on, in short, for officials and citizens
 * @param citations what its decisions cite (căn cứ ban hành), each a line as printed; empty when nobody has written them
 * @param from first day on which an application that is received runs under it
 * @param to day after the last, {@code null} while it lasts
 * @param effect what the decision does
 * @param guidance what an official tells a citizen (hướng dẫn): paragraphs
 * @param applicants who may file, in words
 * @param papers what is to be brought
 * @param questions facts asked for, in the form's order; whatever the registry or the facts know already is filled in
 * @param benefits codes of the benefits it is about; empty for all of the program
 * @param steps in order; begins with a {@link Step.Kind#RECEPTION}, has one {@link Step.Kind#DECISION} or more
 * @param notes what is not certain about it, each a sentence in Vietnamese; shown wherever its terms are
 */
public record Procedure(
        String id,
        String version,
        String program,
        String name,
        NationalCode code,
        String basis,
        List<String> citations,
        LocalDate from,
        LocalDate to,
        Effect effect,
        List<String> guidance,
        List<String> applicants,
        List<RequiredPaper> papers,
        List<FactQuestion> questions,
        List<String> benefits,
        List<Step> steps,
        List<String> notes) {

    /** What a decision does. */
    public enum Effect {
        /** Opens a monthly right. */
        OPEN,
        /** Records changed facts; what the right is worth follows from them. */
        ADJUST,
        /** Ends rights. */
        END,
        /** Another commune of the same province pays. */
        MOVE,
        /** The right ends here; the file goes on where the person moves to, and it is opened there. */
        MOVE_OUT,
        /** Pays once, for instance towards a funeral. */
        ONCE
    }

    /**
     * Code in the national database of procedures.
     *
     * @param value blank when it is not known
     * @param certainty how well it is known
     */
    public record NationalCode(String value, Certainty certainty) {}

    /** Where a code or a number comes from. */
    public enum Certainty {
        /** Read in the text itself. */
        TEXT,
        /** Seen in public data. */
        PUBLIC_DATA,
        /** From memory; to be compared. */
        MEMORY,
        UNKNOWN
    }

    /**
     * A paper that an application needs.
     *
     * @param code unique in its procedure: {@code to-khai}
     * @param shown whether it is only shown, not handed in
     * @param required whether an application without it is not complete
     * @param when fact key and value on which it is needed, {@code null} always: a certificate only of whom it concerns
     * @param benefits needed by who applies for one of these only; empty for all
     * @param sensitive whether to have handed it in reveals health, HIV or abuse, whatever is applied for
     */
    public record RequiredPaper(
            String code,
            String name,
            boolean shown,
            boolean required,
            When when,
            List<String> benefits,
            boolean sensitive) {

        public RequiredPaper {
            benefits = List.copyOf(benefits);
        }

        /**
         * Whether an application calls for it.
         *
         * @param benefit code of what is applied for, {@code null} while it is not settled: what only some benefits need is not
         *     called for then
         * @param answers values by fact key
         */
        public boolean concerns(String benefit, Map<String, List<String>> answers) {
            return ofBenefit(benefit) && (when == null || when.holds(answers.getOrDefault(when.key(), List.of())));
        }

        private boolean ofBenefit(String benefit) {
            return benefits.isEmpty() || benefit != null && benefits.contains(benefit);
        }
    }

    /** @param key fact key @param values any of which calls for it; empty for any value */
    public record When(String key, List<String> values) {
        public When {
            values = List.copyOf(values);
        }

        private boolean holds(List<String> told) {
            return values.isEmpty() ? !told.isEmpty() : told.stream().anyMatch(values::contains);
        }
    }

    /**
     * A fact that the application tells.
     *
     * @param key of a declared fact
     * @param required whether an application without it is not complete
     * @param benefits only asked for these benefits; empty for all
     */
    public record FactQuestion(String key, boolean required, List<String> benefits) {
        public FactQuestion {
            benefits = List.copyOf(benefits);
        }
    }

    public Procedure {
        citations = List.copyOf(citations);
        guidance = List.copyOf(guidance);
        applicants = List.copyOf(applicants);
        papers = List.copyOf(papers);
        questions = List.copyOf(questions);
        benefits = List.copyOf(benefits);
        steps = List.copyOf(steps);
        notes = List.copyOf(notes);
    }

    /** A step by its code. */
    public Optional<Step> step(String stepCode) {
        return steps.stream().filter(step -> step.code().equals(stepCode)).findFirst();
    }

    /** Whether an application received on {@code day} runs under this version. */
    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || day.isBefore(to));
    }
}
