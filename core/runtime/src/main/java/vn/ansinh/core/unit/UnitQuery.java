package vn.ansinh.core.unit;

import java.util.Arrays;
import vn.ansinh.api.unit.AdministrativeUnit.Level;
import vn.ansinh.core.unit.UnitIndex.Node;
import vn.ansinh.core.unit.UnitIndex.Step;

/**
 * What an official typed, ready to be held against units.
 *
 * <p>What is typed is a name ({@code yen hoa}, {@code P. Yên Hòa}), a name and where it lies, in either order
 * ({@code yen hoa ha noi}), the beginning of either, or the digits of a code.
 */
final class UnitQuery {

    /** How well a unit fits, best first. */
    enum Fit {
        NAME,
        NAME_AND_PLACE,
        NAME_BEGINS,
        OLD_NAME,
        NAME_OF_OTHER_KIND,
        WORDS_OF_NAME,
        OLD_DISTRICT,
        OLD_NAME_BEGINS,
        OLD_NAME_AND_PLACE,
        WORDS_AND_PLACE,
        NONE
    }

    private final String text;
    private final String withoutKind;
    private final String[] allWords;
    private final String[] words;
    private final String toned;
    private final boolean code;

    UnitQuery(String typed) {
        text = UnitName.folded(typed == null ? "" : typed);
        withoutKind = text.isEmpty() ? text : UnitName.withoutFoldedKind(text);
        allWords = text.split(" ");
        words = withoutKind.split(" ");
        toned = UnitName.toned(typed == null ? "" : typed);
        code = !text.isEmpty() && text.chars().allMatch(Character::isDigit);
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    /** How well {@code node} fits, by its own name, the names and codes it had before, and the districts it came out of. */
    Fit fit(Node node) {
        Fit now = code ? better(fitOfCode(node), fitOfName(node)) : fitOfName(node);
        return now.compareTo(Fit.NAME_BEGINS) <= 0 ? now : better(now, fitOfPast(node, node));
    }

    /** Whether the tones and other marks that were typed are those of the unit's name; decides between equal names. */
    boolean hasTonesOf(Node node) {
        return UnitName.toned(node.unit.name()).contains(toned);
    }

    private Fit fitOfName(Node node) {
        if (text.equals(node.bare) || text.equals(node.full)) {
            return Fit.NAME;
        }
        if (isNameAndPlace(node.full, allWords, node, true) || isNameAndPlace(node.bare, words, node, true)) {
            return Fit.NAME_AND_PLACE;
        }
        if (node.bare.startsWith(text) || node.full.startsWith(text)) {
            return Fit.NAME_BEGINS;
        }
        if (withoutKind.equals(node.bare)) {
            return Fit.NAME_OF_OTHER_KIND;
        }
        if (UnitName.hasWordsFrom(node.bare, withoutKind)) {
            return Fit.WORDS_OF_NAME;
        }
        return isNameAndPlace(node.bare, words, node, false) ? Fit.WORDS_AND_PLACE : Fit.NONE;
    }

    private Fit fitOfPast(Node node, Node now) {
        Fit best = Fit.NONE;
        for (Step step : node.before) {
            Node old = step.other();
            if (code && old.unit.code().equals(text)) {
                return Fit.OLD_NAME;
            }
            best = better(best, fitOfOldName(old, now));
            best = better(best, fitOfPast(old, now));
        }
        return best;
    }

    private Fit fitOfOldName(Node old, Node now) {
        if (text.equals(old.bare) || text.equals(old.full)) {
            return Fit.OLD_NAME;
        }
        if (old.bare.startsWith(withoutKind)) {
            return Fit.OLD_NAME_BEGINS;
        }
        if (isNameAndPlace(old.bare, words, old, true) || isNameAndPlace(old.bare, words, now, true)) {
            return Fit.OLD_NAME_AND_PLACE;
        }
        Node district = old.parent;
        return district != null
                        && district.unit.level() == Level.DISTRICT
                        && (text.equals(district.bare) || text.equals(district.full))
                ? Fit.OLD_DISTRICT
                : Fit.NONE;
    }

    private Fit fitOfCode(Node node) {
        if (node.unit.code().equals(text)) {
            return Fit.NAME;
        }
        return node.unit.code().startsWith(text) ? Fit.NAME_BEGINS : Fit.NONE;
    }

    /**
     * Whether some of the words, at the beginning or at the end, are (or, unless {@code whole}, begin words of) the name, and
     * each of the others begins a word of what lies above {@code there}, not only of its kind.
     */
    private static boolean isNameAndPlace(String name, String[] words, Node there, boolean whole) {
        for (int cut = words.length - 1; cut > 0; cut--) {
            if (isName(name, words, 0, cut, whole) && arePlace(there, words, cut, words.length)
                    || isName(name, words, cut, words.length, whole) && arePlace(there, words, 0, cut)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isName(String name, String[] words, int from, int to, boolean whole) {
        if (!UnitName.hasWordsFrom(name, words[from])) {
            return false;
        }
        String part = String.join(" ", Arrays.asList(words).subList(from, to));
        return whole ? part.equals(name) : UnitName.hasWordsFrom(name, part);
    }

    private static boolean arePlace(Node there, String[] words, int from, int to) {
        boolean named = false;
        for (int i = from; i < to; i++) {
            if (!UnitName.hasWordsFrom(there.above(), words[i])) {
                return false;
            }
            named |= UnitName.hasWordsFrom(there.place(), words[i]);
        }
        return named;
    }

    private static Fit better(Fit one, Fit other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
