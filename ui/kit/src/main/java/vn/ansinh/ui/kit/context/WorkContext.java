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
 * don-vi}, {@code ky}) and remembered for the session. Pages read it when they are made: a change makes the page anew.
 */
public final class WorkContext {

    /** Query parameter that holds the unit's code. */
    public static final String UNIT = "don-vi";
    /** Query parameter that holds the month, {@code 2026-11}. */
    public static final String MONTH = "ky";

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

    /** Today, in Vietnam. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** The context as query parameters, to put on a link. */
    public QueryParameters parameters() {
        return QueryParameters.simple(values());
    }

    private Map<String, String> values() {
        String code = unit().map(AdministrativeUnit::code).orElse("");
        return code.isEmpty() ? Map.of(MONTH, month.toString()) : Map.of(UNIT, code, MONTH, month.toString());
    }

    /** Changes unit and month, and makes the open page anew. */
    public void change(long newUnitId, YearMonth newMonth) {
        set(newUnitId, newMonth);
        PageAddress address = PageAddress.of(ui);
        QueryParameters parameters = address.parameters().excluding(UNIT, MONTH).merging("ky", month.toString());
        Optional<AdministrativeUnit> unit = unit();
        ui.navigate(
                address.path(),
                unit.isPresent() ? parameters.merging(UNIT, unit.get().code()) : parameters);
    }

    /** Called by the shell when a page is entered: takes the context from the address, or writes it there. */
    public void entered(PageAddress address) {
        long asked = address.get(UNIT).map(this::unitByCode).orElse(unitId);
        YearMonth when = address.get(MONTH).map(this::parse).orElse(month);
        set(asked, when);
        address.put(Map.of(UNIT, unit().map(AdministrativeUnit::code).orElse(""), MONTH, month.toString()));
    }

    private void set(long newUnitId, YearMonth newMonth) {
        unitId = units.isWithin(newUnitId, rootUnitId) ? newUnitId : rootUnitId;
        month = newMonth;
        VaadinSession.getCurrent().setAttribute(Remembered.class, new Remembered(unitId, month));
    }

    /** A code of before a reform leads to what it became, when that is certain. */
    private long unitByCode(String code) {
        var found = units.resolve(code, today());
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
