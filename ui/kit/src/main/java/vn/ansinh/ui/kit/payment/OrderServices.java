package vn.ansinh.ui.kit.payment;

import vn.ansinh.api.access.Access;
import vn.ansinh.api.codelist.CodeLists;
import vn.ansinh.api.job.Jobs;
import vn.ansinh.api.payment.PaymentOrders;
import vn.ansinh.api.unit.Units;

/** What the page of payment orders works on. */
public record OrderServices(Access access, PaymentOrders orders, CodeLists codeLists, Jobs jobs, Units units) {

    /** Vietnamese name of a way of paying. */
    String method(String code) {
        return codeLists
                .byCode("hinh-thuc-chi-tra", code)
                .map(CodeLists.Entry::name)
                .orElse(code);
    }

    /** Why a payment did not arrive. */
    String reason(String code) {
        return code == null
                ? ""
                : codeLists
                        .byCode("ly-do-chua-nhan", code)
                        .map(CodeLists.Entry::name)
                        .orElse(code);
    }
}
