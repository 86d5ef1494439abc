package vn.ansinh.api.document;

import java.util.Set;
import vn.ansinh.api.access.Caller;

/**
 * Says which owners of documents are still there, and whose hands they are in; published as a service by the room that owns documents. Documents of owners that
 * are gone are swept at night; those of a kind for which nobody speaks are left alone.
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
}
