package vn.ansinh.core.report.closing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.ansinh.api.deadline.Cadence;
import vn.ansinh.api.deadline.DueRule;
import vn.ansinh.api.report.ReportColumn.Privacy;
import vn.ansinh.api.report.ReportDefinition;
import vn.ansinh.api.report.ReportSubmission;
import vn.ansinh.api.report.ReportSubmission.Step;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.api.unit.AdministrativeUnit.Level;
import vn.ansinh.api.unit.Units;

/** Thông tư 02/2021 điều 6 names three levels; since July 2025 there are two. */
class SubmittersTest {

    private static final LocalDate REFORM = LocalDate.of(2025, 7, 1);
    private static final LocalDate LAST_OF_THREE = LocalDate.of(2025, 1, 1);
    private static final long PROVINCE = 1;
    private static final long DISTRICT = 2;
    private static final long OLD_COMMUNE = 3;
    private static final long NEW_COMMUNE = 4;

    private static final List<AdministrativeUnit> UNITS = List.of(
            unit(PROVINCE, Level.PROVINCE, 0, LocalDate.of(2000, 1, 1), null),
            unit(DISTRICT, Level.DISTRICT, PROVINCE, LocalDate.of(2000, 1, 1), REFORM),
            unit(OLD_COMMUNE, Level.COMMUNE, DISTRICT, LocalDate.of(2000, 1, 1), REFORM),
            unit(NEW_COMMUNE, Level.COMMUNE, PROVINCE, REFORM, null));

    private final Submitters submitters = new Submitters((Units) Proxy.newProxyInstance(
            Units.class.getClassLoader(),
            new Class<?>[] {Units.class},
            (proxy, method, arguments) -> switch (method.getName()) {
                case "byId" ->
                    UNITS.stream()
                            .filter(unit -> unit.id() == (Long) arguments[0])
                            .findFirst();
                case "provinces" -> children(0, (LocalDate) arguments[0]);
                case "children" -> children((Long) arguments[0], (LocalDate) arguments[1]);
                default -> throw new UnsupportedOperationException(method.getName());
            }));

    private static AdministrativeUnit unit(long id, Level level, long parent, LocalDate from, LocalDate to) {
        return new AdministrativeUnit(id, "c" + id, "Đơn vị " + id, level, parent, from, to);
    }

    private static List<AdministrativeUnit> children(long parent, LocalDate day) {
        return UNITS.stream()
                .filter(unit -> unit.parentId() == parent && unit.existsOn(day))
                .toList();
    }

    private static ReportDefinition form() {
        ReportDefinition of = ClosingDesk.form(Privacy.PUBLIC, false);
        return new ReportDefinition(
                of.id(),
                of.version(),
                of.title(),
                of.description(),
                of.program(),
                of.section(),
                of.basis(),
                of.unread(),
                of.permission(),
                of.sensitive(),
                of.parameters(),
                of.columns(),
                of.groups(),
                of.charts(),
                of.landscape(),
                of.form(),
                of.notes(),
                of.signatories(),
                of.recipients(),
                Optional.of(new ReportSubmission(List.of(
                        new Step(Level.COMMUNE, DueRule.onDay(Cadence.HALF_YEAR, 5, 14), "khoản 1 điểm c"),
                        new Step(Level.DISTRICT, DueRule.onDay(Cadence.HALF_YEAR, 5, 29), "khoản 2 điểm d"),
                        new Step(Level.PROVINCE, DueRule.onDay(Cadence.HALF_YEAR, 6, 14), "khoản 3 điểm d")))));
    }

    @Test
    void threeLevelsBeforeTheReform() {
        assertEquals(List.of(PROVINCE), submitters.below(form(), 0, LAST_OF_THREE));
        assertEquals(List.of(DISTRICT), submitters.below(form(), PROVINCE, LAST_OF_THREE));
        assertEquals(List.of(OLD_COMMUNE), submitters.below(form(), DISTRICT, LAST_OF_THREE));
        assertTrue(submitters.step(form(), DISTRICT, LAST_OF_THREE).isPresent());
        assertFalse(submitters.step(form(), NEW_COMMUNE, LAST_OF_THREE).isPresent());
    }

    @Test
    void twoLevelsSince() {
        assertEquals(List.of(NEW_COMMUNE), submitters.below(form(), PROVINCE, REFORM));
        assertEquals(List.of(NEW_COMMUNE), submitters.at(Level.COMMUNE, 0, LocalDate.of(2025, 12, 31)));
        assertEquals(List.of(), submitters.at(Level.DISTRICT, 0, LocalDate.of(2025, 12, 31)));
        assertFalse(submitters.step(form(), DISTRICT, REFORM).isPresent());
        assertFalse(submitters.step(form(), OLD_COMMUNE, REFORM).isPresent());
    }

    @Test
    void aFormWithoutDistrictsGoesFromCommunesOfThemToTheProvince() {
        assertEquals(
                List.of(OLD_COMMUNE),
                submitters.below(ClosingDesk.form(Privacy.PUBLIC, false), PROVINCE, LAST_OF_THREE));
    }
}
