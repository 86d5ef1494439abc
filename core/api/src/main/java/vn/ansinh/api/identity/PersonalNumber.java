package vn.ansinh.api.identity;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * What a number says about the person who bears it. A personal number (số định danh) is AAA B CC DDDDDD: place of birth,
 * century and sex, year, six free digits; it has no check digit. Old identity cards (CMND) have nine digits that say nothing
 * certain.
 */
public final class PersonalNumber {

    private static final int LENGTH = 12;
    private static final int OLD_LENGTH = 9;

    /** The 63 provinces before 2025-07-01; numbers keep their province's code whatever became of it. */
    private static final int[] PROVINCES = {
        1, 2, 4, 6, 8, 10, 11, 12, 14, 15, 17, 19, 20, 22, 24, 25, 26, 27, 30, 31, 33, 34, 35, 36, 37, 38, 40, 42, 44,
        45, 46, 48, 49, 51, 52, 54, 56, 58, 60, 62, 64, 66, 67, 68, 70, 72, 74, 75, 77, 79, 80, 82, 83, 84, 86, 87, 89,
        91, 92, 93, 94, 95, 96
    };

    /** From here on codes are of countries. */
    private static final int FIRST_COUNTRY = 101;

    private static final int FIRST_CENTURY = 1900;

    private static final BitSet KNOWN = new BitSet();

    static {
        for (int province : PROVINCES) {
            KNOWN.set(province);
        }
    }

    private PersonalNumber() {}

    /**
     * What is wrong with a 12-digit number.
     *
     * @param number as typed, without blanks
     * @param birth of who bears it, or {@code null} when unknown
     * @param sex of who bears it, or {@code null} when unknown
     * @return reasons in Vietnamese, empty when nothing is wrong
     */
    public static List<String> problems(String number, BirthDate birth, Sex sex) {
        if (!isDigits(number, LENGTH)) {
            return List.of("Số định danh phải có đúng 12 chữ số");
        }
        List<String> problems = new ArrayList<>();
        String place = number.substring(0, 3);
        int code = Integer.parseInt(place);
        if (code < FIRST_COUNTRY && !KNOWN.get(code)) {
            problems.add("Ba số đầu " + place + " không phải mã tỉnh, thành phố nào");
        }
        int centuryAndSex = number.charAt(3) - '0';
        int year = FIRST_CENTURY + centuryAndSex / 2 * 100 + Integer.parseInt(number.substring(4, 6));
        Sex said = centuryAndSex % 2 == 0 ? Sex.MALE : Sex.FEMALE;
        if (birth != null && birth.date().getYear() != year) {
            problems.add("Số định danh cho biết năm sinh " + year + ", danh sách ghi "
                    + birth.date().getYear());
        }
        if (sex != null && sex != said) {
            problems.add("Số định danh cho biết giới tính " + said.label() + ", danh sách ghi " + sex.label());
        }
        return problems;
    }

    /**
     * What is wrong with an old 9-digit number.
     *
     * @return reasons in Vietnamese, empty when nothing is wrong
     */
    public static List<String> problemsOfOld(String number) {
        return isDigits(number, OLD_LENGTH) ? List.of() : List.of("Số CMND phải có đúng 9 chữ số");
    }

    private static boolean isDigits(String number, int length) {
        return number.length() == length && number.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
