package vn.ansinh.core.codelist;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.ansinh.api.codelist.CodeDraft;
import vn.ansinh.api.codelist.CodeDraft.Kind;
import vn.ansinh.api.codelist.CodeEntry;
import vn.ansinh.api.codelist.CodeProposal.Item;
import vn.ansinh.api.codelist.CodeValues;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.core.codelist.ProposalTables.Upon;

/** Whether a change fits the list as it stands, and what becomes of the entry. The same for the form and for a row of a file. */
final class ChangeRules {

    static final int LONGEST_CODE = 40;
    static final int LONGEST_NAME = 300;
    private static final int MOST_SYNONYMS = 40;
    private static final int STEP = 10;
    private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}./_-]*");
    private static final Pattern LOCAL_CODE = Pattern.compile(".+-\\d\\d");
    /** What a spreadsheet takes for a formula. */
    private static final Pattern FORMULA = Pattern.compile("[=+@\\-\\t|].*");

    private final boolean local;
    private final String province;
    private final long unitId;
    private final Map<String, List<CodeEntry>> spans = new HashMap<>();
    private int end;

    /**
     * @param local whether provinces may add entries to the list
     * @param province code of the province whose own entries are changed; {@code null} for the country's
     * @param unitId that province, 0 for the country
     * @param entries all spans of the list
     */
    ChangeRules(boolean local, String province, long unitId, List<CodeEntry> entries) {
        this.local = local;
        this.province = province;
        this.unitId = unitId;
        for (CodeEntry entry : entries) {
            spans.computeIfAbsent(entry.code(), code -> new ArrayList<>()).add(entry);
            end = Math.max(end, entry.values().order());
        }
        spans.values()
                .forEach(list -> list.sort(
                        (a, b) -> compareBegin(b.values().from(), a.values().from())));
    }

    private static int compareBegin(LocalDate a, LocalDate b) {
        LocalDate first = a == null ? LocalDate.MIN : a;
        return first.compareTo(b == null ? LocalDate.MIN : b);
    }

    /** The latest span of a code; {@code null} when there is none. */
    CodeEntry latest(String code) {
        List<CodeEntry> known = spans.get(code);
        return known == null ? null : known.get(0);
    }

    /** All spans of a code, the latest first. */
    List<CodeEntry> spans(String code) {
        return spans.getOrDefault(code, List.of());
    }

    /** What the draft does. @throws Problem INVALID or CONFLICT when it does not fit */
    Upon check(CodeDraft draft) {
        if (draft.kind() == Kind.ADD) {
            return add(draft);
        }
        CodeEntry entry = latest(draft.code());
        if (entry == null) {
            throw Problem.notFound("AS-CODELIST-CODE", "Danh mục không có mục mang mã «" + draft.code() + "».");
        }
        if (entry.waiting()) {
            throw Problem.conflict(
                    "AS-CODELIST-WAITING",
                    "Mục «" + draft.code()
                            + "» đang có thay đổi chờ duyệt. Vui lòng chờ duyệt, hoặc rút đề xuất đó trước.");
        }
        CodeValues after = after(draft, entry);
        if (after.equals(entry.values())) {
            throw Problem.invalid(
                    "AS-CODELIST-SAME", "Mục «" + draft.code() + "» đã đúng như vậy, không có gì thay đổi.");
        }
        return new Upon(new Item(draft.kind(), draft.code(), entry.values(), after), entry.id(), entry.revision());
    }

    private Upon add(CodeDraft draft) {
        String code = Vietnamese.normalize(draft.code() == null ? "" : draft.code());
        checkCode(code);
        CodeValues values = clean(draft.values());
        checkWords(code, values, List.of());
        end = Math.max(end + STEP, values.order());
        CodeValues placed = values.order() > 0 ? values : values.at(end);
        // the next row of a file finds it taken
        spans.put(code, List.of(new CodeEntry(0, draft.list(), code, unitId, placed, null, 0, true)));
        return new Upon(new Item(Kind.ADD, code, null, placed), null, null);
    }

    private void checkCode(String code) {
        if (code.isEmpty()
                || code.length() > LONGEST_CODE
                || !CODE.matcher(code).matches()) {
            throw Problem.invalid(
                    "AS-CODELIST-CODE",
                    "Mã «" + code
                            + "» chưa đúng: mã gồm chữ, số và các dấu . / _ - , bắt đầu bằng chữ hoặc số, dài không quá "
                            + LONGEST_CODE + " ký tự.");
        }
        for (String known : spans.keySet()) {
            if (known.equalsIgnoreCase(code)) {
                throw Problem.conflict(
                        "AS-CODELIST-TAKEN",
                        "Mã «" + known + "» đã có: " + latest(known).values().name()
                                + ". Vui lòng dùng mã khác, hoặc sửa mục đó.");
            }
        }
        if (province == null) {
            if (LOCAL_CODE.matcher(code).matches()) {
                throw Problem.invalid(
                        "AS-CODELIST-LOCAL-CODE",
                        "Mã kết thúc bằng gạch nối và hai chữ số dành cho mục riêng của tỉnh. Vui lòng dùng mã khác.");
            }
            return;
        }
        if (!local) {
            throw Problem.invalid(
                    "AS-CODELIST-NOT-LOCAL", "Danh mục này dùng chung cả nước, địa phương không thêm mục riêng.");
        }
        if (!code.endsWith("-" + province)) {
            throw Problem.invalid(
                    "AS-CODELIST-LOCAL-CODE",
                    "Mã mục riêng của tỉnh phải kết thúc bằng «-" + province + "», ví dụ «" + code + "-" + province
                            + "».");
        }
    }

    private CodeValues after(CodeDraft draft, CodeEntry entry) {
        CodeValues now = entry.values();
        return switch (draft.kind()) {
            case CORRECT -> corrected(clean(placed(draft.values(), now)), entry);
            case CHANGE -> changed(clean(placed(draft.values(), now)), entry);
            case CLOSE -> closed(draft.values().to(), entry);
            case REOPEN -> reopened(draft.values().from(), entry);
            case ADD -> throw new IllegalStateException("A new code has no span");
        };
    }

    private static CodeValues placed(CodeValues values, CodeValues now) {
        return values.order() > 0 ? values : values.at(now.order());
    }

    private CodeValues corrected(CodeValues values, CodeEntry entry) {
        checkWords(entry.code(), values, words(entry.values()));
        List<CodeEntry> all = spans(entry.code());
        if (all.size() > 1) {
            LocalDate before = all.get(1).values().to();
            if (values.from() == null || !values.from().isAfter(before)) {
                throw Problem.invalid(
                        "AS-CODELIST-OVERLAP",
                        "Trước đó mục «" + entry.code() + "» mang tên khác đến hết ngày " + Vietnamese.day(before)
                                + ". Ngày bắt đầu phải sau ngày này.");
            }
        }
        return values;
    }

    private CodeValues changed(CodeValues values, CodeEntry entry) {
        CodeValues now = entry.values();
        if (values.from() == null) {
            throw Problem.invalid("AS-CODELIST-DAY", "Chưa ghi ngày bắt đầu áp dụng thay đổi.");
        }
        if (now.from() != null && !values.from().isAfter(now.from())) {
            throw Problem.invalid(
                    "AS-CODELIST-DAY",
                    "Mục đang áp dụng từ ngày " + Vietnamese.day(now.from())
                            + ". Thay đổi phải từ một ngày sau đó; nếu sửa cho đúng từ đầu thì chọn «Sửa».");
        }
        if (now.to() != null && values.from().isAfter(now.to())) {
            throw Problem.invalid(
                    "AS-CODELIST-DAY",
                    "Mục đã ngừng dùng sau ngày " + Vietnamese.day(now.to()) + ". Vui lòng chọn «Dùng lại» trước.");
        }
        if (values.name().equals(now.name())
                && values.synonyms().equals(now.synonyms())
                && values.order() == now.order()
                && values.basis().equals(now.basis())) {
            throw Problem.invalid("AS-CODELIST-SAME", "Chưa có gì thay đổi so với hiện nay.");
        }
        checkWords(entry.code(), values, words(now));
        return values;
    }

    private static CodeValues closed(LocalDate last, CodeEntry entry) {
        CodeValues now = entry.values();
        if (last == null) {
            throw Problem.invalid("AS-CODELIST-DAY", "Chưa ghi ngày dùng cuối cùng.");
        }
        if (now.from() != null && last.isBefore(now.from())) {
            throw Problem.invalid(
                    "AS-CODELIST-DAY",
                    "Mục áp dụng từ ngày " + Vietnamese.day(now.from())
                            + ", nên ngày dùng cuối cùng không thể sớm hơn.");
        }
        return now.until(last);
    }

    private static CodeValues reopened(LocalDate from, CodeEntry entry) {
        CodeValues now = entry.values();
        if (now.to() == null) {
            throw Problem.invalid("AS-CODELIST-OPEN", "Mục «" + entry.code() + "» chưa ngừng dùng.");
        }
        if (from != null && !from.isAfter(now.to())) {
            throw Problem.invalid(
                    "AS-CODELIST-DAY",
                    "Mục còn dùng đến hết ngày " + Vietnamese.day(now.to())
                            + ". Ngày dùng lại phải sau ngày này; để trống nếu coi như chưa từng ngừng.");
        }
        return from == null ? now.until(null) : now.from(from).until(null);
    }

    private static CodeValues clean(CodeValues values) {
        String name = Vietnamese.normalize(Objects.requireNonNullElse(values.name(), ""));
        if (name.isEmpty()) {
            throw Problem.invalid("AS-CODELIST-NAME", "Chưa ghi tên.");
        }
        if (name.length() > LONGEST_NAME || FORMULA.matcher(name).matches()) {
            throw Problem.invalid(
                    "AS-CODELIST-NAME",
                    "Tên dài quá " + LONGEST_NAME + " ký tự, hoặc bắt đầu bằng dấu = + - @ |. Vui lòng ghi lại.");
        }
        Set<String> synonyms = new LinkedHashSet<>();
        for (String given : values.synonyms()) {
            String synonym = Vietnamese.normalize(given);
            if (synonym.indexOf('|') >= 0
                    || synonym.length() > LONGEST_NAME
                    || FORMULA.matcher(synonym).matches()) {
                throw Problem.invalid(
                        "AS-CODELIST-SYNONYM",
                        "Từ đồng nghĩa «" + synonym + "» quá dài, có dấu | hoặc bắt đầu bằng dấu = + - @.");
            }
            if (!synonym.isEmpty() && !synonym.equals(name)) {
                synonyms.add(synonym);
            }
        }
        if (synonyms.size() > MOST_SYNONYMS) {
            throw Problem.invalid("AS-CODELIST-SYNONYM", "Mỗi mục có nhiều nhất " + MOST_SYNONYMS + " từ đồng nghĩa.");
        }
        if (values.from() != null && values.to() != null && values.to().isBefore(values.from())) {
            throw Problem.invalid("AS-CODELIST-DAY", "Ngày cuối cùng sớm hơn ngày đầu tiên.");
        }
        return new CodeValues(
                name,
                List.copyOf(synonyms),
                values.order(),
                values.from(),
                values.to(),
                Vietnamese.normalize(values.basis()));
    }

    private static List<String> words(CodeValues values) {
        return Stream.concat(Stream.of(values.name()), values.synonyms().stream())
                .toList();
    }

    /** A word that means another entry already would make imports guess. Words that an entry has had stay as they are. */
    private void checkWords(String code, CodeValues values, List<String> had) {
        for (String word : words(values)) {
            if (had.contains(word)) {
                continue;
            }
            String lower = word.toLowerCase(Locale.ROOT);
            for (CodeEntry other :
                    spans.values().stream().map(list -> list.get(0)).toList()) {
                boolean meant = other.code().toLowerCase(Locale.ROOT).equals(lower)
                        || words(other.values()).stream()
                                .anyMatch(
                                        known -> known.toLowerCase(Locale.ROOT).equals(lower));
                boolean together = unitId == 0 || other.unitId() == 0 || other.unitId() == unitId;
                if (meant && together && !other.code().equals(code) && overlap(values, other.values())) {
                    throw Problem.conflict(
                            "AS-CODELIST-WORD",
                            "«" + word + "» đã chỉ mục " + other.code() + " ("
                                    + other.values().name()
                                    + "), nên khi tra cứu và nhập tệp sẽ không biết là mục nào. Vui lòng ghi khác đi.");
                }
            }
        }
    }

    private static boolean overlap(CodeValues a, CodeValues b) {
        return (a.to() == null || b.from() == null || !a.to().isBefore(b.from()))
                && (b.to() == null || a.from() == null || !b.to().isBefore(a.from()));
    }
}
