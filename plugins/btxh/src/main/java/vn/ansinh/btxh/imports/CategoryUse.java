package vn.ansinh.btxh.imports;

import vn.ansinh.api.benefit.Entitlements;
import vn.ansinh.api.benefit.Entitlements.BeneficiaryQuery;
import vn.ansinh.api.codelist.CodeUse;
import vn.ansinh.btxh.BtxhProgram;

/** Counts who receives the benefit that a category stands for. */
public final class CategoryUse implements CodeUse {

    private final Entitlements entitlements;

    public CategoryUse(Entitlements entitlements) {
        this.entitlements = entitlements;
    }

    @Override
    public String list() {
        return Category.LIST;
    }

    @Override
    public String what() {
        return "người hưởng chế độ của loại này";
    }

    @Override
    public long count(String code) {
        String benefit = Category.of(code).benefit();
        return benefit == null
                ? 0
                : entitlements.count(new BeneficiaryQuery(BtxhProgram.ID, 0, "", benefit, null, null, 1), MANY + 1);
    }
}
