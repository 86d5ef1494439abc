package vn.ansinh.core.notice;

import java.time.Clock;
import java.time.LocalDate;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Agencies;
import vn.ansinh.api.access.Agency;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.unit.Units;

/** In whose name an official speaks: the agency's, else the unit's. */
public final class Issuers {

    private static final String COUNTRY = "Trung ương";

    private final Access access;
    private final Agencies agencies;
    private final Units units;
    private final Clock clock;

    public Issuers(Access access, Agencies agencies, Units units, Clock clock) {
        this.access = access;
        this.agencies = agencies;
        this.units = units;
        this.clock = clock;
    }

    /** The name as it is today. */
    String of(Caller caller) {
        String unit = caller.unitId() == 0 ? COUNTRY : units.fullName(caller.unitId());
        return caller.agencyId() == 0 ? unit : agency(caller.agencyId(), unit);
    }

    /** One's own agency's name is no secret, whatever else one may see of agencies. */
    private String agency(long id, String otherwise) {
        try {
            return access.callAs(Caller.SYSTEM, () -> agencies.byId(id, LocalDate.now(clock)))
                    .map(Agency::name)
                    .orElse(otherwise);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
