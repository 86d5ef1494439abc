package vn.ansinh.api.document;

import vn.ansinh.api.audit.Subject;

/**
 * A file on its way in.
 *
 * @param name as the browser or the machine said it; a path before it is cut off, what is not seen is taken out
 * @param content not changed by whoever gets it
 * @param owner what it belongs to, for instance a case file; never {@code null}
 * @param unitId unit whose officials see it, as that of its owner; 0 for the whole country
 * @param program whose officials see it; {@code null} for all
 * @param paper which paper it is in its owner's list: code of a required document or of what was drafted; {@code null}
 *     when nobody said
 * @param sensitive whether it reveals health, HIV or abuse: opened only by who holds {@code fact.sensitive}
 */
public record NewDocument(
        String name, byte[] content, Subject owner, long unitId, String program, String paper, boolean sensitive) {}
