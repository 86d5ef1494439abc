package vn.ansinh.core.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.ansinh.api.access.Agencies;
import vn.ansinh.api.access.Agencies.AgencyDraft;
import vn.ansinh.api.access.Agency;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.api.unit.Units;
import vn.ansinh.core.csv.CsvReader;
import vn.ansinh.core.csv.CsvRow;

/** The agencies that every province has, before and after the reorganisation of March 2025, from {@code agency-kinds.csv}. */
public final class UsualAgencies {

    private static final String[] COLUMNS = {"level", "code", "name", "parent", "from", "to", "programs"};

    private final Agencies agencies;
    private final Units units;

    /** @param agencies called as the caller of the thread */
    public UsualAgencies(Agencies agencies, Units units) {
        this.agencies = agencies;
        this.units = units;
    }

    /**
     * Founds those of a province that are not there yet.
     *
     * @param province its code on {@code today}
     * @return how many were founded
     */
    public int found(String province, LocalDate today) {
        AdministrativeUnit unit = units.byCode(province, today)
                .orElseThrow(() -> Problem.invalid("AS-UNIT-CODE", "Hôm nay không có tỉnh nào mang mã " + province));
        List<CsvRow> kinds = read();
        Map<String, Long> ids = new HashMap<>();
        int founded = found(kinds, "tinh", unit, unit, ids);
        for (AdministrativeUnit commune : units.children(unit.id(), today)) {
            founded += found(kinds, "xa", commune, unit, ids);
        }
        return founded;
    }

    private int found(
            List<CsvRow> kinds,
            String level,
            AdministrativeUnit unit,
            AdministrativeUnit province,
            Map<String, Long> ids) {
        int founded = 0;
        for (CsvRow kind : kinds) {
            if (!kind.field(0).equals(level)) {
                continue;
            }
            String parent = kind.field(3);
            Long parentId = parent.isEmpty()
                    ? Long.valueOf(0)
                    : ids.getOrDefault(parent + "-" + unit.code(), ids.get(parent + "-" + province.code()));
            AgencyDraft draft = new AgencyDraft(
                    kind.field(1) + "-" + unit.code(),
                    kind.field(2) + " " + inSentence(unit.name()),
                    parentId == null ? 0 : parentId,
                    unit.id(),
                    programs(kind.field(6)),
                    "");
            founded += found(draft, LocalDate.parse(kind.field(4)), kind.field(5), ids);
        }
        return founded;
    }

    private int found(AgencyDraft draft, LocalDate from, String to, Map<String, Long> ids) {
        try {
            Agency agency = agencies.add(draft, from);
            ids.put(draft.code(), agency.id());
            if (!to.isEmpty()) {
                agencies.end(agency.id(), LocalDate.parse(to).minusDays(1), "Sắp xếp bộ máy từ " + to);
            }
            return 1;
        } catch (Problem problem) {
            if (!problem.code().equals("AS-AGENCY-EXISTS")) {
                throw problem;
            }
            agencies.tree(from).stream()
                    .filter(agency -> agency.code().equals(draft.code()))
                    .forEach(agency -> ids.put(agency.code(), agency.id()));
            return 0;
        }
    }

    private static Set<String> programs(String text) {
        return Arrays.stream(text.split(" ")).filter(id -> !id.isEmpty()).collect(Collectors.toSet());
    }

    /** {@code Tỉnh Hà Tĩnh} within a name: {@code tỉnh Hà Tĩnh}. */
    private static String inSentence(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    private static List<CsvRow> read() {
        try (InputStream file = UsualAgencies.class.getResourceAsStream("agency-kinds.csv")) {
            return CsvReader.read(file, COLUMNS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
