package vn.ansinh.api.funding;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Codes of the budget index (mục lục ngân sách nhà nước) of an amount: codes of list {@code muc-luc-ngan-sach}, each {@code
 * null} where it is not known. The list's codes begin with what they are: C chương, L loại, K khoản, M mục, TM tiểu mục.
 *
 * @param chapter chương
 * @param category loại
 * @param division khoản
 * @param item mục
 * @param subItem tiểu mục
 */
public record BudgetCodes(String chapter, String category, String division, String item, String subItem) {

    /** None known. */
    public static final BudgetCodes NONE = new BudgetCodes(null, null, null, null, null);

    public BudgetCodes {
        chapter = blankToNull(chapter);
        category = blankToNull(category);
        division = blankToNull(division);
        item = blankToNull(item);
        subItem = blankToNull(subItem);
    }

    private static String blankToNull(String code) {
        return code == null || code.isBlank() ? null : code.strip();
    }

    /** Those that are known, from chương to tiểu mục. */
    public List<String> known() {
        return Stream.of(chapter, category, division, item, subItem)
                .filter(Objects::nonNull)
                .toList();
    }

    /** As a paper names them: {@code C024-L370-K398}; blank when none is known. */
    @Override
    public String toString() {
        return String.join("-", known());
    }
}
