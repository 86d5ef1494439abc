package vn.ansinh.core.document.draft;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vn.ansinh.api.document.Papers.Field;
import vn.ansinh.api.document.Papers.Paper;

/**
 * A paper as its file describes it.
 *
 * @param paper code, name, register, the fields of its own
 * @param headed whether it begins with the nation's name and the agency's
 * @param blocks from top to bottom
 */
record PaperText(Paper paper, boolean headed, List<Block> blocks) {

    /** What every paper may name besides its own fields, and what it means. */
    static final Map<String, String> HEAD = new TreeMap<>(Map.of(
            "co_quan_cap_tren", "Cơ quan cấp trên",
            "co_quan_cap_tren_hoa", "Cơ quan cấp trên, chữ hoa",
            "co_quan", "Cơ quan ban hành",
            "co_quan_hoa", "Cơ quan ban hành, chữ hoa",
            "so", "Số, ký hiệu",
            "dia_danh_ngay", "Địa danh, ngày tháng năm",
            "quyen_han_ky", "Quyền hạn của người ký (TM., KT.)",
            "chuc_vu_ky", "Chức vụ của người ký, chữ hoa",
            "nguoi_ky", "Họ tên người ký",
            "noi_nhan", "Nơi nhận"));

    /** What a block is. */
    enum Kind {
        /** Bold, large, in the middle. */
        TITLE("tieu-de"),
        /** Bold, in the middle: what the paper is about. */
        ABOUT("trich-yeu"),
        /** Bold, in the middle, capitals: who decides. */
        CENTRED("giua"),
        /** In the middle, upright and not bold: to whom it is written (NĐ 30/2020/NĐ-CP, phụ lục I, mục II khoản 9 điểm d). */
        ADDRESSED("kinh-gui"),
        /** Slanting: what the decision rests on. */
        BASIS("can-cu"),
        /** A paragraph of text, its first line moved in. */
        BODY("doan"),
        /** One line of its own, not moved in. */
        LINE("dong"),
        /** A table whose rows come from a list. */
        TABLE("bang"),
        /** Left to whom it goes, right who signs. */
        SIGNED("ky"),
        /** Two who sign beside each other. */
        SIGNED_BOTH("ky-hai-ben");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        String key() {
            return key;
        }
    }

    /**
     * A piece of the paper.
     *
     * @param text with fields in braces and {@code **bold**}; of a table the list's name
     * @param right of two who sign, the one on the right; else {@code null}
     * @param columns of a table
     */
    record Block(Kind kind, String text, String right, List<Column> columns) {}

    /** @param field of the list @param width share of the page's, in percent @param align as Word calls it */
    record Column(String title, String field, int width, String align) {}

    /** Names that a template may use. */
    boolean knows(String name) {
        return HEAD.containsKey(name) || fields().contains(name);
    }

    private Set<String> fields() {
        return Set.copyOf(paper.fields().stream().map(Field::name).toList());
    }
}
