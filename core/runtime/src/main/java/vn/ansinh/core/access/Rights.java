package vn.ansinh.core.access;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import vn.ansinh.api.access.Accounts.Account;
import vn.ansinh.api.access.Accounts.State;
import vn.ansinh.api.access.Agency;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Origin;
import vn.ansinh.api.access.Permissioned;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.access.Role;

/** What an account may do today: its own permissions and its roles', for its own programs that are its agency's too. */
final class Rights {

    private static final String ALL = "*";
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final AccountStore accounts;
    private final AgencyStore agencies;
    private final Permissioned permissioned;
    private final InstantSource clock;

    Rights(AccountStore accounts, AgencyStore agencies, Permissioned permissioned, InstantSource clock) {
        this.accounts = accounts;
        this.agencies = agencies;
        this.permissioned = permissioned;
        this.clock = clock;
    }

    /** The caller that an account makes; empty when it may not act, or the unit's account that it stands behind may not. */
    Optional<Caller> caller(AccountStore.Row row) {
        return row.isActive() ? held(row.account()).map(rights -> caller(row.account(), rights)) : Optional.empty();
    }

    /** A caller that may do nothing but choose a password. */
    static Caller passwordFirst(Caller caller) {
        return new Caller(
                caller.account(),
                caller.fullName(),
                caller.unitId(),
                Set.of(Permissions.PASSWORD_FIRST),
                Set.of(),
                caller.agencyId(),
                caller.origin(),
                caller.tokenId());
    }

    private Caller caller(Account person, Account rights) {
        String name = person == rights ? person.fullName() : person.fullName() + " – " + rights.fullName();
        return new Caller(
                person.name(),
                name,
                rights.unitId(),
                permissions(rights),
                programs(rights),
                rights.agencyId(),
                Origin.NONE,
                0);
    }

    /** The account whose rights count: the unit's for who works behind one. */
    private Optional<Account> held(Account account) {
        return account.holder().isEmpty()
                ? Optional.of(account)
                : accounts.byName(account.holder())
                        .map(AccountStore.Row::account)
                        .filter(unit -> unit.state() == State.UNIT);
    }

    /** What an account may do in effect; {@code "*"} only for who works for all programs, none of them off in its unit. */
    Set<String> permissions(Account account) {
        Set<String> held = new HashSet<>(account.permissions());
        if (!account.roles().isEmpty()) {
            permissioned.roles().stream()
                    .filter(role -> account.roles().contains(role.code()))
                    .map(Role::permissions)
                    .forEach(held::addAll);
        }
        Set<String> programs = programs(account);
        Set<String> off = permissioned.off(account.unitId());
        if (programs.contains(ALL) && off.isEmpty()) {
            return held;
        }
        if (held.remove(ALL)) {
            held.addAll(permissioned.declared());
        }
        held.removeIf(permission -> permissioned
                .programOf(permission)
                .filter(program -> off.contains(program) || !programs.contains(ALL) && !programs.contains(program))
                .isPresent());
        return held;
    }

    /** The programs an account works for in effect; none when its agency has ended. */
    Set<String> programs(Account account) {
        if (account.agencyId() == 0) {
            return account.programs();
        }
        Set<String> ofAgency =
                agencies.byId(account.agencyId(), today()).map(Agency::programs).orElse(Set.of());
        if (account.programs().contains(ALL)) {
            return ofAgency;
        }
        Set<String> both = new HashSet<>(account.programs());
        if (!ofAgency.contains(ALL)) {
            both.retainAll(ofAgency);
        }
        return both;
    }

    LocalDate today() {
        return clock.instant().atZone(ZONE).toLocalDate();
    }
}
