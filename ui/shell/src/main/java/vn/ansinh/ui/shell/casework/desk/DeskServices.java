package vn.ansinh.ui.shell.casework.desk;

import java.util.Comparator;
import java.util.List;
import vn.ansinh.api.benefit.Entitlement;
import vn.ansinh.api.benefit.Entitlements;
import vn.ansinh.api.casework.CaseFiles;
import vn.ansinh.api.casework.Procedure;
import vn.ansinh.ui.shell.casework.CaseServices;

/** What the desk works with. */
record DeskServices(CaseServices all) {

    Entitlements entitlements() {
        return all.entitlements();
    }

    CaseFiles cases() {
        return all.cases();
    }

    /** The rights of a person in the procedure's program that last, the latest first. */
    List<Entitlement> rights(long personId, Procedure procedure) {
        return entitlements().ofPerson(personId).stream()
                .filter(right -> right.to() == null && right.program().equals(procedure.program()))
                .sorted(Comparator.comparing(Entitlement::from).reversed())
                .toList();
    }
}
