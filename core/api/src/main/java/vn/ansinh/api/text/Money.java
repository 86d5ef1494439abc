package vn.ansinh.api.text;

/** Amounts in đồng as Vietnamese papers write them. */
public final class Money {

    private static final String[] DIGITS = {"không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"};
    private static final String[] SCALES = {"", " nghìn", " triệu"};
    private static final int[] SIZES = {1, 1_000, 1_000_000};

    private Money() {}

    /** {@code 1.349.740.000}. */
    public static String format(long dong) {
        String digits = Long.toString(Math.abs(dong));
        StringBuilder text = new StringBuilder(digits);
        for (int i = digits.length() - 3; i > 0; i -= 3) {
            text.insert(i, '.');
        }
        return dong < 0 ? "-" + text : text.toString();
    }

    /**
     * {@code Một tỷ ba trăm bốn mươi chín triệu bảy trăm bốn mươi nghìn đồng}.
     *
     * @throws IllegalArgumentException for a negative amount
     */
    public static String inWords(long dong) {
        if (dong < 0) {
            throw new IllegalArgumentException("Số tiền âm không viết bằng chữ");
        }
        String words = dong == 0 ? DIGITS[0] : groups(dong, false);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + " đồng";
    }

    /** Reads billions by recursion, so that any {@code long} has words. */
    private static String groups(long number, boolean leadingZeros) {
        StringBuilder words = new StringBuilder();
        long billions = number / 1_000_000_000;
        long rest = number % 1_000_000_000;
        boolean started = leadingZeros;
        if (billions > 0) {
            words.append(groups(billions, leadingZeros)).append(" tỷ");
            started = true;
        }
        for (int scale = 2; scale >= 0; scale--) {
            int group = (int) (rest / SIZES[scale] % 1000);
            if (group > 0) {
                if (!words.isEmpty()) {
                    words.append(' ');
                }
                words.append(hundreds(group, started)).append(SCALES[scale]);
                started = true;
            }
        }
        return words.toString();
    }

    private static String hundreds(int group, boolean afterLargerGroup) {
        int hundred = group / 100;
        int ten = group / 10 % 10;
        int unit = group % 10;
        StringBuilder words = new StringBuilder();
        if (hundred > 0 || afterLargerGroup) {
            words.append(DIGITS[hundred]).append(" trăm");
        }
        if (ten > 1) {
            append(words, DIGITS[ten] + " mươi");
        } else if (ten == 1) {
            append(words, "mười");
        } else if (unit > 0 && !words.isEmpty()) {
            append(words, "linh");
        }
        if (unit > 0) {
            append(words, unitWord(ten, unit));
        }
        return words.toString();
    }

    private static String unitWord(int ten, int unit) {
        if (unit == 1 && ten > 1) {
            return "mốt";
        }
        if (unit == 5 && ten > 0) {
            return "lăm";
        }
        return DIGITS[unit];
    }

    private static void append(StringBuilder words, String word) {
        if (!words.isEmpty()) {
            words.append(' ');
        }
        words.append(word);
    }
}
