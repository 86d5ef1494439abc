package vn.ansinh.ui.shell.report;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import java.util.List;
import vn.ansinh.api.report.ReportCell;
import vn.ansinh.api.report.ReportColumn;
import vn.ansinh.api.report.ReportColumn.Opens;
import vn.ansinh.api.report.ReportRow;
import vn.ansinh.ui.kit.component.FactList;
import vn.ansinh.ui.kit.text.Texts;

/** A whole row on a phone, and where it leads. */
final class RowDialog extends Dialog {

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(RowDialog.class);

    RowDialog(List<ReportColumn> columns, ReportRow row, CellLinks links) {
        setHeaderTitle(TEXTS.get("row.title"));
        setWidth("480px");
        setMaxWidth("96vw");
        FactList facts = new FactList();
        for (int i = 0; i < columns.size(); i++) {
            ReportColumn column = columns.get(i);
            String title = column.band() == null ? column.title() : column.band() + " – " + column.title();
            String text = ReportCell.text(column.type(), row.values().get(i));
            if (!text.isEmpty()) {
                facts.fact(title, text);
            }
            if (column.opens() != Opens.NOTHING && links.opens(column) && links.opens(column, row)) {
                getFooter()
                        .add(new Button(TEXTS.get("row.open." + column.opens().name()), event -> {
                            close();
                            links.open(column, row);
                        }));
            }
        }
        add(facts);
        getFooter().add(new Button(TEXTS.get("close"), event -> close()));
    }
}
