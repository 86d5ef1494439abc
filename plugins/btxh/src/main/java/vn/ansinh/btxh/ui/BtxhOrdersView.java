package vn.ansinh.btxh.ui;

import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.btxh.BtxhProgram;
import vn.ansinh.ui.kit.payment.OrderServices;
import vn.ansinh.ui.kit.payment.OrdersPage;

/** The program's payment orders. */
@Permitted(Permissions.PAYMENT_READ)
public class BtxhOrdersView extends OrdersPage {

    public BtxhOrdersView(OrderServices services) {
        super(BtxhProgram.ID, services);
    }
}
