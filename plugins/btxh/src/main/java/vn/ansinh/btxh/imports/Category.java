package vn.ansinh.btxh.imports;

import java.util.List;
import java.util.Map;

/**
 * What an entry of code list {@link #LIST} means to policy: the benefit, the facts it states, and which care benefits
 * somebody who takes the person in may get (NĐ 20/2021 Điều 20).
 *
 * @param benefit code in the policy pack; {@code null} when people of this category are not imported as such
 * @param facts key → value the category itself states
 * @param care codes of care benefits that may go with it
 * @param refusal Vietnamese: why not and what to do, when {@code benefit} is {@code null}
 */
record Category(String benefit, Map<String, String> facts, List<String> care, String refusal) {

    /** Code list of categories. */
    static final String LIST = "loai-doi-tuong-btxh";

    /** What {@code code} means. */
    static Category of(String code) {
        if (code.startsWith("BT1")) {
            return code.equals("BT1")
                    ? refused("Ghi rõ hoàn cảnh: BT1A (bị bỏ rơi), BT1B (mồ côi cả cha và mẹ)… theo danh mục")
                    : benefit("BT1", Map.of(FactKeys.CHILD_SITUATION, code), "CS1");
        }
        return switch (code) {
            case "BT2" -> benefit("BT2", Map.of(FactKeys.STUDYING, FactKeys.YES));
            case "BT3" -> benefit("BT3", Map.of());
            case "BT4" -> benefit("BT4", Map.of());
            case "BT5A" -> benefit("BT5A", Map.of(FactKeys.SUPPORTER, FactKeys.SUPPORTER_NONE));
            case "BT5D" -> benefit("BT5D", Map.of(FactKeys.SUPPORTER, FactKeys.SUPPORTER_NONE), "CS2");
            case "BT5" -> refused("Ghi rõ BT5A (không có người phụng dưỡng) hoặc BT5D (có người nhận nuôi dưỡng)");
            case "BT5B", "BT5C" ->
                refused("Từ 07/2025 diện này hưởng trợ cấp hưu trí xã hội (NĐ 176/2025). Ghi HT1 (từ đủ 75 tuổi)"
                        + " hoặc HT2 (70 đến 75 tuổi, hộ nghèo, cận nghèo)");
            case "HT1", "HT2" -> benefit("HTXH", Map.of());
            case "BT6DBN" -> benefit("BT6", Map.of(FactKeys.DISABILITY, FactKeys.DISABILITY_EXTREME), "CS4", "CS5");
            case "BT6N" -> benefit("BT6", Map.of(FactKeys.DISABILITY, FactKeys.DISABILITY_SEVERE));
            case "BT6" -> benefit("BT6", Map.of(), "CS4", "CS5");
            case "BT7" -> benefit("BT7", Map.of(FactKeys.HARD_AREA, FactKeys.YES));
            case "BT8" -> benefit("BT8", Map.of());
            case "CS3" -> benefit("CS3", Map.of());
            case "CS1", "CS2", "CS4", "CS5" ->
                refused("Kinh phí chăm sóc ghi ở dòng của người được chăm sóc, cột “Người nhận" + " chăm sóc”");
            default -> refused("Loại này không chi trong danh sách hằng tháng của xã. Nhập ở chương trình tương ứng");
        };
    }

    private static Category benefit(String code, Map<String, String> facts, String... care) {
        return new Category(code, facts, List.of(care), null);
    }

    private static Category refused(String reason) {
        return new Category(null, Map.of(), List.of(), reason);
    }
}
