package vn.ansinh.core.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import vn.ansinh.api.identity.Sex;
import vn.ansinh.core.csv.CsvReader;
import vn.ansinh.core.csv.CsvRow;

/** Vietnamese names as frequent as they are, roughly. */
final class NameBook {

    /** Born before it, one may bear a name of the older generation. */
    private static final int OLDER_GENERATION = 1965;

    private final Weighted<Family> families = new Weighted<>();
    private final Map<Sex, Weighted<String>> middle = new EnumMap<>(Sex.class);
    private final Map<Sex, Weighted<String>> given = new EnumMap<>(Sex.class);
    private final Map<Sex, Weighted<String>> givenOfOld = new EnumMap<>(Sex.class);

    /** @param ethnicity code of list {@code dan-toc} */
    record Family(String name, String ethnicity) {}

    /** @param provinces codes, as before 2025-07-01, of where people live: some family names are of some provinces only */
    NameBook(Collection<String> provinces) {
        for (Sex sex : Sex.values()) {
            middle.put(sex, new Weighted<>());
            given.put(sex, new Weighted<>());
            givenOfOld.put(sex, new Weighted<>());
        }
        for (CsvRow row : rows("ho.csv", "name", "weight", "ethnicity", "provinces")) {
            List<String> home = Arrays.asList(row.field(3).split(" "));
            if (row.field(3).isEmpty() || !Collections.disjoint(home, provinces)) {
                families.add(new Family(row.field(0), row.field(2)), Double.parseDouble(row.field(1)));
            }
        }
        for (CsvRow row : rows("dem.csv", "sex", "name", "weight")) {
            middle.get(sex(row)).add(row.field(1), Double.parseDouble(row.field(2)));
        }
        for (CsvRow row : rows("ten.csv", "sex", "name", "weight", "older")) {
            double weight = Double.parseDouble(row.field(2));
            boolean older = row.field(3).equals("1");
            givenOfOld.get(sex(row)).add(row.field(1), older ? 5 * weight : weight);
            if (!older) {
                given.get(sex(row)).add(row.field(1), weight);
            }
        }
    }

    Family family(RandomGenerator random) {
        return families.draw(random);
    }

    /** {@code Nguyễn Thị Lan}. */
    String fullName(Family family, Sex sex, int birthYear, RandomGenerator random) {
        Map<Sex, Weighted<String>> names = birthYear < OLDER_GENERATION ? givenOfOld : given;
        String between = middle.get(sex).draw(random);
        String name = names.get(sex).draw(random);
        return between.isEmpty() || between.equals(name)
                ? family.name() + " " + name
                : family.name() + " " + between + " " + name;
    }

    static List<CsvRow> rows(String file, String... header) {
        try (InputStream in = NameBook.class.getResourceAsStream(file)) {
            return CsvReader.read(in, header);
        } catch (IOException e) {
            throw new UncheckedIOException("The bundle's own list " + file + " cannot be read", e);
        }
    }

    private static Sex sex(CsvRow row) {
        return row.field(0).equals("nam") ? Sex.MALE : Sex.FEMALE;
    }
}
