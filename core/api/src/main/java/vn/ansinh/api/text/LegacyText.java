package vn.ansinh.api.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What became of a cell that may have been typed for the fonts of before Unicode. Such a cell is converted only when it
 * reads as Vietnamese in exactly one of the old encodings and not as it stands; foreign names and names of ethnic
 * minorities stay as they are.
 *
 * @param outcome whether {@code text} may be used
 * @param text NFC; as given when doubtful
 * @param encoding what it was written in; UNICODE unless converted
 */
public record LegacyText(Outcome outcome, String text, Encoding encoding) {

    /** Whether the text may be used. */
    public enum Outcome {
        /** Unicode as it stands. */
        CLEAN,
        /** Was in an old encoding, is Unicode now. */
        CONVERTED,
        /** Looks like an old encoding but cannot be read with certainty: ask for it to be typed again. */
        DOUBTFUL
    }

    /** How a text was written. */
    public enum Encoding {
        UNICODE,
        /** TCVN 5712 with fonts such as .VnTime ("ABC"). */
        TCVN3,
        /** VNI for Windows, with fonts such as VNI-Times. */
        VNI
    }

    /** Recognises a cell on its own. */
    public static LegacyText recognise(String cell) {
        return recognise(cell, Encoding.UNICODE);
    }

    /**
     * Recognises a cell of a sheet in which {@code seen} was met before. A few words read as Vietnamese both as they stand and
     * in an old encoding ("Tó" is "Tú" in TCVN3); in a sheet typed so they are doubtful.
     *
     * @param cell not {@code null}
     * @param seen the old encoding that other cells of the sheet were converted from, UNICODE for none
     */
    public static LegacyText recognise(String cell, Encoding seen) {
        String text = Vietnamese.normalize(cell);
        if (text.chars().allMatch(c -> c < 0x80)) {
            return clean(text);
        }
        if (LegacyTables.hasBeyondLatin1(text)) {
            return LegacyTables.hasSymbolInWord(text) ? doubtful(text) : clean(text);
        }
        if (!LegacyTables.hasSymbolInWord(text) && readsAsVietnamese(text)) {
            boolean otherwise = seen != Encoding.UNICODE && reads(text, decode(text, seen));
            return otherwise ? doubtful(text) : clean(text);
        }
        String tcvn3 = LegacyTables.fromTcvn3(text);
        String vni = LegacyTables.fromVni(text);
        boolean isTcvn3 = reads(text, tcvn3);
        boolean isVni = reads(text, vni);
        if (isTcvn3 && isVni) {
            return seen == Encoding.UNICODE ? doubtful(text) : converted(decode(text, seen), seen);
        }
        if (isTcvn3) {
            boolean certain = seen == Encoding.TCVN3 || LegacyTables.isSurelyTcvn3(text);
            return certain ? converted(tcvn3, Encoding.TCVN3) : clean(text);
        }
        if (isVni) {
            boolean certain = seen == Encoding.VNI || LegacyTables.isSurelyVni(text);
            return certain ? converted(vni, Encoding.VNI) : doubtful(text);
        }
        boolean suspicious = LegacyTables.hasSymbolInWord(text) || LegacyTables.isSurelyVni(text);
        return suspicious ? doubtful(text) : clean(text);
    }

    private static String decode(String text, Encoding encoding) {
        return encoding == Encoding.TCVN3 ? LegacyTables.fromTcvn3(text) : LegacyTables.fromVni(text);
    }

    private static boolean reads(String original, String decoded) {
        return decoded != null && !decoded.equals(original) && readsAsVietnamese(decoded);
    }

    /** Whether every word is a Vietnamese syllable; abbreviations, numbers and punctuation do not count. */
    private static boolean readsAsVietnamese(String text) {
        return words(text).stream().allMatch(word -> VietnameseSyllable.isOne(word) || isAbbreviation(word));
    }

    /** "P", "TDP", "H": plain capitals without a syllable of their own. */
    private static boolean isAbbreviation(String word) {
        return word.length() <= 4 && word.chars().allMatch(c -> c >= 'A' && c <= 'Z');
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String word : text.split("[^\\p{L}\\p{M}]+")) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }

    private static LegacyText clean(String text) {
        return new LegacyText(Outcome.CLEAN, text, Encoding.UNICODE);
    }

    private static LegacyText doubtful(String text) {
        return new LegacyText(Outcome.DOUBTFUL, text, Encoding.UNICODE);
    }

    private static LegacyText converted(String decoded, Encoding encoding) {
        return new LegacyText(Outcome.CONVERTED, capitals(decoded), encoding);
    }

    /**
     * The fonts had no capitals with tones: "NGUYÔN" was typed in a font that showed every letter as a capital, and so was the
     * first letter of "¸nh" in a name.
     */
    private static String capitals(String decoded) {
        if (decoded.chars().filter(c -> c >= 'A' && c <= 'Z').count() > 1
                && decoded.chars().noneMatch(c -> c >= 'a' && c <= 'z')) {
            return decoded.toUpperCase(Locale.ROOT);
        }
        String[] words = decoded.split(" ");
        int lower = -1;
        for (int i = 0; i < words.length; i++) {
            if (!Character.isUpperCase(words[i].codePointAt(0))) {
                if (lower >= 0) {
                    return decoded;
                }
                lower = i;
            }
        }
        if (lower < 0 || words.length < 2 || words[lower].charAt(0) < 0x80) {
            return decoded;
        }
        words[lower] = Character.toUpperCase(words[lower].charAt(0)) + words[lower].substring(1);
        return String.join(" ", words);
    }
}
