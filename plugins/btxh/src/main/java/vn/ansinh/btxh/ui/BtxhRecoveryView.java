package vn.ansinh.btxh.ui;

import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.btxh.BtxhProgram;
import vn.ansinh.ui.kit.recovery.RecoveryPage;
import vn.ansinh.ui.kit.recovery.RecoveryServices;

/** What the program paid and is owed back. */
@Permitted(value = Permissions.RECEIVABLE_READ, program = BtxhProgram.ID)
public class BtxhRecoveryView extends RecoveryPage {

    public BtxhRecoveryView(RecoveryServices services) {
        super(BtxhProgram.ID, services);
    }
}
