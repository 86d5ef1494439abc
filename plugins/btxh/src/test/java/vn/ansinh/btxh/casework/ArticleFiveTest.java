package vn.ansinh.btxh.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import vn.ansinh.api.casework.Eligibility.Verdict;
import vn.ansinh.api.casework.Procedure;

/**
 * Whom NĐ 20/2021 Điều 5 and 20 mean, clause by clause and on both sides of every age, as the desk is told: {@code dieu-5.md}. What is
 * not named there as asked for must not apply.
 */
class ArticleFiveTest {

    private static final Path TABLE = Path.of("src/test/resources/dieu-5.md");

    @TestFactory
    Stream<DynamicTest> whomTheDecreeMeans() throws IOException {
        return Files.readAllLines(TABLE, StandardCharsets.UTF_8).stream()
                .filter(line -> line.matches("\\|.*\\d{4}-\\d{2}-\\d{2}.*"))
                .map(line -> line.split("\\|", -1))
                .map(cells -> DynamicTest.dynamicTest(cells[1].strip(), () -> holds(cells)));
    }

    private static void holds(String[] cells) throws Exception {
        HelpDesk help = new HelpDesk();
        help.born = LocalDate.parse(cells[2].strip());
        LocalDate day = LocalDate.parse(cells[3].strip());
        Procedure procedure = BtxhProcedures.ALL.values().stream()
                .filter(each -> each.id().equals("btxh.tro-cap-hang-thang") && each.holdsOn(day))
                .findFirst()
                .orElseThrow();
        List<Verdict> verdicts =
                help.ask(HelpDesk.doctor(), HelpDesk.PERSON, procedure, answers(cells[4].strip()), day);
        List<String> applying = new ArrayList<>();
        verdicts.stream()
                .filter(Verdict::applies)
                .forEach(verdict ->
                        applying.add(verdict.benefit() + " " + verdict.amount() / 1000 + " " + verdict.from()));
        assertEquals(cells[5].strip(), String.join("; ", applying));
        if (!cells[6].isBlank()) {
            String[] why = cells[6].strip().split(": ", 2);
            assertEquals(
                    why[1],
                    verdicts.stream()
                            .filter(verdict -> verdict.benefit().equals(why[0]))
                            .findFirst()
                            .orElseThrow()
                            .words());
        }
    }

    /** {@code ho-ngheo=ngheo, con-dang-nuoi=2015-03-02 An+2018-08-09 Bình}. */
    private static Map<String, List<String>> answers(String cell) {
        Map<String, List<String>> answers = new LinkedHashMap<>();
        if (!cell.isEmpty()) {
            for (String answer : cell.split(", ")) {
                String[] parts = answer.split("=");
                answers.put(parts[0], List.of(parts[1].split("\\+")));
            }
        }
        return answers;
    }
}
