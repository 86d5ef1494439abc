package vn.ansinh.btxh.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.ansinh.core.policy.PackTrial;
import vn.ansinh.core.policy.PackTrial.LawValue;

/** The pack says what the law says: by the reference tables, and by the golden cases. */
class BtxhPackTest {

    private static final PackTrial PACK =
            PackTrial.of(text("/ANSINH-INF/policy/btxh.policy.yaml"), "btxh.policy.yaml", BtxhFactKeys.read());

    @Test
    void theGoldenCasesOfNd20AndAfterComeOutToTheDong() {
        assertEquals(List.of(), PACK.failures(text("/golden/btxh-nd20.yaml"), "btxh-nd20.yaml"));
    }

    @Test
    void theReferenceTablesAreTheOnesTheProjectChecked() throws Exception {
        for (String line : text("/reference/SHA256SUMS").lines().toList()) {
            String[] sum = line.split("\\s+");
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(text("/reference/" + sum[1]).getBytes(StandardCharsets.UTF_8));
            assertEquals(sum[0], HexFormat.of().formatHex(digest), sum[1]);
        }
    }

    @Test
    void everyBaseRateIsTheTablesAndProvisionalUnlessReadInTheText() {
        List<LawValue> bases = PACK.values().stream()
                .filter(value -> value.code().equals("muc-chuan"))
                .toList();
        List<Map<String, String>> rows = table("btxh-base.csv").stream()
                .filter(row -> row.get("effective_from").compareTo("2021-07-01") >= 0)
                .toList();
        assertEquals(rows.size(), bases.size());
        for (int i = 0; i < rows.size(); i++) {
            Map<String, String> row = rows.get(i);
            LawValue base = bases.get(i);
            assertEquals(new BigDecimal(row.get("muc_chuan_vnd")), base.number());
            assertEquals(
                    YearMonth.from(LocalDate.parse(row.get("effective_from"))),
                    base.citation().countedFrom());
            assertEquals(
                    LocalDate.parse(row.get("doc_in_force_from")),
                    base.citation().inForce());
            assertEquals(!row.get("confidence").equals("text"), base.citation().provisional(), base.citation()::label);
        }
    }

    @Test
    void everyCommunityCoefficientOfTheTableIsInThePackAndNothingElse() {
        Map<String, Map<String, String>> rows = table("btxh-coefficients.csv").stream()
                .filter(row -> row.get("regime").equals("ND20")
                        && !row.get("cumulation_group").equals("COSO"))
                .collect(Collectors.toMap(row -> row.get("code"), Function.identity()));
        Map<String, String> sameRow = Map.of("BTXH20-1-TIEP", "BTXH20-2");
        Map<String, Map<String, String>> missing = new HashMap<>(rows);
        for (LawValue value : PACK.values()) {
            if (value.code().equals("muc-chuan")) {
                continue;
            }
            Map<String, String> row = rows.get(sameRow.getOrDefault(value.code(), value.code()));
            assertTrue(row != null, () -> value.code() + " is not in the table");
            missing.remove(value.code());
            assertEquals(0, new BigDecimal(row.get("coefficient")).compareTo(value.number()), value.code());
            boolean readInText = value.citation().countedFrom().isBefore(YearMonth.of(2026, 7));
            assertEquals(!readInText, value.citation().provisional(), value.code());
            if (readInText) {
                assertEquals(
                        "Điểm " + row.get("point") + " khoản " + row.get("clause") + " " + row.get("article")
                                + " NĐ 20/2021/NĐ-CP",
                        value.citation().clause());
            } else {
                assertFalse(value.citation().clause().startsWith("Điểm"), "nobody has read a clause of NĐ 335/2026");
            }
        }
        assertEquals(Map.of(), missing);
    }

    static String text(String resource) {
        try (InputStream in = BtxhPackTest.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Map<String, String>> table(String name) {
        List<List<String>> lines =
                text("/reference/" + name).lines().map(BtxhPackTest::cells).toList();
        return lines.stream()
                .skip(1)
                .map(line -> {
                    Map<String, String> row = new HashMap<>();
                    for (int i = 0; i < line.size(); i++) {
                        row.put(lines.get(0).get(i), line.get(i));
                    }
                    return row;
                })
                .toList();
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (char c : (line + ",").toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        return cells;
    }
}
