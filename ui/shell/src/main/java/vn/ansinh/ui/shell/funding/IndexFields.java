package vn.ansinh.ui.shell.funding;

import vn.ansinh.api.codelist.CodeLists;
import vn.ansinh.api.funding.BudgetCodes;
import vn.ansinh.ui.kit.component.FormDialog;
import vn.ansinh.ui.kit.text.Texts;

/** The five codes of the budget index in a form. */
final class IndexFields {

    private static final Texts TEXTS = FundingView.TEXTS;

    private final CodeBox chapter;
    private final CodeBox category;
    private final CodeBox division;
    private final CodeBox item;
    private final CodeBox subItem;

    IndexFields(CodeLists codeLists) {
        chapter = new CodeBox(TEXTS.get("index.chapter"), codeLists, FundingServices.INDEX, "C");
        category = new CodeBox(TEXTS.get("index.category"), codeLists, FundingServices.INDEX, "L");
        division = new CodeBox(TEXTS.get("index.division"), codeLists, FundingServices.INDEX, "K");
        item = new CodeBox(TEXTS.get("index.item"), codeLists, FundingServices.INDEX, "M");
        subItem = new CodeBox(TEXTS.get("index.sub-item"), codeLists, FundingServices.INDEX, "TM");
    }

    void into(FormDialog form) {
        form.fields(chapter, category, division, item, subItem);
    }

    BudgetCodes codes() {
        return new BudgetCodes(chapter.code(), category.code(), division.code(), item.code(), subItem.code());
    }
}
