package vn.ansinh.api.text;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Vietnamese dictionary order as a key: comparing keys by bytes (collation {@code "C"}, {@link String#compareTo}) orders
 * the texts. Syllable by syllable; within one the letters a ă â b c d đ e ê … first, then the tone: ngang, huyền, hỏi, ngã,
 * sắc, nặng. Case and marks that are not Vietnamese do not count; numbers go by size.
 */
public final class VietnameseOrder {

    /** Each letter's place is its rank; the key writes it as one ASCII character from {@code 'A'} on. */
    private static final String LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";

    private static final String VOWELS = "aăâeêioôơuưy";

    /** Combining marks in the order of tones; ngang, rank 0, has none. */
    private static final String TONES = "\u0300\u0309\u0303\u0301\u0323";

    private static final char BREVE = '\u0306';
    private static final char CIRCUMFLEX = '\u0302';
    private static final char HORN = '\u031b';

    /** Sorts after every tone and before every letter, as numbers do. */
    private static final char NUMBER = '9';

    /** Sorts after every Vietnamese letter; a letter of another script follows it. */
    private static final char FOREIGN = 'z';

    private VietnameseOrder() {}

    /**
     * Key of a person's name: given name first, then surname and middle names as written.
     *
     * @param fullName not {@code null}
     */
    public static String nameKey(String fullName) {
        String name = Vietnamese.normalize(fullName);
        int given = name.lastIndexOf(' ');
        return given < 0 ? key(name) : key(name.substring(given + 1) + ' ' + name.substring(0, given));
    }

    /**
     * Key of any text, read from left to right.
     *
     * @param text not {@code null}
     */
    public static String key(String text) {
        String marked = Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        StringBuilder key = new StringBuilder(marked.length() + 8);
        boolean inSyllable = false;
        int tone = 0;
        int i = 0;
        while (i < marked.length()) {
            char c = marked.charAt(i++);
            if (isDigit(c)) {
                if (inSyllable) {
                    key.append(tone);
                }
                inSyllable = false;
                tone = 0;
                i = appendNumber(marked, i - 1, key);
            } else if (Character.isLetter(c)) {
                int marks = i;
                while (i < marked.length() && isMark(marked.charAt(i))) {
                    i++;
                }
                tone = Math.max(tone, appendLetter(c, marked.substring(marks, i), key));
                inSyllable = true;
            } else if (c != '\'' && c != '\u2019' && !isMark(c) && inSyllable) {
                key.append(tone);
                inSyllable = false;
                tone = 0;
            }
        }
        if (inSyllable) {
            key.append(tone);
        }
        return key.toString();
    }

    /** Appends the letter; returns the rank of its tone. */
    private static int appendLetter(char base, String marks, StringBuilder key) {
        char letter = base == '\u0180' ? 'b' : base;
        for (int i = 0; i < marks.length(); i++) {
            letter = withMark(letter, marks.charAt(i));
        }
        int rank = LETTERS.indexOf(letter);
        if (rank < 0) {
            key.append(FOREIGN).append(letter);
            return 0;
        }
        key.append((char) ('A' + rank));
        int tone = 0;
        if (VOWELS.indexOf(letter) >= 0) {
            for (int i = 0; i < marks.length(); i++) {
                tone = Math.max(tone, TONES.indexOf(marks.charAt(i)) + 1);
            }
        }
        return tone;
    }

    private static char withMark(char letter, char mark) {
        return switch (mark) {
            case BREVE -> letter == 'a' ? 'ă' : letter;
            case CIRCUMFLEX -> letter == 'a' ? 'â' : letter == 'e' ? 'ê' : letter == 'o' ? 'ô' : letter;
            case HORN -> letter == 'o' ? 'ơ' : letter == 'u' ? 'ư' : letter;
            default -> letter;
        };
    }

    /** Writes a number with its length before it, so that Phường 2 comes before Phường 10; returns where it ends. */
    private static int appendNumber(String text, int from, StringBuilder key) {
        int to = from;
        while (to < text.length() && isDigit(text.charAt(to))) {
            to++;
        }
        int start = from;
        while (start < to - 1 && text.charAt(start) == '0') {
            start++;
        }
        key.append(NUMBER).append((char) ('A' + Math.min(to - start, 25))).append(text, start, to);
        return to;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isMark(char c) {
        return Character.getType(c) == Character.NON_SPACING_MARK;
    }
}
