package vn.ansinh.core.document;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.ansinh.api.document.NumberBook.Kind;
import vn.ansinh.api.text.Vietnamese;

/** Kinds of papers that are numbered, with their names and how their numbers are written where nobody laid down otherwise. */
final class RegisterKinds {

    /** Where the number stands. */
    static final String PLACE = "{so}";

    private record Written(String name, String notation) {}

    /**
     * QĐ, TTr, TB, BB as NĐ 30/2020/NĐ-CP, phụ lục III, mục I abbreviates them (read in a public transcript, not in the Công báo); the
     * agency's own letters are its head's to lay down (phụ lục I, mục II khoản 3 điểm b). Slips as one-stop desks write them: no law.
     */
    private static final Map<String, Written> KINDS = Map.of(
            "quyet-dinh", new Written("Quyết định", "{so}/QĐ-UBND"),
            "to-trinh", new Written("Tờ trình", "{so}/TTr-UBND"),
            "thong-bao", new Written("Thông báo", "{so}/TB-UBND"),
            "bien-ban", new Written("Biên bản", "{so}/BB-UBND"),
            "cong-van", new Written("Công văn", "{so}/UBND-VX"),
            "giay-tiep-nhan", new Written("Giấy tiếp nhận", "{so}/TNHS"),
            "phieu-bo-sung", new Written("Phiếu bổ sung", "{so}/HDHS"),
            "phieu-tu-choi", new Written("Phiếu từ chối", "{so}/TCHS"),
            "phieu-xin-loi", new Written("Phiếu xin lỗi", "{so}/PXL"));

    private RegisterKinds() {}

    /** In the order of their names. */
    static List<Kind> all() {
        return named(KINDS.keySet());
    }

    /** The same kinds with their names, in the order of these. */
    static List<Kind> named(Collection<String> codes) {
        return codes.stream()
                .map(code -> new Kind(code, name(code)))
                .sorted(Comparator.comparing(kind -> Vietnamese.fold(kind.name())))
                .toList();
    }

    /** Vietnamese; the code of a kind that an agency brought itself. */
    static String name(String code) {
        return Optional.ofNullable(KINDS.get(code)).map(Written::name).orElse(code);
    }

    /** Empty for a kind that the platform does not know. */
    static Optional<String> notation(String code) {
        return Optional.ofNullable(KINDS.get(code)).map(Written::notation);
    }

    /** NĐ 30/2020/NĐ-CP, phụ lục I, mục II khoản 3: a number below ten has a nought before it. */
    static String padded(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
