package vn.ansinh.ui.shell.review;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.TextField;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import vn.ansinh.api.benefit.EntitlementEvent;
import vn.ansinh.api.bulk.BulkDecision;
import vn.ansinh.api.bulk.BulkDecision.Kind;
import vn.ansinh.api.bulk.BulkDecisions.Draft;
import vn.ansinh.api.codelist.CodeLists.Entry;
import vn.ansinh.api.policy.Benefit;
import vn.ansinh.api.review.ReviewKind;
import vn.ansinh.api.review.ReviewRow;
import vn.ansinh.api.review.Reviews.Query;
import vn.ansinh.ui.kit.component.FormDialog;
import vn.ansinh.ui.kit.field.MonthField;
import vn.ansinh.ui.kit.text.Texts;

/** Drafts one decision about the chosen rows; what the kind proposes is chosen already. */
final class BulkDraftDialog {

    private static final Texts TEXTS = Texts.of(BulkDraftDialog.class);

    private final ReviewServices services;
    private final ReviewKind reviewed;
    private final Query query;
    private final Set<ReviewRow> rows;
    private final ComboBox<Kind> kind = new ComboBox<>(TEXTS.get("draft.kind"));
    private final ComboBox<Entry> reason = new ComboBox<>(TEXTS.get("draft.reason"));
    private final MonthField month = new MonthField(TEXTS.get("draft.month"));
    private final ComboBox<Benefit> benefit = new ComboBox<>(TEXTS.get("draft.benefit"));
    private final TextField note = new TextField(TEXTS.get("draft.note"));

    BulkDraftDialog(ReviewServices services, ReviewKind reviewed, Query query, Set<ReviewRow> rows) {
        this.services = services;
        this.reviewed = reviewed;
        this.query = query;
        this.rows = rows;
        kind.setItems(Kind.END, Kind.SUSPEND, Kind.ADJUST, Kind.TRANSFER);
        kind.setItemLabelGenerator(Kind::label);
        reason.setItemLabelGenerator(Entry::name);
        benefit.setItems(services.policies().benefits(query.program()));
        benefit.setItemLabelGenerator(Benefit::name);
        kind.addValueChangeListener(event -> turn(event.getValue()));
        kind.setValue(
                switch (reviewed.proposal()) {
                    case SUSPEND -> Kind.SUSPEND;
                    case END -> Kind.END;
                    case TRANSFER -> Kind.TRANSFER;
                    default -> Kind.ADJUST;
                });
    }

    private void turn(Kind chosen) {
        if (chosen == null) {
            return;
        }
        EntitlementEvent.Kind event =
                chosen == Kind.TRANSFER ? EntitlementEvent.Kind.END : EntitlementEvent.Kind.valueOf(chosen.name());
        List<Entry> reasons = services.entitlements().reasons(event);
        reason.setItems(Entry::isLike, reasons);
        reason.setValue(reasons.stream()
                .filter(entry -> entry.code().equals(reviewed.reason()))
                .findFirst()
                .orElse(reasons.size() == 1 ? reasons.get(0) : null));
        benefit.setVisible(chosen == Kind.TRANSFER);
        // the month of losing the condition is still paid (NĐ 20/2021/NĐ-CP Điều 8 khoản 2)
        YearMonth latest = rows.stream()
                .map(row -> YearMonth.from(row.due()))
                .max(YearMonth::compareTo)
                .orElseThrow();
        month.setValue(chosen == Kind.SUSPEND ? YearMonth.from(services.today()) : latest);
        month.setHelperText(TEXTS.get(chosen == Kind.END ? "draft.last" : "draft.first"));
    }

    void open() {
        new FormDialog(TEXTS.get("draft.title", rows.size()), TEXTS.get("draft.lead"), TEXTS.get("draft.verb"))
                .fields(kind, month)
                .wide(reason)
                .wide(benefit)
                .wide(note)
                .does(this::complete, this::draft)
                .open();
    }

    private boolean complete() {
        boolean whole = given(kind) & given(reason);
        boolean noMonth = month.getValue() == null;
        month.refuse(noMonth ? TEXTS.get("draft.missing") : null);
        return whole & !noMonth & (kind.getValue() != Kind.TRANSFER || given(benefit));
    }

    private static boolean given(ComboBox<?> field) {
        boolean missing = field.getValue() == null;
        field.setErrorMessage(missing ? TEXTS.get("draft.missing") : null);
        field.setInvalid(missing);
        return !missing;
    }

    private void draft() {
        BulkDecision made = services.decisions()
                .draft(new Draft(
                        kind.getValue(),
                        query.program(),
                        query.unitId(),
                        reason.getValue().code(),
                        month.getValue(),
                        kind.getValue() == Kind.TRANSFER ? benefit.getValue().code() : null,
                        note.getValue(),
                        rows.stream().map(ReviewRow::entitlementId).distinct().toList(),
                        rows.stream().map(ReviewRow::key).toList()));
        UI.getCurrent().navigate(BulkView.PATH, BulkView.address(made.id()));
    }
}
