package vn.ansinh.core.unit;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import vn.ansinh.api.text.Vietnamese;

/** Names of units as searches compare them: folded, words parted by single blanks, words for the kind known. */
final class UnitName {

    private static final List<String> KINDS =
            List.of("Thành phố ", "Tỉnh ", "Quận ", "Huyện ", "Thị xã ", "Thị trấn ", "Phường ", "Xã ", "Đặc khu ");

    private static final List<String> FOLDED_KINDS =
            KINDS.stream().map(kind -> folded(kind) + " ").toList();

    /** How officials shorten the kind. */
    private static final List<String> SHORT_KINDS = List.of("tp ", "tx ", "tt ", "p ", "x ", "h ", "q ", "t ");

    private UnitName() {}

    /** {@code Yên Hòa} of {@code Phường Yên Hòa}; but {@code Quận 1} and {@code Phường 12} keep their kind. */
    static String withoutKind(String name) {
        return stripped(name, KINDS);
    }

    /** As {@link #withoutKind} for what an official typed, folded; {@code tp} and the like are kinds too. */
    static String withoutFoldedKind(String folded) {
        String stripped = stripped(folded, FOLDED_KINDS);
        return stripped.equals(folded) ? stripped(folded, SHORT_KINDS) : stripped;
    }

    private static String stripped(String name, List<String> kinds) {
        for (String kind : kinds) {
            if (name.startsWith(kind) && !Character.isDigit(name.charAt(kind.length()))) {
                return name.substring(kind.length());
            }
        }
        return name;
    }

    /** Folded, with whatever is neither letter nor digit made a blank. */
    static String folded(String text) {
        String folded = Vietnamese.fold(text);
        StringBuilder words = new StringBuilder(folded.length());
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                words.append(c);
            } else if (!words.isEmpty() && words.charAt(words.length() - 1) != ' ') {
                words.append(' ');
            }
        }
        return words.toString().strip();
    }

    /**
     * Lower case, the marks of each syllable behind its letters: so {@code Hòa} and {@code Hoà} are the same, and
     * {@code Hoa} is not.
     */
    static String toned(String text) {
        StringBuilder toned = new StringBuilder();
        for (String syllable : Vietnamese.normalize(text).split("[ \\-]+")) {
            StringBuilder marks = new StringBuilder();
            String decomposed = Normalizer.normalize(syllable.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
            for (char c : decomposed.toCharArray()) {
                (Character.getType(c) == Character.NON_SPACING_MARK ? marks : toned).append(c);
            }
            toned.append(marks).append(' ');
        }
        return toned.toString();
    }

    /** Whether {@code part} begins at the beginning of one of the words of {@code name}. */
    static boolean hasWordsFrom(String name, String part) {
        for (int at = name.indexOf(part); at >= 0; at = name.indexOf(part, at + 1)) {
            if (at == 0 || name.charAt(at - 1) == ' ') {
                return true;
            }
        }
        return false;
    }
}
