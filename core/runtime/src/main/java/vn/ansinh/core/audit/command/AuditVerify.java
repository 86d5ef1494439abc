package vn.ansinh.core.audit.command;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.audit.Verification;
import vn.ansinh.api.audit.Verification.Fault;
import vn.ansinh.api.problem.Problem;

/** {@code ansinh:audit-verify} */
@Service
@Command(
        scope = "ansinh",
        name = "audit-verify",
        description = "Computes the chain of the audit anew and tells where it was tampered with")
public final class AuditVerify implements Action {

    @Reference
    private Audit audit;

    @Reference
    private Access access;

    @Override
    public Object execute() throws Exception {
        Verification found = access.callAs(Caller.SYSTEM, audit::verify);
        System.out.println("Đã tính lại " + found.batches() + " lô, " + found.entries() + " dòng; chờ niêm phong: "
                + found.unsealed() + " dòng.");
        if (found.late() > 0) {
            System.out.println("Có " + found.late()
                    + " đầu chuỗi được ghi ra tệp muộn hơn 2 phút: hãy so tệp với bản sao ở máy khác.");
        }
        if (found.whole()) {
            System.out.println("Nhật ký nguyên vẹn.");
            return null;
        }
        for (Fault fault : found.faults()) {
            System.out.println("Lô " + fault.batch()
                    + (fault.sealedAt() == null ? "" : ", niêm phong lúc " + fault.sealedAt())
                    + (fault.firstEntry() == 0 ? "" : ", dòng " + fault.firstEntry() + "–" + fault.lastEntry()) + ": "
                    + fault.message());
        }
        throw Problem.conflict(
                "AS-AUDIT-BROKEN",
                "Nhật ký KHÔNG nguyên vẹn: " + found.faults().size()
                        + " chỗ. Giữ nguyên máy chủ, báo người có trách nhiệm.");
    }
}
