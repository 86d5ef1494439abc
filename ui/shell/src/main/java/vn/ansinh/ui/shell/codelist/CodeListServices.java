package vn.ansinh.ui.shell.codelist;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.codelist.CodeList;
import vn.ansinh.api.codelist.CodeListEditing;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.api.unit.AdministrativeUnit.Level;
import vn.ansinh.api.unit.Units;
import vn.ansinh.ui.kit.context.WorkContext;
import vn.ansinh.ui.kit.text.Texts;

/** What these pages work with. */
public record CodeListServices(Access access, Units units, CodeListEditing editing, Clock clock) {

    private static final Texts TEXTS = Texts.of(CodeListServices.class);

    /** Today, in Vietnam. */
    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Whether the caller may do something with entries of a province (0: of the country). */
    boolean may(String permission, long unitId) {
        Caller caller = access.require();
        return caller.may(permission) && (unitId == 0 ? caller.unitId() == 0 : units.isWithin(unitId, caller.unitId()));
    }

    /** The province in which the caller would add entries of its own: their own, or the one they look at. */
    private Optional<AdministrativeUnit> ownProvince() {
        if (!access.require().may(Permissions.CODELIST_PROPOSE)) {
            return Optional.empty();
        }
        long own = access.require().unitId();
        return units.byId(own == 0 ? WorkContext.current().unitId() : own)
                .filter(unit -> unit.level() == Level.PROVINCE && unit.existsOn(today()));
    }

    /** Whose entries the caller may propose in a list: 0 for the country's, then a province's; empty for nobody's. */
    List<Long> scopes(CodeList list) {
        List<Long> scopes = new ArrayList<>();
        if (may(Permissions.CODELIST_PROPOSE, 0)) {
            scopes.add(0L);
        }
        if (list.local()) {
            ownProvince().map(AdministrativeUnit::id).ifPresent(scopes::add);
        }
        return scopes;
    }

    /** Whose an entry or a proposal is. */
    String whose(long unitId) {
        return unitId == 0
                ? TEXTS.get("national")
                : units.byId(unitId).map(AdministrativeUnit::name).orElse("");
    }
}
