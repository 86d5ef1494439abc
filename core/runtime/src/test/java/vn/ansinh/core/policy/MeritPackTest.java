package vn.ansinh.core.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vn.ansinh.api.fact.Fact;
import vn.ansinh.api.fact.FactKey;
import vn.ansinh.api.fact.Subject;
import vn.ansinh.api.policy.PersonFacts;
import vn.ansinh.core.fact.FactKeyTrial;
import vn.ansinh.core.policy.PackTrial.LawValue;
import vn.ansinh.testkit.ReferenceTables;

/**
 * The language can say the law of another program: tables by percent, seniority, one-offs, caps, rounding. The pack is made
 * from the tables beside it and must still say the same, row by row.
 */
class MeritPackTest {

    private static final Map<String, FactKey> KEYS = FactKeyTrial.keys(text("/fact/ncc.yaml"));
    private static final PackTrial PACK =
            PackTrial.of(text("/policy/ncc-thu.policy.yaml"), "ncc-thu.policy.yaml", KEYS);
    private static final ReferenceTables TABLES = new ReferenceTables(MeritPackTest.class, "/reference");

    @Test
    void theGoldenCasesComeOutToTheDong() {
        assertEquals(List.of(), PACK.failures(text("/golden/ncc.yaml"), "ncc.yaml"));
    }

    @Test
    void rightsBeginInTheMonthThatLawNames() {
        assertEquals(
                YearMonth.of(2024, 3),
                start("TB", Map.of("ngay-ket-luan-giam-dinh", "2024-03-15"), "2024-06-10"),
                "N32: the month of the medical council");
        assertEquals(
                YearMonth.of(2024, 9),
                start("TB-TUAT", Map.of("ngay-nguoi-co-cong-mat", "2024-08-12"), "2024-10-02"),
                "N14: the month after the death");
        assertEquals(
                YearMonth.of(2024, 7),
                start("ML-BMVNAH", Map.of("ngay-ky-quyet-dinh-tang", "2024-07-20"), "2024-08-30"),
                "N19: the month in which the President signed");
    }

    @Test
    void everyMonthlyAmountIsTheAppendix() {
        Map<String, BigDecimal> expected = new TreeMap<>();
        for (int year : List.of(2023, 2024)) {
            for (Map<String, String> row : TABLES.rows("ncc-monthly-" + year + ".csv")) {
                expected.put(code(row) + "@" + year, new BigDecimal(row.get("amount_vnd_month")));
            }
            // paid three months over when somebody dies
            expected.put("TUTRAN-TB-PHUCAP@" + year, expected.get("TB-PHUCAP-81@" + year));
        }
        assertEquals(expected, amounts("Phụ lục I "));
    }

    /** Where a benefit has an allowance beside the amount, the pack tells them apart by name. */
    private static String code(Map<String, String> row) {
        String code = row.get("code");
        boolean both = code.equals("LTCM-THOATLY") || code.equals("BMVNAH");
        return both && row.get("kind").equals("phu_cap") ? code + "-PHUCAP" : code;
    }

    @Test
    void everyPercentIsTheAppendix() {
        Map<String, BigDecimal> expected = new TreeMap<>();
        for (int year : List.of(2023, 2024)) {
            for (Map<String, String> row : TABLES.rows("ncc-thuong-binh-" + year + ".csv")) {
                String percent = row.get("ty_le_tttct_percent");
                expected.put("TB@" + year + "." + percent, new BigDecimal(row.get("amount_vnd_month")));
                expected.put("TUTRAN-TB@" + year + "." + percent, new BigDecimal(row.get("amount_vnd_month")));
            }
            for (Map<String, String> row : TABLES.rows("ncc-thuong-binh-b-" + year + ".csv")) {
                expected.put(
                        "TBB@" + year + "." + row.get("ty_le_tttct_percent"),
                        new BigDecimal(row.get("amount_vnd_month")));
            }
        }
        assertEquals(480, expected.size());
        Map<String, BigDecimal> found = amounts("Phụ lục II ");
        found.putAll(amounts("Phụ lục III "));
        assertEquals(expected, found);
    }

    @Test
    void everyMultipleOfTheBaseRateIsTheAppendix() {
        Map<String, BigDecimal> expected = new TreeMap<>();
        for (Map<String, String> row : TABLES.rows("ncc-one-off.csv")) {
            if (!row.get("multiple_of_muc_chuan").isEmpty()) {
                expected.put(row.get("code"), new BigDecimal(row.get("multiple_of_muc_chuan")).stripTrailingZeros());
            }
        }
        // the table's 0.3 is for a year; the pack counts half-years
        expected.computeIfPresent(
                "ML-HDKC-THAMNIEN",
                (code, year) -> year.divide(BigDecimal.valueOf(2)).stripTrailingZeros());
        Map<String, BigDecimal> found = new TreeMap<>();
        PACK.values().stream()
                .filter(value -> value.code().startsWith("ML-"))
                .forEach(value -> found.put(value.code(), value.number().stripTrailingZeros()));
        assertEquals(expected, found);
    }

    @Test
    void everyBaseRateIsTheTables() {
        Map<String, BigDecimal> expected = new TreeMap<>();
        TABLES.rows("ncc-base.csv").stream()
                .filter(row -> row.get("confidence").equals("text"))
                .forEach(row -> expected.put(
                        "muc-chuan-ncc " + row.get("effective_from") + " " + row.get("doc_in_force_from"),
                        new BigDecimal(row.get("muc_chuan_vnd"))));
        TABLES.rows("luong-co-so.csv").stream()
                .filter(row -> List.of("2019-07-01", "2023-07-01", "2024-07-01").contains(row.get("effective_from")))
                .forEach(row -> expected.put(
                        "luong-co-so " + row.get("effective_from") + " " + row.get("effective_from"),
                        new BigDecimal(row.get("amount_vnd_month"))));
        Map<String, BigDecimal> found = new TreeMap<>();
        PACK.values().stream()
                .filter(value -> List.of("muc-chuan-ncc", "luong-co-so").contains(value.code()))
                .forEach(value -> found.put(
                        value.code() + " " + value.citation().countedFrom().atDay(1) + " "
                                + value.citation().inForce(),
                        value.number()));
        assertEquals(expected, found);
    }

    private static Map<String, BigDecimal> amounts(String appendix) {
        Map<String, BigDecimal> found = new TreeMap<>();
        for (LawValue value : PACK.values()) {
            if ((value.citation().clause() + " ").contains(appendix)
                    && !value.code().startsWith("ML-")) {
                String row = value.row() == null ? "" : "." + value.row();
                found.put(value.code() + "@" + value.citation().countedFrom().getYear() + row, value.number());
            }
        }
        return found;
    }

    private static YearMonth start(String benefit, Map<String, String> facts, String decision) {
        List<Fact> known = new HashMap<>(facts)
                .entrySet().stream()
                        .map(fact -> new Fact(
                                Subject.person(1),
                                fact.getKey(),
                                fact.getValue(),
                                LocalDate.of(1950, 1, 1),
                                null,
                                "test"))
                        .toList();
        return PACK.startMonth(
                benefit, new PersonFacts(LocalDate.of(1950, 1, 1), null, known), LocalDate.parse(decision));
    }

    private static String text(String resource) {
        try (InputStream in = MeritPackTest.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
