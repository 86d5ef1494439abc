package vn.ansinh.ui.shell.household;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import vn.ansinh.api.identity.Household;
import vn.ansinh.api.identity.Household.Member;
import vn.ansinh.api.identity.Households;
import vn.ansinh.ui.kit.component.DataTable;
import vn.ansinh.ui.kit.component.FactList;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;
import vn.ansinh.ui.shell.person.PeopleServices;

/** A household as it is: where, since when, who. */
final class HouseholdTable {

    private static final Texts TEXTS = Texts.of(HouseholdTable.class);

    private HouseholdTable() {}

    static Component of(PeopleServices services, Household household) {
        String unit = services.units().fullName(household.unitId());
        FactList facts = new FactList()
                .fact(TEXTS.get("number"), Long.toString(household.id()))
                .fact(TEXTS.get("place"), household.address() == null ? unit : household.address() + ", " + unit)
                .fact(TEXTS.get("hamlet"), household.hamlet())
                .fact(TEXTS.get("since"), Formats.date(household.from()));
        DataTable table = new DataTable(
                TEXTS.get("members"),
                List.of(
                        TEXTS.get("member"),
                        ">" + TEXTS.get("birth"),
                        TEXTS.get("relation"),
                        ">" + TEXTS.get("member-since")));
        for (Member member : household.members()) {
            Span name = new Span(member.fullName());
            if (member.personId() == household.headId()) {
                name.addClassName("as-b");
            }
            table.row(
                    name,
                    new Span(member.birth().label()),
                    new Span(
                            member.relation() == null
                                    ? TEXTS.get("relation-unknown")
                                    : services.entry(Households.RELATIONS, member.relation())),
                    new Span(Formats.date(member.from())));
        }
        Div all = new Div(facts, table);
        all.addClassName("as-stack");
        return all;
    }
}
