package vn.ansinh.btxh.imports;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import vn.ansinh.api.benefit.PaymentDetails;
import vn.ansinh.api.fact.Fact;
import vn.ansinh.api.fact.Subject;
import vn.ansinh.api.identity.PersonDraft;
import vn.ansinh.api.policy.Claim;
import vn.ansinh.api.policy.Due;
import vn.ansinh.api.policy.PersonFacts;
import vn.ansinh.api.sheet.Spreadsheets.SheetRow;
import vn.ansinh.btxh.imports.ListedBeneficiary.Right;
import vn.ansinh.btxh.imports.ListedBeneficiary.State;

/**
 * Reads rows of one list, in order: each becomes what would be written, or reasons why not. Touches no database, so the same
 * rows read the same at the check and at the commit.
 */
final class RowReader {

    /** Where the facts of a list say they come from. */
    static final String SOURCE = "nhap-excel";

    private final Surroundings around;
    private final Header header;
    private final PersonCells person;
    private final PlaceCells place;
    private final BenefitCells benefit;
    private final FactCells facts;
    private final PaymentCells payment;
    private final Duplicates duplicates = new Duplicates();
    private final RowCells.OldFonts oldFonts = new RowCells.OldFonts();

    RowReader(Surroundings around, Header header) {
        this.around = around;
        this.header = header;
        this.person = new PersonCells(around);
        this.place = new PlaceCells(around);
        this.benefit = new BenefitCells(around);
        this.facts = new FactCells(around);
        this.payment = new PaymentCells(around);
    }

    /** @param chosenUnit commune that an official chose for the row, or {@code null} */
    ReadRow read(SheetRow row, Long chosenUnit) {
        RowCells cells = new RowCells(row, header, oldFonts);
        Long unit = place.read(cells, chosenUnit);
        PersonDraft draft = person.read(cells, unit);
        BenefitCells.Told told = benefit.read(cells);
        List<State> states = facts.read(cells, told);
        PaymentDetails own = payment.read(cells);
        List<Right> rights = new ArrayList<>(2);
        if (told.category() != null && told.from() != null) {
            rights.add(new Right(told.category().benefit(), told.from(), told.paidThrough(), own));
        }
        payment.care(cells, told, disability(states), own).ifPresent(rights::add);
        if (draft == null || cells.hasErrors() || rights.isEmpty()) {
            return new ReadRow(row.number(), cells.findings(), null, place.splitCode(cells));
        }
        ListedBeneficiary listed =
                new ListedBeneficiary(draft, told.decisionNumber(), told.decisionDate(), states, rights);
        duplicates.check(cells, listed);
        if (cells.hasErrors()) {
            return new ReadRow(row.number(), cells.findings(), null, null);
        }
        warnWhenNothingIsDue(cells, listed);
        return new ReadRow(row.number(), cells.findings(), listed, null);
    }

    private static String disability(List<State> states) {
        return states.stream()
                .filter(state -> state.key().equals(FactKeys.DISABILITY))
                .map(State::value)
                .findFirst()
                .orElse(null);
    }

    /** Asks policy itself, so that the check never has an opinion of its own about ages and conditions. */
    private void warnWhenNothingIsDue(RowCells cells, ListedBeneficiary listed) {
        YearMonth month = YearMonth.from(around.today());
        List<Fact> known = new ArrayList<>();
        for (State state : listed.facts()) {
            known.add(new Fact(Subject.person(0), state.key(), state.value(), state.from(), null, SOURCE));
        }
        List<Claim> claims = new ArrayList<>();
        for (Right right : listed.rights()) {
            if (!right.from().isAfter(month)) {
                claims.add(new Claim(
                        claims.size(),
                        right.benefit(),
                        right.from(),
                        null,
                        listed.person().unitId()));
            }
        }
        PersonFacts facts = new PersonFacts(listed.person().birth().date(), null, known);
        for (Due due : around.dues().due(facts, claims, month, month, around.today())) {
            if (due.reason() != null) {
                cells.warn(
                        ImportColumn.CATEGORY,
                        "CHUA-DUOC-CHI",
                        "Tháng " + BenefitCells.label(month) + " chưa được chi (" + due.benefit() + "): "
                                + due.reason());
            }
        }
    }
}
