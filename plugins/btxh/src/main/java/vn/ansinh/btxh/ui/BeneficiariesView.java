package vn.ansinh.btxh.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.api.benefit.Entitlement;
import vn.ansinh.api.benefit.Entitlements;
import vn.ansinh.api.benefit.Entitlements.Beneficiary;
import vn.ansinh.api.benefit.Entitlements.BeneficiaryQuery;
import vn.ansinh.api.codelist.CodeLists;
import vn.ansinh.api.fact.Facts;
import vn.ansinh.api.identity.NumberSight;
import vn.ansinh.api.identity.Person;
import vn.ansinh.api.policy.Benefit;
import vn.ansinh.api.text.Money;
import vn.ansinh.btxh.BtxhProgram;
import vn.ansinh.ui.kit.component.FilterBar;
import vn.ansinh.ui.kit.component.Page;
import vn.ansinh.ui.kit.component.State;
import vn.ansinh.ui.kit.context.PageAddress;
import vn.ansinh.ui.kit.context.WorkContext;
import vn.ansinh.ui.kit.grid.LazyGrid;
import vn.ansinh.ui.kit.grid.NarrowRow;
import vn.ansinh.ui.kit.grid.PageSource;
import vn.ansinh.ui.kit.payroll.PayrollServices;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;

/** Who receives benefits of the program in the unit and month one works in. */
@Permitted(BtxhProgram.BENEFICIARY_READ)
public class BeneficiariesView extends Page {

    private static final String SEARCH = "tim";
    private static final String BENEFIT = "che-do";
    private static final int COUNTED = 100_000;
    private static final Texts TEXTS = Texts.of(BeneficiariesView.class);

    private final transient PayrollServices services;
    private final transient Entitlements entitlements;
    private final transient BeneficiaryDetails details;
    private final transient CodeLists codeLists;
    private final transient NumberSight sight;
    private final PageAddress address = PageAddress.current();
    private final WorkContext context = WorkContext.current();
    private final Map<String, String> benefitNames = new HashMap<>();
    private final LazyGrid<Beneficiary> grid = new LazyGrid<>(TEXTS.get("beneficiaries.title"));
    private String search = address.get(SEARCH).orElse("");
    private String benefit = address.get(BENEFIT).orElse(null);

    public BeneficiariesView(PayrollServices services, Entitlements entitlements, Facts facts, CodeLists codeLists) {
        super(TEXTS.get("beneficiaries.title"));
        this.services = services;
        this.entitlements = entitlements;
        this.codeLists = codeLists;
        this.sight = NumberSight.of(services.access());
        this.details = new BeneficiaryDetails(services.access(), entitlements, facts, codeLists, this::benefitName);
        setSub(TEXTS.get("beneficiaries.sub", context.unitName(), Formats.month(context.month())));
        Anchor importLink = new Anchor("btxh/nhap-excel", TEXTS.get("beneficiaries.import"));
        importLink.addClassName("as-b");
        if (services.access().require().may(BtxhProgram.IMPORT)) {
            addAction(importLink);
        }
        List<Benefit> benefits = services.policies().benefits(BtxhProgram.ID).stream()
                .filter(one -> !services.discretion().hides(one.code()))
                .toList();
        benefits.forEach(one -> benefitNames.put(one.code(), name(one)));
        addColumns();
        add(filters(benefits), grid);
        load();
    }

    private FilterBar filters(List<Benefit> benefits) {
        FilterBar bar = new FilterBar();
        bar.search(TEXTS.get("beneficiaries.search"), search, text -> {
                    search = text;
                    address.put(SEARCH, text);
                    load();
                })
                .addClassName("as-search-list");
        ComboBox<Benefit> choice = new ComboBox<>();
        choice.setPlaceholder(TEXTS.get("beneficiaries.benefit"));
        choice.setAriaLabel(TEXTS.get("beneficiaries.benefit"));
        choice.setItems(benefits);
        choice.setItemLabelGenerator(one -> one.code() + " " + name(one));
        choice.setClearButtonVisible(true);
        choice.setWidth("280px");
        benefits.stream().filter(one -> one.code().equals(benefit)).findFirst().ifPresent(choice::setValue);
        choice.addValueChangeListener(event -> {
            benefit = event.getValue() == null ? null : event.getValue().code();
            address.put(BENEFIT, benefit);
            load();
        });
        bar.addField(choice);
        bar.addAtEnd(grid.columnChooser());
        return bar;
    }

    private void addColumns() {
        grid.link("name", TEXTS.get("beneficiaries.name"), row -> row.person().fullName(), this::toggle)
                .setFlexGrow(2)
                .setWidth("170px");
        grid.text("number", TEXTS.get("beneficiaries.number"), row -> number(row.person()))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.numeric(
                "birth",
                TEXTS.get("beneficiaries.birth"),
                row -> row.person().birth().label());
        grid.text(
                        "sex",
                        TEXTS.get("beneficiaries.sex"),
                        row -> row.person().sex().label())
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.wrapped("address", TEXTS.get("beneficiaries.address"), this::place)
                .setFlexGrow(2)
                .setWidth("140px");
        grid.wrapped(
                        "benefit",
                        TEXTS.get("beneficiaries.benefit"),
                        row -> benefitName(row.entitlement().benefit()))
                .setFlexGrow(3)
                .setWidth("200px");
        grid.month(
                "from",
                TEXTS.get("beneficiaries.from"),
                row -> row.entitlement().from());
        grid.text("method", TEXTS.get("beneficiaries.method"), row -> method(row.entitlement()))
                .setFlexGrow(1)
                .setWidth("130px");
        grid.state("state", TEXTS.get("beneficiaries.state"), row -> state(row.entitlement()));
        grid.hideAtFirst("method");
        grid.narrow(
                TEXTS.get("beneficiaries.title"),
                row -> new NarrowRow(
                        row.person().fullName(),
                        benefitName(row.entitlement().benefit()),
                        row.person().birth().label(),
                        state(row.entitlement())),
                this::toggle);
        grid.grid().setItemDetailsRenderer(new ComponentRenderer<>(details::of));
        grid.grid().setDetailsVisibleOnClick(true);
        boolean filtered = !search.isEmpty() || benefit != null;
        grid.setEmptyText(
                TEXTS.get(filtered ? "beneficiaries.empty-search" : "beneficiaries.empty", context.unitName()));
    }

    private void load() {
        grid.setSource(
                (cursor, limit) -> {
                    var page = entitlements.beneficiaries(query(cursor, limit));
                    return new PageSource.Slice<>(page.rows(), page.next());
                },
                limit -> entitlements.count(query(null, 1), limit));
        Problems.guard(() -> {
            int count = entitlements.count(query(null, 1), COUNTED);
            grid.footer("name", TEXTS.get("beneficiaries.count", Money.format(count) + (count == COUNTED ? "+" : "")));
        });
    }

    private BeneficiaryQuery query(String cursor, int limit) {
        return new BeneficiaryQuery(BtxhProgram.ID, context.unitId(), search, benefit, context.month(), cursor, limit);
    }

    private void toggle(Beneficiary row) {
        grid.grid().setDetailsVisible(row, !grid.grid().isDetailsVisible(row));
    }

    private String number(Person person) {
        String number = person.idNumber() != null ? person.idNumber() : person.oldIdNumber();
        return number == null ? "–" : sight.show(number);
    }

    private String place(Beneficiary row) {
        String unit = services.units()
                .byId(row.person().unitId())
                .filter(commune -> commune.id() != context.unitId())
                .map(commune -> commune.name())
                .orElse("");
        String hamlet = row.person().address() == null ? "" : row.person().address();
        return unit.isEmpty() || hamlet.isEmpty() ? hamlet + unit : hamlet + ", " + unit;
    }

    /** A screen has onlookers: a benefit that reveals health or abuse goes by its clause. */
    private static String name(Benefit one) {
        return one.sensitive() ? TEXTS.get("beneficiaries.sensitive", one.clause()) : one.name();
    }

    private String benefitName(String code) {
        return services.discretion().tell(code, benefitNames.getOrDefault(code, code));
    }

    private String method(Entitlement entitlement) {
        String code = entitlement.payment().method();
        return codeLists
                .byCode("hinh-thuc-chi-tra", code)
                .map(CodeLists.Entry::name)
                .orElse(code);
    }

    private State state(Entitlement entitlement) {
        YearMonth month = context.month();
        boolean ended = entitlement.to() != null && entitlement.to().isBefore(month);
        return ended ? State.ENDED : State.RECEIVING;
    }
}
