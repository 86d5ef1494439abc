package vn.ansinh.ui.shell.casework;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.audit.Subject;
import vn.ansinh.api.document.Documents;
import vn.ansinh.api.document.StoredDocument;
import vn.ansinh.ui.kit.component.ReceivedFile;

/** The files of a case in the document store. */
final class CaseScans {

    /** Kind of the owner that a case is to its documents. */
    static final String OWNER = "case";

    private final OpenCase open;
    private final Documents documents;

    CaseScans(OpenCase open) {
        this.open = open;
        documents = open.services().documents();
    }

    /** Ends of the file names that are taken. */
    static String[] kinds() {
        return Documents.FILE_KINDS.toArray(String[]::new);
    }

    /** Whether the account may bring files at all. */
    boolean taken() {
        return open.services().access().require().may(Permissions.DOCUMENT_WRITE);
    }

    long largest() {
        return documents.largest();
    }

    /** What is kept, by id; empty for who may not read documents. */
    Map<Long, StoredDocument> all() {
        if (!open.services().access().require().may(Permissions.DOCUMENT_READ)) {
            return Map.of();
        }
        return documents.of(new Subject(OWNER, open.file().id())).stream()
                .collect(Collectors.toMap(StoredDocument::id, Function.identity()));
    }

    /**
     * Keeps a file that goes with an act to come, and so is not yet put to the case.
     *
     * @param paper code of the paper that it is
     * @throws vn.ansinh.api.problem.Problem when it is not taken
     */
    StoredDocument keep(ReceivedFile file, String paper) {
        try (file) {
            return documents.byId(open.services().cases().keep(open.file().id(), paper, file.name(), file.bytes()));
        }
    }
}
