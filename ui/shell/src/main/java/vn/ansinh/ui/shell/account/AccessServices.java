package vn.ansinh.ui.shell.account;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Accounts;
import vn.ansinh.api.access.Agencies;
import vn.ansinh.api.access.Agency;
import vn.ansinh.api.access.Permissioned;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.access.Role;
import vn.ansinh.api.access.Roles;
import vn.ansinh.api.access.Tokens;
import vn.ansinh.api.program.Program;
import vn.ansinh.api.unit.Units;
import vn.ansinh.ui.kit.text.Texts;

/**
 * What the pages of this room work with.
 *
 * @param running programs; comes and goes under one's hands
 */
public record AccessServices(
        Access access,
        Accounts accounts,
        Agencies agencies,
        Tokens tokens,
        Roles roles,
        Permissioned permissioned,
        Units units,
        List<Program> running,
        Clock clock) {

    private static final Texts TEXTS = Texts.of(AccessServices.class);

    /** A user text of this room. */
    static String text(String key, Object... arguments) {
        return TEXTS.get(key, arguments);
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    Instant now() {
        return clock.instant();
    }

    /** Names of the running programs by id. */
    Map<String, String> programNames() {
        Map<String, String> names = new TreeMap<>();
        running.forEach(program -> names.put(program.id(), program.name()));
        return names;
    }

    /** Programs in words; one that does not run by its id. */
    String programs(Collection<String> ids) {
        if (ids.contains("*")) {
            return text("program.all");
        }
        Map<String, String> names = programNames();
        return ids.stream().map(id -> names.getOrDefault(id, id)).sorted().collect(Collectors.joining(", "));
    }

    /** Permissions in words; those of a program that does not run are told so. */
    List<String> permissions(Collection<String> permissions) {
        if (permissions.contains("*")) {
            return List.of(text("permission.all"));
        }
        Map<String, String> labels = permissioned.labels();
        return permissions.stream()
                .map(permission -> labels.getOrDefault(permission, text("permission.gone", permission)))
                .sorted()
                .toList();
    }

    /** Names of roles by code. */
    Map<String, String> roleNames() {
        return permissioned.roles().stream().collect(Collectors.toMap(Role::code, Role::name));
    }

    /** Agencies of today that the caller may see. */
    List<Agency> agenciesNow() {
        return access.require().may(Permissions.AGENCY_READ) ? agencies.tree(today()) : List.of();
    }

    /** Names of the agencies of today that the caller may see, by id. */
    Map<Long, String> agencyNames() {
        return agenciesNow().stream().collect(Collectors.toMap(Agency::id, Agency::name));
    }

    /** A territory in words. */
    String territory(long unitId) {
        return unitId == 0 ? text("unit.country") : units.fullName(unitId);
    }
}
