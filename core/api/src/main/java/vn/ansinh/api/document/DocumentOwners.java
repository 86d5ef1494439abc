package vn.ansinh.api.document;

import java.util.Set;

/**
 * Says which owners of documents are still there; published as a service by the room that owns documents. Documents of owners that
 * are gone are swept at night; those of a kind for which nobody speaks are left alone.
 */
public interface DocumentOwners {

    /** Kind of the owners it speaks for, as in {@link vn.ansinh.api.audit.Subject#kind()}. */
    String kind();

    /** Which of these are still there. Called as {@link vn.ansinh.api.access.Caller#SYSTEM}, at most 1,000 at a time. */
    Set<Long> present(Set<Long> ids);
}
