package vn.ansinh.core.document.draft;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Collator;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.audit.Subject;
import vn.ansinh.api.document.DocumentNumbers;
import vn.ansinh.api.document.PaperHead;
import vn.ansinh.api.document.Papers;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.api.training.Training;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.core.paper.HtmlPaper;

/** {@link Papers} from descriptions and from table {@code ansinh.paper_template}. */
public final class StoredPapers implements Papers {

    private static final String KIND = "paper-template";
    private static final String ROOM = "\u00a0".repeat(7);

    private final PaperLibrary library;
    private final Transactions transactions;
    private final Transactions everywhere;
    private final Access access;
    private final DocumentNumbers numbers;
    private final Training training;
    private final Audit audit;
    private final Clock clock;

    /** @param everywhere templates hold below the unit that brought them */
    public StoredPapers(
            PaperLibrary library,
            Transactions transactions,
            Transactions everywhere,
            Access access,
            DocumentNumbers numbers,
            Training training,
            Audit audit,
            Clock clock) {
        this.library = library;
        this.transactions = transactions;
        this.everywhere = everywhere;
        this.access = access;
        this.numbers = numbers;
        this.training = training;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Drafted draft(String code, PaperHead head, Map<String, ?> fields) {
        access.require();
        PaperText paper = known(code);
        Map<String, Object> values = new HashMap<>();
        for (Field field : paper.paper().fields()) {
            if (field.repeated()) {
                String list = field.name().substring(0, field.name().indexOf('.'));
                values.put(list, rows(fields.get(list)));
            } else {
                String value = text(fields.get(field.name()));
                if (field.required() && value.isBlank()) {
                    throw Problem.invalid(
                            "AS-PAPER-FIELD",
                            "Chưa lập được «" + paper.paper().name() + "»: thiếu " + field.meaning() + " ("
                                    + field.name() + ").");
                }
                values.put(field.name(), value);
            }
        }
        values.putAll(head(paper, head));
        Optional<byte[]> own = everywhere.call(connection -> new TemplateRows(connection).holds(code, head.unitId()));
        try {
            WordFilling filling = WordFilling.read(own.orElseGet(() -> PaperFile.write(paper, training.active())));
            filling.fill(values);
            if (training.active() && own.isPresent()) {
                filling.begin(Training.WORDS);
            }
            String html = WordPage.html(filling.body(), new WordStyles(filling.styles()), training.active());
            return new Drafted(filling.write(), HtmlPaper.pdf(html));
        } catch (IOException e) {
            throw new UncheckedIOException("Templates are checked when they come", e);
        }
    }

    private PaperText known(String code) {
        return library.byCode(code)
                .orElseThrow(() -> Problem.invalid(
                        "AS-PAPER-UNKNOWN",
                        "Không có mẫu văn bản «" + code + "». Có thể chương trình mang mẫu này đã được gỡ."));
    }

    private static String text(Object value) {
        return value == null ? "" : Normalizer.normalize(String.valueOf(value), Normalizer.Form.NFC);
    }

    private static List<Map<String, String>> rows(Object value) {
        List<Map<String, String>> rows = new ArrayList<>();
        if (value instanceof List<?> list) {
            for (Object row : list) {
                Map<String, String> cells = new HashMap<>();
                ((Map<?, ?>) row).forEach((column, cell) -> cells.put(String.valueOf(column), text(cell)));
                rows.add(cells);
            }
        }
        return rows;
    }

    private Map<String, String> head(PaperText paper, PaperHead head) {
        Map<String, String> values = new HashMap<>();
        values.put("co_quan_cap_tren", text(head.agencyAbove()));
        values.put("co_quan_cap_tren_hoa", above(head.agencyAbove()));
        values.put("co_quan", text(head.agency()));
        values.put("co_quan_hoa", above(head.agency()));
        values.put("so", number(paper, head));
        String day = head.date() == null
                ? "ngày " + ROOM + " tháng " + ROOM + " năm "
                        + LocalDate.now(clock).getYear()
                : Vietnamese.dayInWords(head.date());
        values.put("dia_danh_ngay", head.place() == null ? day : text(head.place()) + ", " + day);
        PaperHead.Signing signing = head.signing();
        values.put("quyen_han_ky", signing == null ? "" : text(signing.authority()));
        values.put("chuc_vu_ky", signing == null ? "" : text(signing.title()).toUpperCase(Locale.ROOT));
        values.put("nguoi_ky", signing == null ? "" : text(signing.name()));
        values.put("noi_nhan", recipients(head.recipients()));
        return values;
    }

    /** As it stands at the head: the committee on one line, of what unit on the next. */
    private static String above(String agency) {
        return text(agency).toUpperCase(Locale.ROOT).replaceFirst("^(ỦY BAN NHÂN DÂN) ", "$1\n");
    }

    private String number(PaperText paper, PaperHead head) {
        if (head.number() != null) {
            return text(head.number());
        }
        String register = paper.paper().numbered();
        return register == null
                ? ""
                : numbers.notation(0, head.unitId(), register).replace("{so}", ROOM);
    }

    /** NĐ 30/2020/NĐ-CP: each on its line, a semicolon behind it, a point behind the last. */
    private static String recipients(List<String> recipients) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < recipients.size(); i++) {
            boolean last = i == recipients.size() - 1;
            lines.append("- ").append(text(recipients.get(i))).append(last ? "." : ";\n");
        }
        return lines.toString();
    }

    @Override
    public List<Paper> list() {
        access.require();
        Comparator<Object> byName = Collator.getInstance(Locale.forLanguageTag("vi"));
        TreeMap<String, Paper> sorted = new TreeMap<>(byName.thenComparing(Comparator.comparing(Object::toString)));
        library.all()
                .forEach(paper ->
                        sorted.put(paper.paper().name() + " " + paper.paper().code(), paper.paper()));
        return List.copyOf(sorted.values());
    }

    @Override
    public List<Template> templates(String code, long unitId) {
        access.require(Permissions.DOCUMENT_READ, unitId);
        known(code);
        List<Template> all =
                new ArrayList<>(everywhere.call(connection -> new TemplateRows(connection).all(code, unitId)));
        boolean replaced = all.stream().anyMatch(Template::current);
        all.add(new Template(code, 0, 0, !replaced, null, Instant.EPOCH, "Mẫu của hệ thống"));
        return List.copyOf(all);
    }

    @Override
    public byte[] template(String code, long unitId) {
        access.require(Permissions.DOCUMENT_READ, unitId);
        PaperText paper = known(code);
        return everywhere
                .call(connection -> new TemplateRows(connection).holds(code, unitId))
                .orElseGet(() -> PaperFile.write(paper, false));
    }

    @Override
    public Template replace(String code, long unitId, byte[] docx, String why) {
        Caller caller = access.require(Permissions.DOCUMENT_TEMPLATE, unitId);
        String reason = reason(why);
        if (unitId == 0) {
            throw Problem.invalid("AS-PAPER-UNIT", "Hãy chọn đơn vị dùng mẫu riêng.");
        }
        PaperText paper = known(code);
        PrintCheck.require(paper, docx);
        return transactions.call(connection -> {
            TemplateRows rows = new TemplateRows(connection);
            rows.withdraw(code, unitId, caller.account(), clock.instant(), "Thay bằng bản mới: " + reason);
            int version = rows.insert(code, unitId, docx, caller.account(), clock.instant(), reason);
            audit.changed(
                    new Subject(KIND, unitId),
                    "paper.replace",
                    Map.of(),
                    Map.of("template", paper.paper().name(), "version", Integer.toString(version)),
                    reason);
            return new Template(code, unitId, version, true, caller.account(), clock.instant(), reason);
        });
    }

    private static String reason(String why) {
        String reason = Vietnamese.normalize(why);
        if (reason == null || reason.isEmpty()) {
            throw Problem.invalid("AS-PAPER-WHY", "Hãy ghi lý do thay đổi mẫu văn bản.");
        }
        return reason;
    }

    @Override
    public void withdraw(String code, long unitId, String why) {
        Caller caller = access.require(Permissions.DOCUMENT_TEMPLATE, unitId);
        String reason = reason(why);
        PaperText paper = known(code);
        transactions.run(connection -> {
            if (new TemplateRows(connection).withdraw(code, unitId, caller.account(), clock.instant(), reason) == 0) {
                throw Problem.conflict("AS-PAPER-NONE", "Đơn vị không có mẫu riêng đang dùng cho văn bản này.");
            }
            audit.changed(
                    new Subject(KIND, unitId),
                    "paper.withdraw",
                    Map.of("template", paper.paper().name()),
                    Map.of(),
                    reason);
        });
    }
}
