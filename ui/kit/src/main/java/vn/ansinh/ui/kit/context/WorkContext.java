package vn.ansinh.ui.kit.context;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.VaadinSession;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.api.unit.Units;

/**
 * Where and when one works: a unit and a month, chosen in one place at the top of the window, kept in the address ({@code
 * don-vi}, {@code ky}) and remembered for the session. A code means the unit of that month. Pages read it when they are made: a change makes the page anew.
 */
public final class WorkContext {

    /** Query parameter that holds the unit's code. */
    public static final String UNIT = "don-vi";
    /** Query parameter that holds the month, {@code 2026-11}. */
    public static final String MONTH = "ky";

    private static final char SINCE = '~';

    private final UI ui;
    private final Units units;
    private final Clock clock;
    private final long rootUnitId;
    private long unitId;
    private YearMonth month;

    private WorkContext(UI ui, Units units, Clock clock, long rootUnitId) {
        this.ui = ui;
        this.units = units;
        this.clock = clock;
        this.rootUnitId = rootUnitId;
        Remembered remembered = ui.getSession().getAttribute(Remembered.class);
        unitId = remembered == null ? rootUnitId : remembered.unitId();
        month = remembered == null ? YearMonth.now(clock) : remembered.month();
    }

    private record Remembered(long unitId, YearMonth month) {}

    /**
     * Gives {@code ui} its context; called once by the shell after sign-in.
     *
     * @param rootUnitId unit whose subtree the account may see, 0 for the country
     */
    public static WorkContext install(UI ui, Units units, Clock clock, long rootUnitId) {
        WorkContext context = new WorkContext(ui, units, clock, rootUnitId);
        ComponentUtil.setData(ui, WorkContext.class, context);
        return context;
    }

    /** Called by the shell at sign-out: the next account begins in its own unit and the present month. */
    public static void forget(VaadinSession session) {
        session.setAttribute(Remembered.class, null);
    }

    /** The context of the current UI. @throws IllegalStateException when nobody is signed in */
    public static WorkContext current() {
        return of(UI.getCurrent()).orElseThrow(() -> new IllegalStateException("nobody is signed in here"));
    }

    /** The context of {@code ui}, once somebody is signed in. */
    public static Optional<WorkContext> of(UI ui) {
        return Optional.ofNullable(ComponentUtil.getData(ui, WorkContext.class));
    }

    /** The unit, or 0 for the whole country. */
    public long unitId() {
        return unitId;
    }

    /** The unit; empty for the whole country. */
    public Optional<AdministrativeUnit> unit() {
        return unitId == 0 ? Optional.empty() : units.byId(unitId);
    }

    /** Name of the unit, or {@code Cả nước}. */
    public String unitName() {
        return unit().map(AdministrativeUnit::name).orElse("Cả nước");
    }

    /** The month. */
    public YearMonth month() {
        return month;
    }

    /** Top of what the account may see; 0 for the country. */
    public long rootUnitId() {
        return rootUnitId;
    }

    /** The day whose units and people the month speaks of: its last, {@code null} for the present month and later ones. */
    public LocalDate asOf() {
        return month.isBefore(YearMonth.from(today())) ? month.atEndOfMonth() : null;
    }

    /** Today, in Vietnam. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** The context as query parameters, to put on a link. */
    public QueryParameters parameters() {
        return QueryParameters.simple(values());
    }

    private Map<String, String> values() {
        String code = code();
        return code.isEmpty() ? Map.of(MONTH, month.toString()) : Map.of(UNIT, code, MONTH, month.toString());
    }

    /** Changes unit and month, and makes the open page anew. */
    public void change(long newUnitId, YearMonth newMonth) {
        set(newUnitId, newMonth);
        PageAddress address = PageAddress.of(ui);
        QueryParameters parameters = address.parameters().excluding(UNIT, MONTH).merging("ky", month.toString());
        String code = code();
        ui.navigate(address.path(), code.isEmpty() ? parameters : parameters.merging(UNIT, code));
    }

    /** Called by the shell when a page is entered: takes the context from the address, or writes it there. */
    public void entered(PageAddress address) {
        YearMonth when = address.get(MONTH).map(this::parse).orElse(month);
        long asked = address.get(UNIT).map(code -> unitByCode(code, when)).orElse(unitId);
        set(asked, when);
        address.put(Map.of(UNIT, code(), MONTH, month.toString()));
    }

    private void set(long newUnitId, YearMonth newMonth) {
        unitId = units.isWithin(newUnitId, rootUnitId) ? newUnitId : rootUnitId;
        month = newMonth;
        VaadinSession.getCurrent().setAttribute(Remembered.class, new Remembered(unitId, month));
    }

    /** The unit in the address: its code, with its first day where the month's units are others. */
    private String code() {
        return unit().map(unit ->
                        unit.existsOn(month.atEndOfMonth()) ? unit.code() : unit.code() + SINCE + unit.validFrom())
                .orElse("");
    }

    /** What bore the code in the month; else a code of before a reform leads to what it became, when that is certain. */
    private long unitByCode(String text, YearMonth when) {
        int since = text.indexOf(SINCE);
        if (since > 0) {
            String first = text.substring(since + 1);
            return units.everByCode(text.substring(0, since)).stream()
                    .filter(unit -> unit.validFrom().toString().equals(first))
                    .map(AdministrativeUnit::id)
                    .findFirst()
                    .orElse(unitId);
        }
        Optional<AdministrativeUnit> then = units.byCode(text, when.atEndOfMonth());
        if (then.isPresent()) {
            return then.get().id();
        }
        var found = units.resolve(text, today());
        return found.size() == 1 ? found.get(0).id() : unitId;
    }

    private YearMonth parse(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeParseException e) {
            return month;
        }
    }
}
