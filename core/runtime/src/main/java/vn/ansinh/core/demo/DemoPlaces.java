package vn.ansinh.core.demo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.core.csv.CsvRow;

/** Where invented people live: communes of different size, each with its own hamlets. */
final class DemoPlaces {

    private static final int FIRST_SOUTHERN_PROVINCE = 79;

    private final Weighted<AdministrativeUnit> communes = new Weighted<>();
    private final Map<Long, List<String>> hamlets = new HashMap<>();

    /** @param communes not empty */
    DemoPlaces(Collection<AdministrativeUnit> communes, Collection<String> provinces) {
        List<String> names = new ArrayList<>();
        for (CsvRow row : NameBook.rows("thon.csv", "name")) {
            names.add(row.field(0));
        }
        boolean southern = provinces.stream().mapToInt(Integer::parseInt).min().orElse(0) >= FIRST_SOUTHERN_PROVINCE;
        for (AdministrativeUnit commune : communes) {
            // By its code, so that a commune is the same whatever the seed.
            Random random = new Random(commune.code().hashCode() * 31L);
            this.communes.add(commune, 0.5 + random.nextDouble());
            hamlets.put(commune.id(), hamlets(commune, southern, names, random));
        }
    }

    AdministrativeUnit commune(RandomGenerator random) {
        return communes.draw(random);
    }

    /** {@code Thôn Hưng Mỹ}. */
    String address(AdministrativeUnit commune, RandomGenerator random) {
        List<String> own = hamlets.get(commune.id());
        return own.get(random.nextInt(own.size()));
    }

    private static List<String> hamlets(
            AdministrativeUnit commune, boolean southern, List<String> names, Random random) {
        boolean ward = commune.name().startsWith("Phường");
        String kind = ward ? southern ? "Khu phố" : "Tổ dân phố" : southern ? "Ấp" : "Thôn";
        boolean numbered = ward || random.nextInt(4) == 0;
        List<String> shuffled = new ArrayList<>(names);
        Collections.shuffle(shuffled, random);
        int count = 6 + random.nextInt(9);
        List<String> hamlets = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            hamlets.add(kind + " " + (numbered ? Integer.toString(i + 1) : shuffled.get(i)));
        }
        return hamlets;
    }
}
