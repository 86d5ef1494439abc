package vn.ansinh.btxh.ui;

import com.vaadin.flow.component.Component;
import java.util.function.Supplier;
import vn.ansinh.api.benefit.Entitlements;
import vn.ansinh.api.benefit.Receivables;
import vn.ansinh.api.codelist.CodeLists;
import vn.ansinh.api.fact.Facts;
import vn.ansinh.btxh.imports.ExcelImports;
import vn.ansinh.ui.kit.payroll.PayrollServices;
import vn.ansinh.ui.kit.recovery.RecoveryServices;
import vn.ansinh.ui.kit.text.Texts;
import vn.ansinh.ui.kit.view.MenuGroup;
import vn.ansinh.ui.kit.view.View;
import vn.ansinh.ui.kit.view.ViewProvider;

/** The program's pages and their menu entries. */
public final class BtxhViews {

    private static final Texts TEXTS = Texts.of(BtxhViews.class);
    private static final MenuGroup GROUP = new MenuGroup("btxh", TEXTS.get("menu.group"), 100);

    private final PayrollServices services;
    private final Entitlements entitlements;
    private final Facts facts;
    private final CodeLists codeLists;
    private final ExcelImports imports;
    private final RecoveryServices recoveryServices;

    public BtxhViews(
            PayrollServices services,
            Entitlements entitlements,
            Facts facts,
            CodeLists codeLists,
            ExcelImports imports,
            Receivables receivables) {
        this.services = services;
        this.entitlements = entitlements;
        this.facts = facts;
        this.codeLists = codeLists;
        this.imports = imports;
        recoveryServices = new RecoveryServices(services.access(), receivables, services.policies(), services.units());
    }

    /** Who receives benefits. */
    public ViewProvider beneficiaries() {
        return view(
                "btxh/doi-tuong",
                "menu.beneficiaries",
                0,
                "users",
                BeneficiariesView.class,
                () -> new BeneficiariesView(services, entitlements, facts, codeLists));
    }

    /** The month's payment list. */
    public ViewProvider payroll() {
        return view(
                "btxh/ky-chi-tra",
                "menu.payroll",
                10,
                "money",
                BtxhPayrollView.class,
                () -> new BtxhPayrollView(services));
    }

    /** What is owed back. */
    public ViewProvider recovery() {
        return view(
                "btxh/truy-thu",
                "menu.recovery",
                14,
                "arrow-backward",
                BtxhRecoveryView.class,
                () -> new BtxhRecoveryView(recoveryServices));
    }

    /** Lists from Excel. */
    public ViewProvider imports() {
        return view(
                "btxh/nhap-excel",
                "menu.import",
                20,
                "upload-alt",
                ImportView.class,
                () -> new ImportView(imports, services));
    }

    private static <C extends Component> ViewProvider view(
            String path, String title, int order, String icon, Class<C> type, Supplier<C> factory) {
        return new View<>(path, TEXTS.get(title), GROUP, order, icon, type, factory);
    }
}
