package vn.ansinh.itest.container;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Accounts;
import vn.ansinh.api.access.Accounts.Account;
import vn.ansinh.api.access.Accounts.State;
import vn.ansinh.api.access.Agencies;
import vn.ansinh.api.access.Agencies.AgencyDraft;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Origin;
import vn.ansinh.api.access.Permissioned;
import vn.ansinh.api.access.Role;
import vn.ansinh.api.access.Tokens;
import vn.ansinh.api.access.Tokens.TokenDraft;
import vn.ansinh.api.benefit.EntitlementDraft;
import vn.ansinh.api.benefit.Entitlements;
import vn.ansinh.api.benefit.PaymentDetails;
import vn.ansinh.api.identity.BirthDate;
import vn.ansinh.api.identity.PersonDraft;
import vn.ansinh.api.identity.PersonRegistry;
import vn.ansinh.api.identity.Sex;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.api.unit.Units;

/**
 * Two communes of one province with a beneficiary each, and in and around them an official of every role. The province is one
 * that no other story of this container uses.
 */
final class MatrixWorld {

    static final String PROVINCE = "48";
    static final String ELSEWHERE = "40";
    static final String MONTH = "2026-11";
    static final String PROGRAM = "btxh";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    /** In each commune one person, whose name is found nowhere else. */
    static final Map<Integer, String> NAMES = Map.of(0, "Trần Thị Sao Hôm", 1, "Trần Thị Sao Mai");

    /** The number of each, and the account that is paid: found nowhere else either, and whole for few. */
    static final List<String> NUMBERS = List.of("048140000017", "048140000025");

    static final List<String> ACCOUNTS = List.of("9704360011223344", "9704360055667788");

    private final Access access;
    private final Units units;
    private final Accounts accounts;
    private final Agencies agencies;
    private final Tokens tokens;
    private final Permissioned permissioned;

    private final AdministrativeUnit province;
    private final AdministrativeUnit elsewhere;
    private final List<AdministrativeUnit> communes;
    private final List<Long> people = new ArrayList<>();
    private final List<Long> rights = new ArrayList<>();

    MatrixWorld(
            Access access,
            Units units,
            Accounts accounts,
            Agencies agencies,
            Tokens tokens,
            Permissioned permissioned) {
        this.access = access;
        this.units = units;
        this.accounts = accounts;
        this.agencies = agencies;
        this.tokens = tokens;
        this.permissioned = permissioned;
        this.province = units.byCode(PROVINCE, TODAY).orElseThrow();
        this.elsewhere = units.byCode(ELSEWHERE, TODAY).orElseThrow();
        this.communes = units.children(province.id(), TODAY).subList(0, 2);
    }

    /** Gives each commune a person with a social pension. */
    void people(PersonRegistry persons, Entitlements entitlements) throws Exception {
        access.callAs(Caller.SYSTEM, () -> {
            for (int i = 0; i < communes.size(); i++) {
                long commune = communes.get(i).id();
                PersonDraft draft = new PersonDraft(
                        NAMES.get(i),
                        BirthDate.of(LocalDate.of(1940, 2, 3 + i)),
                        Sex.FEMALE,
                        NUMBERS.get(i),
                        null,
                        "01",
                        commune,
                        "Thôn " + i);
                long person = persons.registerAll(List.of(draft)).get(0).personId();
                people.add(person);
                rights.add(entitlements
                        .openAll(List.of(new EntitlementDraft(
                                person,
                                PROGRAM,
                                "HTXH",
                                commune,
                                YearMonth.of(2026, 10),
                                null,
                                "12/QĐ-UBND",
                                LocalDate.of(2026, 9, 30),
                                new PaymentDetails(
                                        "TKNH",
                                        ACCOUNTS.get(i),
                                        "Agribank",
                                        null,
                                        null,
                                        PaymentDetails.PayeeRole.SELF))))
                        .get(0)
                        .entitlementId());
            }
            return null;
        });
    }

    /** Every role, somebody with no right, and somebody with all, in every place. */
    List<Official> officials() throws Exception {
        Map<String, Set<String>> roles = new LinkedHashMap<>();
        for (Role role : permissioned.roles()) {
            roles.put(role.code(), Set.of());
        }
        roles.put("khong-quyen", Set.of());
        roles.put("moi-quyen", Set.of("*"));
        long health = agency("so-y-te-mt", "Sở Y tế thành phố", Set.of(PROGRAM));
        long interior = agency("so-noi-vu-mt", "Sở Nội vụ thành phố", Set.of("nguoi-co-cong"));
        List<Official> officials = new ArrayList<>();
        for (Map.Entry<String, Set<String>> role : roles.entrySet()) {
            officials.add(official(role, "xã", communes.get(0).id(), 0, Set.of(code(0))));
            officials.add(official(role, "xã bên", communes.get(1).id(), 0, Set.of(code(1))));
            officials.add(official(role, "tỉnh", province.id(), health, Set.of(code(0), code(1))));
            officials.add(official(role, "sở bạn", province.id(), interior, Set.of(code(0), code(1))));
            officials.add(official(role, "tỉnh khác", elsewhere.id(), 0, Set.of()));
            officials.add(official(role, "bộ", 0, 0, Set.of(code(0), code(1))));
        }
        return officials;
    }

    private long agency(String code, String name, Set<String> programs) throws Exception {
        AgencyDraft draft = new AgencyDraft(code, name, 0, province.id(), programs, "");
        return access.callAs(Caller.SYSTEM, () -> agencies.add(draft, LocalDate.of(2025, 3, 1)))
                .id();
    }

    private Official official(
            Map.Entry<String, Set<String>> role, String place, long unit, long agency, Set<String> covers)
            throws Exception {
        String name = "mt." + role.getKey() + "." + Vietnamese.fold(place).replace(' ', '-');
        Set<String> roles =
                permissioned.roles().stream().anyMatch(known -> known.code().equals(role.getKey()))
                        ? Set.of(role.getKey())
                        : Set.of();
        Account account = new Account(
                name, "Cán bộ " + place, unit, role.getValue(), agency, Set.of("*"), roles, "", false, State.ACTIVE);
        access.callAs(Caller.SYSTEM, () -> accounts.add(account));
        // of everything its owner may do, now and later
        Caller owner = new Caller(name, "Cán bộ " + place, unit, Set.of("*"));
        Instant soon = Instant.now().plus(Duration.ofHours(1));
        String token = access.callAs(
                owner, () -> tokens.issue(new TokenDraft("Ma trận", Set.of("*"), unit, Set.of("*"), soon)));
        Caller caller = access.byToken(token, Origin.NONE).orElseThrow();
        return new Official(role.getKey(), place, caller, covers, token);
    }

    /** Code of a commune, 0 or 1. */
    String code(int commune) {
        return communes.get(commune).code();
    }

    long person(int commune) {
        return people.get(commune);
    }

    long entitlement(int commune) {
        return rights.get(commune);
    }
}
