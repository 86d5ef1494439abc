package vn.ansinh.core.benefit;

import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import vn.ansinh.core.policy.TestPack;

/** The law of a {@link SmallWorld}: as the file has it at first, then with the decrees that come. */
final class SmallLaw {

    private static final String PACK = "so-cai-mot.policy.yaml";
    private static final String RATE = "he-so: 1.5, can-cu: \"Điều 6\", trang-thai: chinh-thuc}\n";

    /** Packs outlive a world; their versions only ever rise. */
    private static final AtomicInteger VERSIONS = new AtomicInteger(1);

    private static boolean decreed;

    private final Office office;

    /** A world begins under the law as the file has it, so that what happens in it can be repeated alone. */
    SmallLaw(Office office) {
        this.office = office;
        if (decreed) {
            offer(RATE);
            decreed = false;
        }
    }

    /** A new version of the first program's pack, in force today, counted from some month. */
    void decree(Step step, LocalDate today) {
        offer(RATE + "          - {tinh-tu: " + step.at() + ", hieu-luc: " + today + ", he-so: " + step.coefficient()
                + ", can-cu: \"NĐ\", trang-thai: chinh-thuc}\n");
        decreed = true;
    }

    private void offer(String rates) {
        String source = TestPack.read(PACK)
                .replace("phien-ban: 1\n", "phien-ban: " + VERSIONS.incrementAndGet() + "\n")
                .replace(RATE, rates);
        if (!office.policies.offer(source, PACK, TestPack.KEYS)) {
            throw new IllegalStateException("The decree is refused: " + source);
        }
    }
}
