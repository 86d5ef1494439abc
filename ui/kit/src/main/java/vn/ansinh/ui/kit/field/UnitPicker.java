package vn.ansinh.ui.kit.field;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.api.unit.Units;
import vn.ansinh.ui.kit.context.Keys;
import vn.ansinh.ui.kit.text.Texts;

/**
 * An administrative unit, found by typing without diacritics ({@code yen hoa} finds {@code Phường Yên Hòa}), by its old name or
 * its code. Shows where the unit lies and what it was made of.
 */
public class UnitPicker extends ComboBox<AdministrativeUnit> {

    private static final Texts TEXTS = Texts.of(UnitPicker.class);
    private static final int OLD_NAMES = 4;

    private final transient Units units;

    /**
     * @param within subtree to choose from, 0 for the country
     * @param day day on which the units exist
     */
    public UnitPicker(String label, Units units, long within, Supplier<LocalDate> day) {
        super(label);
        this.units = units;
        setPlaceholder(TEXTS.get("unit.placeholder"));
        setItemLabelGenerator(unit -> units.fullName(unit.id()));
        setRenderer(LitRenderer.<AdministrativeUnit>of("<div class=\"as-option\"><div>${item.name}</div>"
                        + "<div class=\"as-small as-muted\">${item.where}</div></div>")
                .withProperty("name", AdministrativeUnit::name)
                .withProperty("where", this::where));
        setItems(query -> {
            List<AdministrativeUnit> found =
                    find(query.getFilter().orElse("").strip(), within, day.get(), query.getOffset() + query.getLimit());
            return found.stream().skip(query.getOffset()).limit(query.getLimit());
        });
        getElement().getStyle().set("--vaadin-combo-box-overlay-width", "420px");
        Keys.enterTakesFirst(this);
    }

    private List<AdministrativeUnit> find(String text, long within, LocalDate day, int limit) {
        if (!text.isEmpty()) {
            return units.search(text, within, day, limit);
        }
        if (within == 0) {
            return units.provinces(day);
        }
        List<AdministrativeUnit> all = new ArrayList<>();
        units.byId(within).ifPresent(top -> addOnDay(top, day, all));
        return all.stream().distinct().limit(limit).toList();
    }

    /** A unit and what lies below it; before its time what it was made of. */
    private void addOnDay(AdministrativeUnit unit, LocalDate day, List<AdministrativeUnit> all) {
        if (unit.validFrom().isAfter(day)) {
            units.predecessors(unit.id()).forEach(step -> addOnDay(step.unit(), day, all));
            return;
        }
        if (unit.existsOn(day)) {
            all.add(unit);
        }
        all.addAll(units.children(unit.id(), day));
    }

    /** {@code Tỉnh Hà Tĩnh · 18073 · trước là Xã Cẩm Quang, Thị trấn Cẩm Xuyên}. */
    private String where(AdministrativeUnit unit) {
        List<String> parts = new ArrayList<>();
        if (unit.parentId() != 0) {
            parts.add(units.fullName(unit.parentId()));
        }
        parts.add(unit.code());
        List<Units.Succession> before = units.predecessors(unit.id()).stream()
                .filter(step -> !step.unit().name().equals(unit.name()))
                .toList();
        if (!before.isEmpty()) {
            String names = before.stream()
                    .limit(OLD_NAMES)
                    .map(step -> step.unit().name())
                    .collect(Collectors.joining(", "));
            parts.add(TEXTS.get("unit.before", before.size() > OLD_NAMES ? names + "…" : names));
        }
        return String.join(" · ", parts);
    }
}
