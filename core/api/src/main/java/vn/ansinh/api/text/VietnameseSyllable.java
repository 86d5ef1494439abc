package vn.ansinh.api.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** Whether a word can be a Vietnamese syllable as it is spelt: initial, rime and tone must go together. */
final class VietnameseSyllable {

    private static final String SHARP = "\u0301";
    private static final String HEAVY = "\u0323";
    private static final String TONE_MARKS = "\u0300\u0309\u0303\u0301\u0323";

    /** Longest first, so that "ngh" is not read as "n". */
    private static final String[] INITIALS = {
        "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d", "đ", "g", "h", "k", "l", "m",
        "n", "p", "r", "s", "t", "v", "x", ""
    };

    private static final Set<String> RIMES =
            Set.of(("a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây "
                            + "e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng "
                            + "iêp iêt iêu o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet "
                            + "oc oi om on ong oong ooc op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt "
                            + "u ua uân uâng uât uây uc uê uêch uênh ui um un ung uơ up ut uy uya uych uyên uyêt uynh uyt uyu "
                            + "uôc uôi uôm uôn uông uôt ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu "
                            + "y yêm yên yêng yêt yêu")
                    .split(" "));

    private VietnameseSyllable() {}

    /** @param word letters only, any case, NFC or NFD */
    static boolean isOne(String word) {
        String marked = Normalizer.normalize(word, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        StringBuilder letters = new StringBuilder(marked.length());
        String tone = "";
        for (int i = 0; i < marked.length(); i++) {
            char c = marked.charAt(i);
            if (TONE_MARKS.indexOf(c) < 0) {
                letters.append(c);
            } else if (tone.isEmpty()) {
                tone = String.valueOf(c);
            } else {
                return false;
            }
        }
        String plain = Normalizer.normalize(letters, Normalizer.Form.NFC);
        return isSpelt(plain) && mayBearTone(plain, tone);
    }

    private static boolean isSpelt(String plain) {
        if (plain.equals("gi")) {
            return true;
        }
        for (String initial : INITIALS) {
            if (plain.startsWith(initial) && hasRime(initial, plain.substring(initial.length()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasRime(String initial, String rime) {
        if (initial.equals("qu")) {
            return RIMES.contains(rime) || RIMES.contains("u" + rime);
        }
        return RIMES.contains(rime);
    }

    /** A syllable that ends in a stop bears sắc or nặng only. */
    private static boolean mayBearTone(String plain, String tone) {
        boolean stopped = plain.endsWith("c") || plain.endsWith("ch") || plain.endsWith("p") || plain.endsWith("t");
        return !stopped || tone.equals(SHARP) || tone.equals(HEAVY);
    }
}
