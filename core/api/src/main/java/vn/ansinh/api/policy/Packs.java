package vn.ansinh.api.policy;

import java.time.YearMonth;
import java.util.List;
import vn.ansinh.api.problem.Problem;

/**
 * Policy packs on their way into force and out of it. A pack that arrives, by whatever door (a bundle, a dropped file, an
 * upload), is a draft until somebody other than who brought it activates it. What bundles and dropped files bring is brought
 * by the platform, so any one person who may activate is the second. Versions are kept for ever; bundles and files may go.
 */
public interface Packs {

    /**
     * Type of the job that computes a version against real facts without writing a line. Parameters: {@code pack},
     * {@code version}, {@code unit} (0 for all that the caller may see), {@code from} and {@code to} (months, both optional:
     * the current one). Needs {@code policy.read} and {@code payroll.read} in the unit. Its result is read by
     * {@link PackSimulation#of}.
     */
    String SIMULATE = "policy.simulate";

    /** The largest file that is taken, in bytes. */
    int LARGEST = 512 * 1024;

    /** JSON Schema of packs, for editors: a resource beside this interface. */
    String SCHEMA = "policy-pack.schema.json";

    /**
     * Every version that is kept, by pack, latest version first; then the files that could not be used. Needs
     * {@code policy.read}.
     */
    List<PackState> list();

    /** One version opened up. Needs {@code policy.read}. @throws Problem NOT_FOUND */
    PackDetail detail(PackVersion version);

    /**
     * Checks a file as if it were uploaded, and keeps nothing. Needs {@code policy.propose}.
     *
     * @return REFUSED with faults, or DRAFT
     */
    PackState check(String file, String source);

    /**
     * Brings a pack as a draft in the caller's name. Needs {@code policy.propose}.
     *
     * @param file its name, for messages; not blank
     * @return the state of the version, DRAFT unless the very same was brought before; or REFUSED with everything that is
     *     wrong: then nothing was kept
     * @throws Problem TOO_LARGE above {@link #LARGEST}
     */
    PackState upload(String file, String source);

    /**
     * What changed since {@code older}. Needs {@code policy.read}.
     *
     * @param older of the same pack; {@code null} for the version that is in force, or else the one before
     * @throws Problem NOT_FOUND
     */
    PackDifference difference(PackVersion newer, PackVersion older);

    /**
     * Puts a draft into force. Needs {@code policy.activate}, and another person than who brought it.
     *
     * @throws Problem NOT_FOUND; FORBIDDEN for the person who brought it; CONFLICT when it is no draft, a later version is in
     *     force, or it does not go together with what is in force (the message says with which pack and why)
     */
    void activate(PackVersion version);

    /** Sends a draft back. Needs {@code policy.activate}. @throws Problem NOT_FOUND, CONFLICT, INVALID without a reason */
    void reject(PackVersion version, String reason);

    /**
     * Proposes that the pack in force ends. Needs {@code policy.propose}; nothing ends until somebody else confirms.
     *
     * @param lastMonth the last month it holds for
     * @throws Problem NOT_FOUND; INVALID without a reason; CONFLICT when it is not in force, an end is proposed already, or
     *     later months were closed by it (the message names the first month it may end with)
     */
    void proposeEnd(String pack, YearMonth lastMonth, String reason);

    /** Confirms the proposed end. Needs {@code policy.activate}, and another person. @throws Problem as above */
    void confirmEnd(String pack);

    /** Takes a proposed end back, by whom it was proposed or by who may activate. @throws Problem as above */
    void withdrawEnd(String pack);
}
