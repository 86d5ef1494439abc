package vn.ansinh.core.document;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.audit.Subject;
import vn.ansinh.api.document.DocumentOwners;
import vn.ansinh.api.document.DocumentSigner;
import vn.ansinh.api.document.Documents;
import vn.ansinh.api.document.NewDocument;
import vn.ansinh.api.document.StoredDocument;
import vn.ansinh.api.document.StoredDocument.Signature;
import vn.ansinh.api.document.StoredDocument.State;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.api.transaction.Transactions;

/** {@link Documents} on tables {@code ansinh.document} and {@code ansinh.document_content}. */
public final class StoredDocuments implements Documents {

    private static final Logger LOG = LoggerFactory.getLogger(StoredDocuments.class);

    private static final String UNNAMED = "Tài liệu bảo mật";

    private final Transactions transactions;
    private final Transactions everywhere;
    private final Access access;
    private final DocumentSettings settings;
    private final Scanning scanning;
    private final List<DocumentSigner> signers;
    private final List<DocumentOwners> owners;
    private final Audit audit;
    private final Clock clock;

    /**
     * @param everywhere contents are shared by units that do not see each other's
     * @param signers a list that changes while signers come and go
     * @param owners a list that changes while rooms come and go
     */
    public StoredDocuments(
            Transactions transactions,
            Transactions everywhere,
            Access access,
            DocumentSettings settings,
            Scanning scanning,
            List<DocumentSigner> signers,
            List<DocumentOwners> owners,
            Audit audit,
            Clock clock) {
        this.transactions = transactions;
        this.everywhere = everywhere;
        this.access = access;
        this.settings = settings;
        this.scanning = scanning;
        this.signers = signers;
        this.owners = owners;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public long largest() {
        return settings.largest();
    }

    @Override
    public StoredDocument store(NewDocument document) {
        return store(document, null);
    }

    private StoredDocument store(NewDocument document, Signature signature) {
        Caller caller = writer(document.unitId(), document.program());
        String name = FileKind.cleanName(document.name());
        FileKind kind = FileKind.of(name, document.content(), settings.largest());
        Scanning.Result scanned = scanning.scan(document.content());
        if (scanned.state() == State.INFECTED) {
            throw infected(caller, document, name, scanned.infection());
        }
        String sha256 = sha256(document.content());
        return everywhere.call(connection -> {
            DocumentRows rows = new DocumentRows(connection);
            Instant now = clock.instant();
            if (rows.hold(sha256, document.content(), scanned, now) == State.INFECTED) {
                throw infected(caller, document, name, "đã biết từ trước");
            }
            long id = rows.insert(document, name, kind, sha256, signature, caller.account(), now);
            StoredDocument stored = rows.byId(id).orElseThrow();
            audit.changed(
                    new Subject(KIND, id),
                    signature == null ? "document.add" : "document.sign",
                    Map.of(),
                    fields(stored),
                    null);
            return stored;
        });
    }

    private Caller writer(long unitId, String program) {
        Caller caller = access.require(Permissions.DOCUMENT_WRITE, unitId);
        if (program != null) {
            caller.requireProgram(program);
        }
        return caller;
    }

    /** Told also when everything around it is rolled back, so on a thread that has no transaction. */
    private Problem infected(Caller caller, NewDocument document, String name, String infection) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("file", document.sensitive() ? unnamed(name) : name);
        fields.put("infection", infection);
        fields.put("owner", document.owner().kind() + " " + document.owner().id());
        Thread telling = new Thread(
                () -> {
                    try (Access.Binding ignored = access.bind(caller)) {
                        audit.changed(new Subject(KIND, 0), "document.infected", Map.of(), fields, null);
                    } catch (RuntimeException e) {
                        LOG.error("An infected file was refused, and the audit could not be told", e);
                    }
                },
                "ansinh-document-refusal");
        telling.start();
        try {
            telling.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Problem.invalid(
                "AS-FILE-INFECTED",
                "Tệp «" + name + "» nhiễm mã độc (" + infection
                        + ") nên không được nhận. Hãy xóa tệp, quét máy đã gửi tệp" + " và báo người quản trị.");
    }

    @Override
    public StoredDocument byId(long id) {
        Caller caller = access.require(Permissions.DOCUMENT_READ);
        return transactions.call(connection -> {
            StoredDocument document = new DocumentRows(connection).byId(id).orElseThrow(StoredDocuments::unknown);
            return document.sensitive() && !mayReadSecret(caller, document.owner()) ? discreet(document) : document;
        });
    }

    /** What somebody is told of a document that reveals something: that it is there. Its name says as much as its content. */
    private static StoredDocument discreet(StoredDocument document) {
        return new StoredDocument(
                document.id(),
                unnamed(document.name()),
                document.mediaType(),
                document.size(),
                "",
                document.owner(),
                document.unitId(),
                document.program(),
                null,
                true,
                document.state(),
                document.addedBy(),
                document.addedAt(),
                document.signature(),
                document.removedWhy() == null ? null : UNNAMED);
    }

    private static String unnamed(String name) {
        int end = name.lastIndexOf('.');
        return end < 0 ? UNNAMED : UNNAMED + name.substring(end);
    }

    private static Problem unknown() {
        return Problem.notFound(
                "AS-DOCUMENT-UNKNOWN", "Không có tài liệu này, hoặc tài liệu thuộc đơn vị khác. Hãy mở lại hồ sơ.");
    }

    @Override
    public List<StoredDocument> of(Subject owner) {
        Caller caller = access.require(Permissions.DOCUMENT_READ);
        return transactions.call(connection -> {
            List<StoredDocument> documents = new DocumentRows(connection).of(owner);
            boolean whole = documents.stream().noneMatch(StoredDocument::sensitive) || mayReadSecret(caller, owner);
            return whole
                    ? documents
                    : documents.stream()
                            .map(document -> document.sensitive() ? discreet(document) : document)
                            .toList();
        });
    }

    @Override
    public Content open(long id) {
        Caller caller = access.require(Permissions.DOCUMENT_READ);
        return transactions.call(connection -> {
            DocumentRows rows = new DocumentRows(connection);
            StoredDocument document = rows.byId(id).orElseThrow(StoredDocuments::unknown);
            if (document.sensitive() && !mayReadSecret(caller, document.owner())) {
                throw Problem.forbidden(
                        "AS-DOCUMENT-SENSITIVE",
                        "Tài liệu này có thông tin nhạy cảm; tài khoản của bạn không được giao xem loại thông tin này.");
            }
            if (!document.state().isOpen()) {
                throw closed(document);
            }
            byte[] content = rows.content(document.sha256()).orElseThrow(() -> gone(document));
            audit.read(new Subject(KIND, id), said(document));
            return new Content(document, content);
        });
    }

    /** Who may read all that is sensitive, or works on what this belongs to. */
    private boolean mayReadSecret(Caller caller, Subject owner) {
        return caller.may(Permissions.FACT_SENSITIVE)
                || owners.stream()
                        .anyMatch(each -> each.kind().equals(owner.kind()) && each.readBy(caller, owner.id()));
    }

    /** What for, as the audit keeps it; who reads the audit need not know what is sensitive. */
    private static String said(StoredDocument document) {
        return (document.sensitive() ? "Mở tài liệu nhạy cảm" : "Mở tài liệu «" + document.name() + "»") + " của "
                + document.owner().kind() + " " + document.owner().id();
    }

    private static Problem closed(StoredDocument document) {
        return document.state() == State.INFECTED
                ? Problem.conflict(
                        "AS-DOCUMENT-INFECTED",
                        "Tài liệu «" + document.name()
                                + "» nhiễm mã độc nên đã bị hủy nội dung. Hãy đề nghị người nộp gửi" + " lại bản khác.")
                : Problem.conflict(
                        "AS-DOCUMENT-QUARANTINED",
                        "Tài liệu «" + document.name()
                                + "» đang chờ quét mã độc nên chưa mở được. Hệ thống quét lại vài"
                                + " phút một lần; nếu chờ lâu, hãy báo người quản trị.");
    }

    private static Problem gone(StoredDocument document) {
        return Problem.notFound("AS-DOCUMENT-REMOVED", "Tài liệu «" + document.name() + "» đã được gỡ bỏ.");
    }

    @Override
    public void remove(long id, String why) {
        String reason = Vietnamese.normalize(why);
        if (reason == null || reason.isEmpty()) {
            throw Problem.invalid("AS-DOCUMENT-WHY", "Hãy ghi lý do gỡ tài liệu.");
        }
        access.require(Permissions.DOCUMENT_WRITE);
        transactions.run(connection -> {
            DocumentRows rows = new DocumentRows(connection);
            StoredDocument document = rows.byId(id).orElseThrow(StoredDocuments::unknown);
            Caller caller = writer(document.unitId(), document.program());
            if (owners.stream()
                    .anyMatch(each -> each.kind().equals(document.owner().kind())
                            && !each.letsGo(caller, document.owner().id(), id))) {
                throw Problem.conflict(
                        "AS-DOCUMENT-KEPT",
                        "Tài liệu này thuộc hồ sơ đã ký, đã xong hoặc đang do nơi khác giải quyết nên không gỡ được. Cơ"
                                + " quan đang giải quyết hồ sơ gỡ bản nhầm trước khi ký.");
            }
            if (!rows.remove(id, caller.account(), clock.instant(), reason)) {
                throw Problem.conflict(
                        "AS-DOCUMENT-REMOVED", "Tài liệu này đã được gỡ bỏ trước đó. Vui lòng mở lại hồ sơ.");
            }
            audit.changed(new Subject(KIND, id), "document.remove", fields(document), Map.of(), reason);
        });
    }

    @Override
    public void move(Subject owner, long unitId) {
        Set<Long> left = new HashSet<>();
        for (StoredDocument document : of(owner)) {
            writer(document.unitId(), document.program());
            left.add(document.unitId());
        }
        left.remove(unitId);
        if (!left.isEmpty()) {
            everywhere.run(connection -> new DocumentRows(connection).move(owner, unitId));
            audit.changed(
                    owner,
                    "document.move",
                    Map.of("unit", left.iterator().next().toString()),
                    Map.of("unit", Long.toString(unitId)),
                    null);
        }
    }

    @Override
    public void conceal(Subject owner, Set<Long> but) {
        List<StoredDocument> open = transactions.call(connection -> new DocumentRows(connection).of(owner)).stream()
                .filter(document -> !document.sensitive() && !but.contains(document.id()))
                .toList();
        open.forEach(document -> writer(document.unitId(), document.program()));
        transactions.run(connection -> new DocumentRows(connection)
                .conceal(open.stream().map(StoredDocument::id).toList()));
    }

    @Override
    public boolean canSign() {
        return !signers.isEmpty();
    }

    @Override
    public StoredDocument sign(long id, Map<String, String> hints) {
        Content content = open(id);
        StoredDocument document = content.document();
        Caller caller = writer(document.unitId(), document.program());
        if (!document.mediaType().equals(FileKind.PDF.mediaType())) {
            throw Problem.conflict("AS-DOCUMENT-SIGN-KIND", "Chỉ ký số được tệp PDF.");
        }
        DocumentSigner signer = signers.stream()
                .findFirst()
                .orElseThrow(() -> Problem.conflict(
                        "AS-DOCUMENT-NO-SIGNER",
                        "Hệ thống chưa có phần ký số. Hãy in, ký tay, đóng dấu rồi nộp bản chụp đã ký."));
        DocumentSigner.Signed signed;
        try {
            signed = signer.sign(
                    content.bytes().clone(),
                    new DocumentSigner.Signer(caller.account(), caller.fullName(), Map.copyOf(hints)));
        } catch (IOException e) {
            throw new Problem(
                    Problem.Kind.UNAVAILABLE,
                    "AS-DOCUMENT-SIGNER-AWAY",
                    "Phần ký số không trả lời nên văn bản chưa được ký. Vui lòng thử lại sau ít phút, hoặc ký tay rồi nộp"
                            + " bản chụp.",
                    e);
        }
        return store(
                new NewDocument(
                        document.name().replaceFirst("\\.pdf$", "") + " (đã ký).pdf",
                        signed.pdf(),
                        document.owner(),
                        document.unitId(),
                        document.program(),
                        document.paper(),
                        document.sensitive()),
                new Signature(signed.certificate(), caller.account(), signed.at()));
    }

    /** As the audit keeps it. */
    private static Map<String, String> fields(StoredDocument stored) {
        StoredDocument document = stored.sensitive() ? discreet(stored) : stored;
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("file", document.name());
        fields.put("owner", document.owner().kind() + " " + document.owner().id());
        fields.put("paper", document.paper());
        fields.put("sha256", stored.sha256());
        fields.put("state", document.state().label());
        if (document.signature() != null) {
            fields.put("certificate", document.signature().certificate());
        }
        return fields;
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
