package vn.ansinh.ui.shell.audit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.audit.Entry.Act;
import vn.ansinh.api.audit.Subject;
import vn.ansinh.api.identity.NumberSight;
import vn.ansinh.api.identity.Person;
import vn.ansinh.api.identity.PersonRegistry;
import vn.ansinh.api.unit.Units;
import vn.ansinh.ui.kit.component.FilterBar;
import vn.ansinh.ui.kit.context.PageAddress;
import vn.ansinh.ui.kit.field.DateField;
import vn.ansinh.ui.kit.field.PersonPicker;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;

/** What the audit is asked for: who, whom, what, when. All of it stands in the page's address. */
final class AuditFilters implements Serializable {

    /** Query parameter with the person whose log is shown. */
    static final String PERSON = "nguoi";

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(AuditFilters.class);
    private static final String ACCOUNT = "ai";
    private static final String WHAT = "viec";
    private static final String FROM = "tu";
    private static final String TO = "den";
    /** Rows of a page; the grid asks for its own number. */
    private static final int PAGE = 50;

    private final transient Audit audit;
    private final transient PersonRegistry people;
    private final transient Units units;
    private final transient Caller caller;
    private final transient Runnable changed;
    private Person person;

    /**
     * @param caller whose people are chosen from
     * @param changed called when something else is asked for
     */
    AuditFilters(Audit audit, PersonRegistry people, Units units, Caller caller, Runnable changed) {
        this.audit = audit;
        this.people = people;
        this.units = units;
        this.caller = caller;
        this.changed = changed;
    }

    /** Something that was done. @param act {@code null} for a change; @param action code of a change, else {@code null} */
    private record What(Act act, String action, String label) implements Serializable {

        String code() {
            return act == null ? action : act.name();
        }
    }

    /** The fields, filled from the address of the page. @param end stands at the right end of the bar */
    FilterBar bar(Component end) {
        PageAddress address = PageAddress.current();
        FilterBar bar = new FilterBar();
        bar.search(TEXTS.get("audit.account"), address.get(ACCOUNT).orElse(""), typed -> put(ACCOUNT, typed));
        PersonPicker picker = new PersonPicker(null, people, units, caller.unitId(), NumberSight.of(caller));
        picker.setPlaceholder(TEXTS.get("audit.person"));
        picker.setAriaLabel(TEXTS.get("audit.person"));
        person = address.get(PERSON)
                .filter(id -> id.matches("\\d{1,18}"))
                .flatMap(id -> people.byId(Long.parseLong(id)))
                .orElse(null);
        picker.setValue(person);
        picker.addValueChangeListener(event -> {
            person = event.getValue();
            put(PERSON, person == null ? "" : Long.toString(person.id()));
        });
        bar.addField(picker);
        bar.addField(whatField(address));
        bar.addField(day("audit.from", FROM));
        bar.addField(day("audit.to", TO));
        bar.addAtEnd(end);
        return bar;
    }

    private ComboBox<What> whatField(PageAddress address) {
        ComboBox<What> field = new ComboBox<>();
        field.setPlaceholder(TEXTS.get("audit.act"));
        field.setAriaLabel(TEXTS.get("audit.act"));
        field.setClearButtonVisible(true);
        List<What> all = new ArrayList<>();
        for (Act act : Act.values()) {
            all.add(new What(act, null, act.label()));
        }
        audit.actions().forEach((code, words) -> all.add(new What(null, code, words)));
        field.setItems(all);
        field.setItemLabelGenerator(What::label);
        address.get(WHAT)
                .flatMap(code ->
                        all.stream().filter(what -> what.code().equals(code)).findFirst())
                .ifPresent(field::setValue);
        field.addValueChangeListener(event ->
                put(WHAT, event.getValue() == null ? "" : event.getValue().code()));
        field.getElement().getStyle().set("--vaadin-combo-box-overlay-width", "340px");
        return field;
    }

    private DateField day(String label, String name) {
        DateField field = new DateField(null);
        field.setPlaceholder(TEXTS.get(label));
        field.setAriaLabel(TEXTS.get(label));
        field.setClearButtonVisible(true);
        field.setValue(day(name).orElse(null));
        field.addValueChangeListener(event ->
                put(name, event.getValue() == null ? "" : event.getValue().toString()));
        return field;
    }

    private void put(String name, String value) {
        PageAddress.current().put(name, value);
        changed.run();
    }

    /** Whose log is shown; {@code null} for everybody's. */
    Person person() {
        return person;
    }

    /** The first page of what is asked for. */
    Audit.Query query() {
        PageAddress address = PageAddress.current();
        String what = address.get(WHAT).orElse(null);
        Act act = null;
        for (Act each : Act.values()) {
            act = each.name().equals(what) ? each : act;
        }
        return new Audit.Query(
                address.get(ACCOUNT).orElse(""),
                act,
                act == null ? what : null,
                person == null ? null : Subject.person(person.id()),
                day(FROM).map(AuditFilters::start).orElse(null),
                day(TO).map(day -> start(day.plusDays(1))).orElse(null),
                null,
                PAGE);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(Formats.ZONE).toInstant();
    }

    private static Optional<LocalDate> day(String name) {
        try {
            return PageAddress.current().get(name).map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
