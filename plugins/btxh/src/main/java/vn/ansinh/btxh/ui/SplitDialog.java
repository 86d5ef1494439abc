package vn.ansinh.btxh.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.btxh.imports.ExcelImports;
import vn.ansinh.btxh.imports.ExcelImports.Choice;
import vn.ansinh.btxh.imports.ImportColumn;
import vn.ansinh.btxh.imports.ImportSummary;
import vn.ansinh.btxh.imports.PreviewRow;
import vn.ansinh.btxh.imports.Severity;
import vn.ansinh.btxh.imports.SplitCommune;
import vn.ansinh.ui.kit.component.DataTable;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Texts;

/** For the people of communes that were split: where each lives now. One choice for all, then others for single rows. */
final class SplitDialog extends Dialog {

    private static final Texts TEXTS = Texts.of(SplitDialog.class);
    /** So many rows are offered one by one; the rest follow the choice for all, or wait for the next round. */
    private static final int SINGLE_ROWS = 100;

    private final transient ExcelImports imports;
    private final transient ImportSummary summary;
    private final transient Runnable changed;
    private final transient Map<ComboBox<AdministrativeUnit>, Choice> fields = new LinkedHashMap<>();

    SplitDialog(ExcelImports imports, ImportSummary summary, Runnable changed) {
        this.imports = imports;
        this.summary = summary;
        this.changed = changed;
        setHeaderTitle(TEXTS.get("split.title"));
        setWidth("820px");
        setMaxWidth("96vw");
        Paragraph lead = new Paragraph(TEXTS.get("split.lead"));
        lead.addClassName("as-muted");
        add(lead, table());
        Button save = new Button(TEXTS.get("split.save"), event -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(TEXTS.get("split.cancel"), event -> close()), save);
    }

    private DataTable table() {
        DataTable table = new DataTable(
                TEXTS.get("split.title"),
                List.of(TEXTS.get("split.row"), TEXTS.get("split.who"), TEXTS.get("split.unit")));
        List<SplitCommune> splits = imports.splits(summary.id());
        List<PreviewRow> waiting = imports.rows(summary.id(), Severity.CHOICE, 0, SINGLE_ROWS);
        for (SplitCommune split : splits) {
            List<PreviewRow> own =
                    waiting.stream().filter(row -> isOf(row, split.code())).toList();
            if (own.isEmpty()) {
                continue;
            }
            Span all = new Span(TEXTS.get("split.all", split.rows(), split.name(), split.code()));
            all.addClassName("as-b");
            table.row(new Span(TEXTS.get("split.every")), all, field(split, null));
            for (PreviewRow row : own) {
                table.row(new Span(Integer.toString(row.number())), new Span(who(row)), field(split, row.number()));
            }
        }
        return table;
    }

    private ComboBox<AdministrativeUnit> field(SplitCommune split, Integer row) {
        ComboBox<AdministrativeUnit> field = new ComboBox<>();
        field.setItems(split.candidates());
        field.setItemLabelGenerator(AdministrativeUnit::name);
        field.setPlaceholder(TEXTS.get(row == null ? "split.choose-all" : "split.choose"));
        field.setAriaLabel(TEXTS.get("split.unit") + " " + (row == null ? split.code() : row.toString()));
        field.setWidth("240px");
        fields.put(field, new Choice(split.code(), row, 0));
        return field;
    }

    /** As the list has the code, or with the zero that Excel took from a number. */
    private boolean isOf(PreviewRow row, String code) {
        for (int i = 0; i < summary.columns().size() && i < row.cells().size(); i++) {
            if (summary.columns().get(i).column() == ImportColumn.UNIT) {
                String cell = row.cells().get(i).strip();
                return cell.equals(code) || ("0" + cell).equals(code);
            }
        }
        return false;
    }

    private String who(PreviewRow row) {
        List<String> told = new ArrayList<>();
        for (int i = 0; i < summary.columns().size() && i < row.cells().size(); i++) {
            var column = summary.columns().get(i).column();
            if (column != null && !row.cells().get(i).isBlank()) {
                switch (column) {
                    case NAME, BIRTH, ADDRESS -> told.add(row.cells().get(i));
                    default -> {}
                }
            }
        }
        return String.join(", ", told);
    }

    /** Single rows first: the choice for all then holds for those that are left. */
    private void save() {
        List<Choice> choices = new ArrayList<>();
        fields.forEach((field, choice) -> {
            if (field.getValue() != null && choice.row() != null) {
                choices.add(
                        new Choice(choice.code(), choice.row(), field.getValue().id()));
            }
        });
        fields.forEach((field, choice) -> {
            if (field.getValue() != null && choice.row() == null) {
                choices.add(new Choice(choice.code(), null, field.getValue().id()));
            }
        });
        if (choices.isEmpty()) {
            close();
            return;
        }
        if (Problems.guard(() -> imports.choose(summary.id(), choices))) {
            close();
            changed.run();
        }
    }
}
