package vn.ansinh.core.policy;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.ansinh.core.extender.FileRefusedException;

/** Whatever somebody's slip makes of a pack: it is taken or refused with a line and a reason, nothing else happens. */
class PackMutationTest {

    private static final List<String> WORDS = List.of(
            "",
            "{}",
            "[]",
            "null",
            "-1",
            "999999999999999999999",
            "2026-13",
            "&a",
            "*a",
            "? x",
            "[{}]",
            "{a: b}",
            "~",
            "\"");

    private static final PackTrial NATIONAL = PackTrial.of(TestPack.SOURCE, TestPack.FILE, TestPack.KEYS);

    @Test
    void everySlipIsTakenOrRefused() {
        Random random = new Random(20);
        int refused = 0;
        for (String file : List.of("thu.policy.yaml", "cac-muc.policy.yaml", "mo-rong.policy.yaml")) {
            String source = TestPack.read(file);
            for (int i = 0; i < 300; i++) {
                String slip = slip(source, random);
                refused += assertDoesNotThrow(() -> isRefused(slip), () -> slip) ? 1 : 0;
            }
        }
        int count = refused;
        assertTrue(count > 400, () -> "only " + count + " of 900 slips were noticed");
    }

    private static boolean isRefused(String source) {
        try {
            NATIONAL.with(source.replace("goi: thu\n", "goi: thu-2\n"), "sai.policy.yaml", TestPack.KEYS);
            return false;
        } catch (FileRefusedException e) {
            e.faults()
                    .forEach(fault ->
                            assertTrue(fault.line() > 0 && !fault.reason().isBlank(), fault::toString));
            return true;
        }
    }

    /** One to three lines lost, doubled, moved, indented otherwise, or with a word replaced. */
    private static String slip(String source, Random random) {
        List<String> lines = new ArrayList<>(source.lines().toList());
        for (int i = 0; i <= random.nextInt(3); i++) {
            int at = random.nextInt(lines.size());
            String line = lines.get(at);
            switch (random.nextInt(6)) {
                case 0 -> lines.remove(at);
                case 1 -> lines.add(at, line);
                case 2 -> lines.add(random.nextInt(lines.size()), lines.remove(at));
                case 3 -> lines.set(at, " ".repeat(random.nextInt(6)) + line.strip());
                case 4 -> lines.set(at, line.replaceFirst(": [^,}]+", ": " + word(random)));
                default -> lines.set(at, replaceAny(line, random));
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private static String word(Random random) {
        return WORDS.get(random.nextInt(WORDS.size())).replace("\\", "");
    }

    private static String replaceAny(String line, Random random) {
        String[] words = line.split("(?<=[ ,{}\\[\\]:])");
        words[random.nextInt(words.length)] = word(random) + " ";
        return String.join("", words);
    }
}
