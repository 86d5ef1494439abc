package vn.ansinh.ui.shell.audit;

import vn.ansinh.api.access.Access;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.identity.PersonRegistry;
import vn.ansinh.api.job.Jobs;
import vn.ansinh.api.unit.Units;
import vn.ansinh.ui.kit.view.MenuGroup;
import vn.ansinh.ui.kit.view.View;

/** Makes the page of the audit for the menu. */
public final class AuditViews {

    private static final int ORDER = 36;

    private final Audit audit;
    private final Access access;
    private final PersonRegistry people;
    private final Units units;
    private final Jobs jobs;

    public AuditViews(Audit audit, Access access, PersonRegistry people, Units units, Jobs jobs) {
        this.audit = audit;
        this.access = access;
        this.people = people;
        this.units = units;
        this.jobs = jobs;
    }

    /** The page {@code nhat-ky}. */
    public View<AuditView> audit() {
        return new View<>(
                AuditView.PATH,
                AuditView.TITLE,
                MenuGroup.SYSTEM,
                ORDER,
                "eye",
                AuditView.class,
                () -> new AuditView(audit, access, people, units, jobs));
    }
}
