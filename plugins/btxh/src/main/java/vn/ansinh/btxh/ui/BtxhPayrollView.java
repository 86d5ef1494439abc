package vn.ansinh.btxh.ui;

import vn.ansinh.api.access.Permitted;
import vn.ansinh.btxh.BtxhProgram;
import vn.ansinh.ui.kit.payroll.PayrollPage;
import vn.ansinh.ui.kit.payroll.PayrollServices;

/** The program's payment list. */
@Permitted(BtxhProgram.PAYROLL)
public class BtxhPayrollView extends PayrollPage {

    public BtxhPayrollView(PayrollServices services) {
        super(BtxhProgram.ID, services);
    }
}
