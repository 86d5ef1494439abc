package vn.ansinh.api.document;

import java.util.List;
import java.util.Set;
import vn.ansinh.api.access.Caller;

/**
 * Says which owners of documents are still there, and whose hands they are in; published as a service by the room that owns
 * documents. Documents of owners that are gone are swept at night; those of a kind for which nobody speaks are left alone.
 */
public interface DocumentOwners {

    /** Kind of the owners it speaks for, as in {@link vn.ansinh.api.audit.Subject#kind()}. */
    String kind();

    /** Which of these are still there. Called as {@link vn.ansinh.api.access.Caller#SYSTEM}, at most 1,000 at a time. */
    Set<Long> present(Set<Long> ids);

    /**
     * Whether what is sensitive in an owner's documents is the caller's to read because they work on it now or have signed it:
     * nobody signs blindly. Asked within the caller's sight of the document; the other rights that opening needs stay as they are.
     */
    default boolean readBy(Caller caller, long id) {
        return false;
    }

    /**
     * Whether the caller may take a document of an owner away: what was signed, and what others have in their hands, stays. Asked
     * within the caller's sight of the document, after {@code document.write}.
     */
    default boolean letsGo(Caller caller, long id, long documentId) {
        return true;
    }

    /**
     * What is known of owners whose papers bear numbers, within the caller's sight: one for each number, and one without number for an
     * owner with none. At most 500 ids at a time.
     */
    default List<Numbered> numbered(Caller caller, Set<Long> ids) {
        return List.of();
    }

    /**
     * A paper with its number.
     *
     * @param id of the owner
     * @param ownerNumber how officials call the owner, for instance the case's number
     * @param personId whom it is about; 0 for nobody
     * @param personName as the caller sees it; empty for nobody
     * @param number as it stands on the paper; {@code null} while there is none
     * @param signer who signed; {@code null} where it is not known
     * @param documentId the paper itself; 0 where it is not kept
     */
    record Numbered(
            long id,
            String ownerNumber,
            long personId,
            String personName,
            String number,
            String signer,
            long documentId) {}
}
