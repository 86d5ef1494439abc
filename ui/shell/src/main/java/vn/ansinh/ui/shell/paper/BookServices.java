package vn.ansinh.ui.shell.paper;

import java.time.Clock;
import java.time.LocalDate;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.document.DocumentNumbers;
import vn.ansinh.api.document.Documents;
import vn.ansinh.api.document.NumberBook;
import vn.ansinh.api.sheet.Spreadsheets;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.api.unit.Units;

/** What the page of numbers works with. */
public record BookServices(
        NumberBook book,
        DocumentNumbers numbers,
        Documents documents,
        Access access,
        Units units,
        Spreadsheets spreadsheets,
        Clock clock) {

    /** Today, in Vietnam. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Name of a unit; empty for one that is unknown. */
    String unitName(long id) {
        return units.byId(id).map(AdministrativeUnit::name).orElse("");
    }
}
