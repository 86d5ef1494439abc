package vn.ansinh.btxh.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vn.ansinh.core.policy.PackTrial;
import vn.ansinh.core.policy.PackTrial.LawValue;
import vn.ansinh.testkit.ReferenceTables;

/** The packs say what the tables of law say that the project carries: every row, nothing else, and read in the text or not. */
class ReferenceTablesTest {

    private static final ReferenceTables TABLES = new ReferenceTables(ReferenceTablesTest.class, "/reference");

    /** Rates of the packs that stand in the row of another: two ages or two benefits for which the table has one line. */
    private static final Map<String, String> SAME_ROW = Map.of(
            "BTXH20-1-TIEP", "BTXH20-2",
            "BTXH136-1-TIEP", "BTXH136-2",
            "BTXH28-COSO-DBN-TE", "BTXH28-COSO-DBN-TE-NCT",
            "BTXH28-COSO-DBN-NCT", "BTXH28-COSO-DBN-TE-NCT");

    /** Rows that are no benefit of a person: fuel, a fee per file, medicine of the facility. */
    private static final Set<String> NO_BENEFIT = Set.of("KC20-DICHUYEN", "CP20-XETDUYET", "CP20-THUOC");

    /** Rows whose amount is a parameter, so that a province may raise it. */
    private static final Map<String, String> PARAMETER = Map.of(
            "KC20-NHA-LAM", "lam-nha",
            "KC20-NHA-DIDOI", "di-doi-nha",
            "KC20-NHA-SUA", "sua-nha",
            "KC20-TIENAN", "tien-an-khan-cap",
            "KC136-NHA-LAM", "lam-nha",
            "KC136-NHA-SUA", "sua-nha");

    @Test
    void everyBaseRate() {
        Map<String, String> expected = new TreeMap<>();
        for (Map<String, String> row : TABLES.rows("btxh-base.csv")) {
            LocalDate from = LocalDate.parse(row.get("effective_from"));
            // before NĐ 136 there is no pack, after it there is one of its own
            if (from.getYear() >= 2015 && from.getYear() < 2026) {
                expected.put(
                        "muc-chuan@" + YearMonth.from(from),
                        row.get("muc_chuan_vnd") + " " + row.get("doc_in_force_from") + " " + provisional(row));
            }
        }
        assertEquals(expected, said(ShippedPacks.monthly(), "muc-chuan"));
    }

    @Test
    void everyCoefficient() {
        Map<String, String> expected = new TreeMap<>();
        for (Map<String, String> row : TABLES.rows("btxh-coefficients.csv")) {
            expected.put(
                    row.get("code") + "@" + YearMonth.from(LocalDate.parse(row.get("effective_from"))),
                    number(row.get("coefficient")) + " " + inForce(row) + " " + provisional(row));
        }
        Map<String, String> found = new TreeMap<>();
        for (PackTrial pack : List.of(ShippedPacks.monthly(), ShippedPacks.facilities())) {
            for (LawValue value : pack.values()) {
                if (value.code().startsWith("BTXH")) {
                    found.put(
                            SAME_ROW.getOrDefault(value.code(), value.code()) + "@"
                                    + value.citation().countedFrom(),
                            words(value));
                }
            }
        }
        assertEquals(expected, found);
    }

    @Test
    void whatWasReadInTheTextCitesItsClause() {
        Map<String, Map<String, String>> rows = new TreeMap<>();
        TABLES.rows("btxh-coefficients.csv").forEach(row -> rows.put(row.get("code"), row));
        for (LawValue value : ShippedPacks.monthly().values()) {
            Map<String, String> row = rows.get(SAME_ROW.getOrDefault(value.code(), value.code()));
            if (row != null && row.get("confidence").equals("text")) {
                assertEquals(
                        "Điểm " + row.get("point") + " khoản " + row.get("clause") + " " + row.get("article")
                                + " NĐ 20/2021/NĐ-CP",
                        value.citation().clause(),
                        value.code());
            }
        }
    }

    @Test
    void everyOccasion() {
        Map<String, String> expected = new TreeMap<>();
        for (Map<String, String> row : TABLES.rows("btxh-oneoff.csv")) {
            String code = row.get("code");
            if (!NO_BENEFIT.contains(code)) {
                expected.put(
                        PARAMETER.getOrDefault(code, code) + "@"
                                + YearMonth.from(LocalDate.parse(row.get("effective_from"))),
                        number(row.get("value")) + " "
                                + (code.equals("KC20-TIENAN") ? "2021-08-08" : inForce(row)) + " "
                                + provisional(row));
            }
        }
        // one row for the three cases of Điều 11 khoản 1; the one with an age is a rate of its own
        expected.put("MT20-TU80@2021-07", expected.get("MT20-CONGDONG@2021-07"));
        Map<String, String> found = new TreeMap<>();
        for (LawValue value : ShippedPacks.occasions().values()) {
            found.put(value.code() + "@" + value.citation().countedFrom(), words(value));
        }
        assertEquals(expected, found);
    }

    @Test
    void everyRateOfTheSocialPension() {
        Map<String, String> expected = new TreeMap<>();
        for (Map<String, String> row : TABLES.rows("huu-tri-xa-hoi.csv")) {
            if (row.get("effective_from").equals("2025-07-01")) {
                String parameter = row.get("code").equals("HTXH-MT") ? "mai-tang-huu-tri-xa-hoi" : "muc-huu-tri-xa-hoi";
                expected.put(parameter + "@2025-07", row.get("amount_vnd_month") + " 2025-07-01 true");
            }
        }
        Map<String, String> found = new TreeMap<>();
        for (LawValue value : ShippedPacks.all().values()) {
            found.put(value.code() + "@" + value.citation().countedFrom(), words(value));
        }
        assertEquals(expected, found);
    }

    private static Map<String, String> said(PackTrial pack, String code) {
        Map<String, String> found = new TreeMap<>();
        pack.values().stream()
                .filter(value -> value.code().equals(code))
                .forEach(value -> found.put(code + "@" + value.citation().countedFrom(), words(value)));
        return found;
    }

    private static String words(LawValue value) {
        return number(value.number().toPlainString()) + " " + value.citation().inForce() + " "
                + value.citation().provisional();
    }

    /** NĐ 136/2013 was in force a year before its rates counted. */
    private static String inForce(Map<String, String> row) {
        return row.get("regime").equals("ND136") ? "2014-01-01" : row.get("effective_from");
    }

    private static String number(String text) {
        return new BigDecimal(text).stripTrailingZeros().toPlainString();
    }

    private static boolean provisional(Map<String, String> row) {
        return !row.get("confidence").equals("text");
    }
}
