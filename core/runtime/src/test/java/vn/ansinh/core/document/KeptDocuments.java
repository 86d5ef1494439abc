package vn.ansinh.core.document;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.document.DocumentOwners;
import vn.ansinh.api.document.DocumentSigner;
import vn.ansinh.api.document.Documents;
import vn.ansinh.api.transaction.Transactions;

/** Documents without a scanner, for tests of other rooms. */
public final class KeptDocuments {

    private KeptDocuments() {}

    /** @param signers those that are installed */
    public static Documents of(
            Transactions scoped, Transactions everywhere, Access access, List<DocumentSigner> signers, Clock clock) {
        return of(scoped, everywhere, access, signers, List.of(), clock);
    }

    /** @param owners whose documents they are */
    public static Documents of(
            Transactions scoped,
            Transactions everywhere,
            Access access,
            List<DocumentSigner> signers,
            List<DocumentOwners> owners,
            Clock clock) {
        DocumentSettings settings = DocumentSettings.of(DocumentSettings.FILE.read(Map.of()));
        return new StoredDocuments(
                scoped,
                everywhere,
                access,
                settings,
                new Scanning(settings, List.of()),
                signers,
                owners,
                Audit.NONE,
                clock);
    }
}
