package vn.ansinh.api.text;

import java.util.HashMap;
import java.util.Map;

/** Letters of TCVN3 (ABC) and VNI as they appear when their bytes are read as Latin-1. */
final class LegacyTables {

    private static final String UNICODE = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ";
    private static final String TCVN3 =
            "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ¡¢§£¤¥¦";

    /** In VNI a mark follows its vowel: these vowels … */
    private static final Map<Character, String> VNI_MARKS = Map.of(
            'a',
            "âáàåãäêéèúüëùøûõï",
            'e',
            "âáàåãäùøûõï",
            'o',
            "âáàåãäùøûõï",
            'u',
            "ùøûõï",
            'y',
            "ùøûõ",
            'ô',
            "ùøûõï",
            'ö',
            "ùøûõï");

    /** … and these letters come of it, in the same order. */
    private static final Map<Character, String> VNI_LETTERS = Map.of(
            'a',
            "âấầẩẫậăắằẳẵặáàảãạ",
            'e',
            "êếềểễệéèẻẽẹ",
            'o',
            "ôốồổỗộóòỏõọ",
            'u',
            "úùủũụ",
            'y',
            "ýỳỷỹ",
            'ô',
            "ớờởỡợ",
            'ö',
            "ứừửữự");

    private static final String VNI_SINGLE = "ñíìæóòîôö";
    private static final String VNI_SINGLE_LETTERS = "đíìỉĩịỵơư";

    /** Pairs that foreign names have too: Loïc, Anaïs, Raphaël. */
    private static final String VNI_ALSO_FOREIGN = "ïë";

    private static final Map<Character, Character> FROM_TCVN3 = new HashMap<>();

    static {
        for (int i = 0; i < TCVN3.length(); i++) {
            FROM_TCVN3.put(TCVN3.charAt(i), UNICODE.charAt(i));
        }
    }

    private LegacyTables() {}

    /** Whether a letter only Unicode has shows that the text is Unicode. */
    static boolean hasBeyondLatin1(String text) {
        return text.chars().anyMatch(c -> c > 0xff && Character.isLetter(c));
    }

    /** Whether a sign that is no letter, but one in TCVN3, touches a letter. */
    static boolean hasSymbolInWord(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isSymbol(text.charAt(i))
                    && (i > 0 && Character.isLetter(text.charAt(i - 1))
                            || i + 1 < text.length() && Character.isLetter(text.charAt(i + 1)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSymbol(char c) {
        return FROM_TCVN3.containsKey(c) && (!Character.isLetter(c) || c == 'µ' || c == 'ª');
    }

    /** Text read as TCVN3. */
    static String fromTcvn3(String text) {
        StringBuilder decoded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            decoded.append(FROM_TCVN3.getOrDefault(c, c).charValue());
        }
        return decoded.toString();
    }

    /** Whether something in it occurs in no language written with these letters: a sign or a capital inside a word. */
    static boolean isSurelyTcvn3(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean foreignToAll = "ÐÞßþÆ".indexOf(c) >= 0;
            boolean capitalInside = c > 0x7f
                    && Character.isUpperCase(c)
                    && i > 0
                    && Character.isLowerCase(text.charAt(i - 1))
                    && FROM_TCVN3.containsKey(c);
            if (foreignToAll || capitalInside) {
                return true;
            }
        }
        return hasSymbolInWord(text);
    }

    /** Text read as VNI, or {@code null} when a mark stands where VNI has none. */
    static String fromVni(String text) {
        StringBuilder decoded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char small = Character.toLowerCase(c);
            int mark = i + 1 < text.length() ? vniMark(small, text.charAt(i + 1)) : -1;
            int single = VNI_SINGLE.indexOf(small);
            char letter;
            if (mark >= 0) {
                letter = VNI_LETTERS.get(small).charAt(mark);
                i++;
            } else if (single >= 0) {
                letter = VNI_SINGLE_LETTERS.charAt(single);
            } else if (c > 0x7f && Character.isLetter(c)) {
                return null;
            } else {
                letter = small;
            }
            decoded.append(c == small ? letter : Character.toUpperCase(letter));
        }
        return decoded.toString();
    }

    /** Whether a vowel with its mark beside it occurs that is no foreign spelling. */
    static boolean isSurelyVni(String text) {
        int pairs = 0;
        for (int i = 0; i + 1 < text.length(); i++) {
            char next = text.charAt(i + 1);
            if (vniMark(Character.toLowerCase(text.charAt(i)), next) >= 0) {
                boolean alsoForeign = VNI_ALSO_FOREIGN.indexOf(Character.toLowerCase(next)) >= 0;
                pairs += alsoForeign ? 1 : 2;
            }
        }
        return pairs >= 2;
    }

    private static int vniMark(char vowel, char mark) {
        String marks = VNI_MARKS.get(vowel);
        return marks == null ? -1 : marks.indexOf(Character.toLowerCase(mark));
    }
}
