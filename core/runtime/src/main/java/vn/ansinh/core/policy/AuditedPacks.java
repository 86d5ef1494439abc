package vn.ansinh.core.policy;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.audit.Subject;
import vn.ansinh.api.policy.PackDetail;
import vn.ansinh.api.policy.PackDifference;
import vn.ansinh.api.policy.PackState;
import vn.ansinh.api.policy.PackVersion;
import vn.ansinh.api.policy.Packs;
import vn.ansinh.core.audit.Fields;

/**
 * Reports to the audit who brings, activates and ends policy packs. There is nobody's record in a pack: reads are not kept. A
 * row follows its change in a transaction of its own, since the law in force is read anew in between.
 */
public final class AuditedPacks implements Packs {

    private final Packs packs;
    private final Audit audit;

    public AuditedPacks(Packs packs, Audit audit) {
        this.packs = packs;
        this.audit = audit;
    }

    @Override
    public List<PackState> list() {
        return packs.list();
    }

    @Override
    public PackDetail detail(PackVersion version) {
        return packs.detail(version);
    }

    @Override
    public PackState check(String file, String source) {
        return packs.check(file, source);
    }

    @Override
    public PackState upload(String file, String source) {
        PackState state = packs.upload(file, source);
        if (state.stage() != PackState.Stage.REFUSED) {
            changed("policy.upload", Fields.of("pack", state.pack()).and("file", file), null);
        }
        return state;
    }

    @Override
    public PackDifference difference(PackVersion newer, PackVersion older) {
        return packs.difference(newer, older);
    }

    @Override
    public void activate(PackVersion version) {
        packs.activate(version);
        changed("policy.activate", Fields.of("pack", version), null);
    }

    @Override
    public void reject(PackVersion version, String reason) {
        packs.reject(version, reason);
        changed("policy.reject", Fields.of("pack", version), reason);
    }

    @Override
    public void proposeEnd(String pack, YearMonth lastMonth, String reason) {
        packs.proposeEnd(pack, lastMonth, reason);
        changed("policy.propose-end", Fields.of("pack", pack).and("last-month", lastMonth), reason);
    }

    @Override
    public void confirmEnd(String pack) {
        packs.confirmEnd(pack);
        changed("policy.confirm-end", Fields.of("pack", pack), null);
    }

    @Override
    public void withdrawEnd(String pack) {
        packs.withdrawEnd(pack);
        changed("policy.withdraw-end", Fields.of("pack", pack), null);
    }

    private void changed(String action, Fields after, String why) {
        audit.changed(new Subject(Subject.POLICY, 0), action, Map.of(), after.map(), why);
    }
}
