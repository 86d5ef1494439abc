package vn.ansinh.ui.shell.notice;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.function.Consumer;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.notice.LegalDocument;
import vn.ansinh.api.notice.Notice;
import vn.ansinh.ui.kit.component.FactList;
import vn.ansinh.ui.kit.component.FormDialog;
import vn.ansinh.ui.kit.component.MessageBar;
import vn.ansinh.ui.kit.job.Downloads;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;
import vn.ansinh.ui.shell.layout.SidePanel;

/** One of them, with all that hangs on it. */
final class NoticePanel extends Div {

    private static final long serialVersionUID = 1L;
    private static final int KILOBYTE = 1024;
    private static final Texts TEXTS = Texts.of(NoticePanel.class);

    private final transient NoticeServices services;
    private final transient Notice notice;
    private final transient Consumer<Notice> changed;
    private final transient Runnable withdrawn;

    /** @param open opens another one by its id */
    NoticePanel(
            NoticeServices services, Notice notice, Consumer<Long> open, Consumer<Notice> changed, Runnable withdrawn) {
        this.services = services;
        this.notice = notice;
        this.changed = changed;
        this.withdrawn = withdrawn;
        addClassName("as-lines");
        if (notice.withdrawnWhy() != null) {
            add(MessageBar.warn(TEXTS.get("panel.withdrawn"), notice.withdrawnWhy()));
        }
        if (notice.law() != null) {
            add(law(notice.law(), open));
        }
        add(new LightText(notice.body()));
        if (!notice.files().isEmpty()) {
            add(SidePanel.heading(TEXTS.get("panel.files")), files());
        }
        add(SidePanel.heading(TEXTS.get("panel.about")), about());
        Caller caller = services.access().require();
        boolean own = caller.may(Permissions.NOTICE_PUBLISH)
                && (caller.unitId() == 0
                        || notice.unitId() != 0 && services.units().isWithin(notice.unitId(), caller.unitId()));
        if (own && notice.withdrawnWhy() == null) {
            add(actions());
        }
    }

    private FactList law(LegalDocument law, Consumer<Long> open) {
        FactList facts = new FactList()
                .fact(TEXTS.get("law.number"), law.number())
                .fact(TEXTS.get("law.authority"), law.authority())
                .fact(TEXTS.get("law.issued"), Formats.date(law.issued()))
                .fact(TEXTS.get("law.from"), Formats.date(law.from()));
        if (law.to() != null) {
            facts.fact(TEXTS.get("law.to"), Formats.date(law.to()));
        }
        references(facts, TEXTS.get("law.replaces"), notice.replaces(), open);
        references(facts, TEXTS.get("law.replaced-by"), notice.replacedBy(), open);
        return facts;
    }

    private static void references(
            FactList facts, String label, List<Notice.Reference> references, Consumer<Long> open) {
        if (references.isEmpty()) {
            return;
        }
        Div links = new Div();
        links.addClassName("as-lines");
        for (Notice.Reference reference : references) {
            Button link = new Button(reference.number(), event -> open.accept(reference.id()));
            link.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
            link.setTooltipText(reference.title());
            links.add(link);
        }
        facts.fact(label, links);
    }

    private Div files() {
        Div files = new Div();
        files.addClassName("as-lines");
        for (Notice.File file : notice.files()) {
            files.add(Downloads.of(
                    TEXTS.get("panel.file", file.name(), size(file.size())),
                    file.name(),
                    file.mediaType(),
                    () -> services.notices().content(notice.id(), file.id()).stream()));
        }
        return files;
    }

    static String size(int bytes) {
        return bytes < KILOBYTE * KILOBYTE
                ? TEXTS.get("size.kb", Math.max(1, bytes / KILOBYTE))
                : TEXTS.get("size.mb", bytes / KILOBYTE / KILOBYTE);
    }

    private FactList about() {
        return new FactList()
                .fact(TEXTS.get("column.kind"), notice.kind().label())
                .fact(TEXTS.get("column.issuer"), notice.issuer())
                .fact(
                        TEXTS.get("panel.for"),
                        notice.unitId() == 0
                                ? TEXTS.get("panel.country")
                                : services.units().fullName(notice.unitId()))
                .fact(
                        TEXTS.get("panel.program"),
                        notice.program() == null ? TEXTS.get("panel.all-programs") : services.program(notice.program()))
                .fact(
                        TEXTS.get("panel.shown"),
                        notice.to() == null
                                ? TEXTS.get("panel.shown-from", Formats.date(notice.from()))
                                : TEXTS.get("panel.shown-to", Formats.date(notice.from()), Formats.date(notice.to())))
                .fact(TEXTS.get("panel.published"), Formats.time(notice.publishedAt()));
    }

    private Div actions() {
        Button change = new Button(
                TEXTS.get("panel.change"),
                VaadinIcon.EDIT.create(),
                event -> NoticeForm.of(services, notice, changed).open());
        Button withdraw = new Button(TEXTS.get("panel.withdraw"), VaadinIcon.BAN.create(), event -> withdraw());
        Div row = new Div(change, withdraw);
        row.addClassName("as-row");
        return row;
    }

    private void withdraw() {
        TextField why = new TextField(TEXTS.get("withdraw.why"));
        why.setRequiredIndicatorVisible(true);
        new FormDialog(TEXTS.get("withdraw.title"), TEXTS.get("withdraw.lead"), TEXTS.get("panel.withdraw"))
                .dangerous()
                .wide(why)
                .does(
                        () -> {
                            why.setInvalid(why.getValue().isBlank());
                            why.setErrorMessage(TEXTS.get("withdraw.why-missing"));
                            return !why.isInvalid();
                        },
                        () -> {
                            services.notices().withdraw(notice.id(), why.getValue());
                            withdrawn.run();
                        })
                .open();
    }
}
