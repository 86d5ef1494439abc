package vn.ansinh.core.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import vn.ansinh.api.benefit.PaymentDetails;
import vn.ansinh.api.benefit.PaymentDetails.PayeeRole;
import vn.ansinh.api.identity.BirthDate;
import vn.ansinh.api.identity.PersonDraft;
import vn.ansinh.api.identity.Sex;
import vn.ansinh.api.program.DemoProfile;
import vn.ansinh.api.program.DemoProfile.DemoFact;
import vn.ansinh.api.program.DemoProfile.DemoRight;
import vn.ansinh.api.program.DemoProfile.DemoShare;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.core.demo.DemoPayments.Payee;
import vn.ansinh.core.demo.DemoPerson.Right;
import vn.ansinh.core.demo.DemoPerson.State;
import vn.ansinh.core.demo.NameBook.Family;

/**
 * Invents beneficiaries, one after the other. The same arguments give the same people: the first thousand of twenty thousand
 * are the thousand. Touches no database.
 */
public final class DemoPeople {

    private static final YearMonth FIRST_MONTH = YearMonth.of(2010, 1);
    private static final int ADULT = 18;
    private static final int CHILD_BELOW = 16;
    private static final int OLD = 65;

    private final Weighted<Kind> kinds = new Weighted<>();
    private final NameBook names;
    private final DemoPlaces places;
    private final DemoNumbers numbers;
    private final DemoPayments payments = new DemoPayments();
    private final List<String> birthProvinces;
    private final LocalDate today;
    private final Random random;

    private record Kind(String program, DemoShare share) {}

    /**
     * @param profiles of the programs whose beneficiaries to invent; not empty
     * @param communes where they live; not empty
     * @param birthProvinces 2-digit codes, as before 2025-07-01, of where births there were registered; not empty
     * @param today from which ages are counted
     * @param seed another one, other people
     */
    public DemoPeople(
            Collection<? extends DemoProfile> profiles,
            Collection<AdministrativeUnit> communes,
            List<String> birthProvinces,
            LocalDate today,
            long seed) {
        for (DemoProfile profile : profiles) {
            for (DemoShare share : profile.shares()) {
                kinds.add(new Kind(profile.program(), share), share.weight());
            }
        }
        this.names = new NameBook(birthProvinces);
        this.places = new DemoPlaces(communes, birthProvinces);
        // Another place, other people: otherwise those born elsewhere would be the same everywhere.
        long mixed = 31 * seed + birthProvinces.hashCode();
        this.numbers = new DemoNumbers(mixed);
        this.birthProvinces = List.copyOf(birthProvinces);
        this.today = today;
        this.random = new Random(mixed);
    }

    /** The next {@code count} people. */
    public List<DemoPerson> next(int count) {
        List<DemoPerson> people = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            people.add(next());
        }
        return people;
    }

    private DemoPerson next() {
        Kind kind = kinds.draw(random);
        DemoShare share = kind.share();
        Sex sex = share.sex() != null ? share.sex() : random.nextBoolean() ? Sex.MALE : Sex.FEMALE;
        LocalDate born = bornAt(share.ageFrom(), share.ageBelow());
        long age = ChronoUnit.YEARS.between(born, today);
        BirthDate birth = age >= OLD && random.nextInt(6) == 0 ? BirthDate.ofYear(born.getYear()) : BirthDate.of(born);
        Family family = names.family(random);
        AdministrativeUnit commune = places.commune(random);
        boolean oldCardOnly = age >= OLD && random.nextInt(40) == 0;
        PersonDraft draft = new PersonDraft(
                names.fullName(family, sex, born.getYear(), random),
                birth,
                sex,
                oldCardOnly ? null : numbers.personal(birthProvince(), sex, born.getYear()),
                oldCardOnly ? numbers.old() : null,
                family.ethnicity(),
                commune.id(),
                places.address(commune, random));

        YearMonth now = YearMonth.from(today);
        boolean isNew = random.nextInt(80) == 0;
        YearMonth from = isNew ? now : firstMonth(born.plusYears(share.ageFrom()), now);
        LocalDate certified = earlier(from.atDay(1 + random.nextInt(8)), today);
        LocalDate decided = earlier(certified.plusDays(7 + random.nextInt(12)), today);
        return new DemoPerson(
                draft,
                commune.code(),
                kind.program(),
                share.category(),
                from,
                from.equals(now) ? null : now.minusMonths(1),
                (1 + random.nextInt(4800)) + "/QĐ-UBND",
                decided,
                facts(share, family, certified),
                rights(share, family, age));
    }

    private LocalDate bornAt(int ageFrom, int ageBelow) {
        LocalDate last = today.minusYears(ageFrom);
        LocalDate first = today.minusYears(ageBelow).plusDays(1);
        return first.plusDays(random.nextLong(ChronoUnit.DAYS.between(first, last) + 1));
    }

    /** One in fifteen moved here. */
    private String birthProvince() {
        return random.nextInt(15) == 0 ? "01" : birthProvinces.get(random.nextInt(birthProvinces.size()));
    }

    /** A month from which the right may have run: after the age was reached, before now. */
    private YearMonth firstMonth(LocalDate ofAge, YearMonth now) {
        YearMonth first = YearMonth.from(ofAge).plusMonths(1);
        if (first.isBefore(FIRST_MONTH)) {
            first = FIRST_MONTH;
        }
        long months = ChronoUnit.MONTHS.between(first, now);
        return months <= 0 ? now : first.plusMonths(random.nextLong(months));
    }

    private List<State> facts(DemoShare share, Family family, LocalDate certified) {
        List<State> facts = new ArrayList<>();
        for (DemoFact fact : share.facts()) {
            if (fact instanceof DemoFact.Stated stated) {
                facts.add(new State(stated.key(), stated.value(), certified));
            } else if (fact instanceof DemoFact.Certified day) {
                facts.add(new State(day.key(), certified.toString(), certified));
            } else if (fact instanceof DemoFact.Children children) {
                int count = 1 + random.nextInt(children.atMost());
                Set<String> taken = new HashSet<>();
                while (taken.size() < count) {
                    addChild(children, family, certified, taken, facts);
                }
            }
        }
        return facts;
    }

    /** No two children of a family bear the same name: lists tell them apart by it. */
    private void addChild(
            DemoFact.Children children, Family family, LocalDate certified, Set<String> taken, List<State> facts) {
        LocalDate born = bornAt(children.ageFrom(), children.ageBelow());
        Sex sex = random.nextBoolean() ? Sex.MALE : Sex.FEMALE;
        String name = names.fullName(family, sex, born.getYear(), random);
        if (taken.add(name)) {
            facts.add(new State(children.key(), born + " " + name, born.isAfter(certified) ? born : certified));
        }
    }

    private List<Right> rights(DemoShare share, Family family, long age) {
        boolean collected = age < CHILD_BELOW || random.nextInt(8) == 0;
        PaymentDetails own = payments.draw(collected ? relative(family, PayeeRole.COLLECTOR) : null, random);
        List<Right> rights = new ArrayList<>(2);
        for (DemoRight right : share.rights()) {
            boolean caregiver = right.payee() == PayeeRole.CAREGIVER;
            rights.add(new Right(
                    right.benefit(),
                    caregiver ? payments.toCaregiver(own, relative(family, PayeeRole.CAREGIVER)) : own));
        }
        return rights;
    }

    private Payee relative(Family family, PayeeRole role) {
        LocalDate born = bornAt(ADULT + 2, OLD);
        Sex sex = random.nextInt(3) == 0 ? Sex.MALE : Sex.FEMALE;
        return new Payee(
                names.fullName(family, sex, born.getYear(), random),
                numbers.personal(birthProvince(), sex, born.getYear()),
                role);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
