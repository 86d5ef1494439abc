package vn.ansinh.ui.shell.casework;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.audit.Subject;
import vn.ansinh.api.casework.CaseDetail;
import vn.ansinh.api.document.Documents;
import vn.ansinh.api.document.StoredDocument;
import vn.ansinh.ui.kit.component.ReceivedFile;

/** The files of a case in the document store. */
public final class CaseScans {

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

    /** Keeps a file. @param paper code of the paper that it is @throws vn.ansinh.api.problem.Problem when it is not taken */
    StoredDocument store(ReceivedFile file, String paper) {
        return store(open.services(), open.detail(), file, paper);
    }

    /**
     * Keeps a file with a case.
     *
     * @param paper code of the paper that it is, {@code null} when nobody said
     * @throws vn.ansinh.api.problem.Problem when it is not taken
     */
    public static StoredDocument store(CaseServices services, CaseDetail detail, ReceivedFile file, String paper) {
        try (file) {
            long id = services.cases().keep(detail.file().id(), paper, file.name(), Files.readAllBytes(file.path()));
            return services.documents().byId(id);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
