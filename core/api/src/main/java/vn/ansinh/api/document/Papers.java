package vn.ansinh.api.document;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import vn.ansinh.api.problem.Problem;

/**
 * Drafts papers from templates and keeps the templates. The platform's own are always there; a unit may put a Word file of its own in
 * the place of one, for itself and all units below it, in versions that are kept.
 */
public interface Papers {

    /**
     * Drafts a paper, as Word and as PDF. Prints the fields given and those of the head, and nothing else.
     *
     * @param code of the paper, for instance {@code giay-tiep-nhan}
     * @param fields values by name: text ({@code null} for blank), or for what repeats a list of maps; what the paper does not name is
     *     not printed, so one map serves many papers
     * @throws Problem INVALID for an unknown paper, or a field that it must have and is missing
     */
    Drafted draft(String code, PaperHead head, Map<String, ?> fields);

    /** All papers, in the order of their names. */
    List<Paper> list();

    /** What holds for a unit, its own or from above; its versions, the latest first. Needs {@code document.read}. */
    List<Template> templates(String code, long unitId);

    /** The Word file that holds for a unit now, to be changed and brought back. Needs {@code document.read}. */
    byte[] template(String code, long unitId);

    /**
     * Puts a Word file in the place of the template, for a unit and all below it. Needs {@code document.template} over the unit.
     *
     * @param why kept beside it
     * @throws Problem INVALID for a file with macros, links to elsewhere or things inside, with fields that the paper has not, or
     *     without those it must have; the message names them
     */
    Template replace(String code, long unitId, byte[] docx, String why);

    /** Takes the unit's own template out of use: what stands above it holds again. Needs {@code document.template}. */
    void withdraw(String code, long unitId, String why);

    /** A paper in two forms that say the same. */
    record Drafted(byte[] docx, byte[] pdf) {}

    /**
     * A paper that can be drafted.
     *
     * @param code stable, lower case without diacritics
     * @param name Vietnamese
     * @param numbered kind of the register that its number comes from; {@code null} for a paper without number
     */
    record Paper(String code, String name, String numbered, List<Field> fields) {
        public Paper {
            fields = List.copyOf(fields);
        }
    }

    /**
     * What a paper's template may name.
     *
     * @param name as in the template; a column of what repeats is {@code <list>.<column>}
     * @param meaning Vietnamese
     * @param required whether a template must show it and a draft must have it
     * @param repeated whether it is a column of what repeats
     */
    record Field(String name, String meaning, boolean required, boolean repeated) {}

    /**
     * A version of a template.
     *
     * @param unitId whose it is; 0 for the platform's own
     * @param version counted from 1 for each unit; 0 for the platform's own
     * @param current whether it holds for the unit that was asked about
     * @param by account; {@code null} for the platform's own
     */
    record Template(String code, long unitId, int version, boolean current, String by, Instant at, String why) {}
}
