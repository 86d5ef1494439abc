package vn.ansinh.ui.shell.funding;

import vn.ansinh.api.access.Caller;
import vn.ansinh.api.codelist.CodeLists;
import vn.ansinh.api.funding.Allocations;
import vn.ansinh.api.funding.Balances;
import vn.ansinh.api.funding.Estimates;
import vn.ansinh.api.funding.FundingRules;
import vn.ansinh.api.funding.FundingState;
import vn.ansinh.api.funding.Settlements;
import vn.ansinh.api.funding.Submissions;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.ui.kit.component.State;
import vn.ansinh.ui.shell.Services;

/** What the page of funding works with, and the words for it. */
public record FundingServices(
        Services shell,
        FundingRules rules,
        Balances balances,
        Estimates estimates,
        Allocations allocations,
        Submissions submissions,
        Settlements settlements) {

    static final String FUNDS = "nguon-kinh-phi";
    static final String INDEX = "muc-luc-ngan-sach";
    static final String VOUCHERS = "loai-chung-tu-ke-toan";
    static final String METHODS = "hinh-thuc-chi-tra";

    boolean may(String permission) {
        return shell.access().require().may(permission);
    }

    /** Whether the caller acts from above a unit. */
    boolean above(long unitId) {
        Caller caller = shell.access().require();
        return caller.unitId() != unitId && shell.units().isWithin(unitId, caller.unitId());
    }

    boolean isSelf(String account) {
        return shell.access().require().account().equals(account);
    }

    String unit(long unitId) {
        return shell.units().byId(unitId).map(AdministrativeUnit::name).orElse("");
    }

    /** What a source is called; blank is the one that nobody has set. */
    String fund(String code) {
        return code.isEmpty() ? FundingView.TEXTS.get("fund.unknown") : name(FUNDS, code);
    }

    String name(String list, String code) {
        return shell.codeLists().byCode(list, code).map(CodeLists.Entry::name).orElse(code);
    }

    static State look(FundingState state) {
        return switch (state) {
            case PROPOSED -> State.WAITING;
            case APPROVED -> State.APPROVED;
            case RETURNED -> State.RETURNED;
            case WITHDRAWN -> State.CANCELLED;
        };
    }
}
