package vn.ansinh.api.unit;

import java.util.List;
import vn.ansinh.api.problem.Problem;

/**
 * Resolutions on administrative units that come after what this release carries, each a YAML file: who may propose brings
 * it, sees whom it touches, and somebody else activates it. From then on its units exist beside those of the release, and
 * {@link Transitions} moves what they hold.
 */
public interface Resolutions {

    /** Largest file, in characters. */
    int LARGEST = 500_000;

    /** Reads a file without keeping it: what it says and what is wrong in it. Needs {@code unit.propose}. */
    ResolutionState check(String file, String source);

    /** Keeps a file without faults as a proposal; the same text again is the same proposal. Needs {@code unit.propose}. */
    ResolutionState propose(String file, String source);

    /** All of them, latest first. Needs {@code unit.read}. */
    List<ResolutionState> list();

    /** One of them. @throws Problem NOT_FOUND */
    ResolutionState byId(long id);

    /**
     * Whom it touches: what each unit that ends holds at this moment. Needs {@code unit.read}, and {@code unit.propose} or
     * {@code unit.activate}.
     *
     * @throws Problem NOT_FOUND
     */
    List<Touched> preview(long id);

    /**
     * Puts it into force. Needs {@code unit.activate} for the whole country or the province it speaks of, and another person
     * than who proposed it.
     *
     * @throws Problem CONFLICT when it was decided already, or no longer fits the units as they are
     */
    void activate(long id);

    /** Refuses it for good. Needs {@code unit.activate}. */
    void reject(long id, String reason);

    /**
     * A unit that would end.
     *
     * @param into names of the units on its land
     * @param whole whether it goes into one of them whole
     */
    record Touched(
            AdministrativeUnit unit, List<String> into, boolean whole, long people, long entitlements, long accounts) {}
}
