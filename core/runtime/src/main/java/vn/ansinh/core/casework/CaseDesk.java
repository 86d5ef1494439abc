package vn.ansinh.core.casework;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.benefit.Entitlements;
import vn.ansinh.api.benefit.Grants;
import vn.ansinh.api.casework.Procedure;
import vn.ansinh.api.casework.Procedures;
import vn.ansinh.api.codelist.CodeLists;
import vn.ansinh.api.fact.Facts;
import vn.ansinh.api.identity.PersonRegistry;
import vn.ansinh.api.policy.Policies;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.api.unit.Units;
import vn.ansinh.core.identity.RegistryChanges;

/**
 * What casework needs of the other rooms.
 *
 * @param everywhere for what the official's right was checked for before: writing rights, handing a file over
 * @param papers drafts and numbers
 */
public record CaseDesk(
        Transactions transactions,
        Transactions everywhere,
        Access access,
        Units units,
        PersonRegistry people,
        RegistryChanges changes,
        Facts facts,
        Policies policies,
        Entitlements entitlements,
        Grants grants,
        Procedures procedures,
        CodeLists codeLists,
        CasePapers papers,
        Audit audit,
        Clock clock) {

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** The version under which a case runs. */
    Procedure procedure(String id, String version) {
        return procedures
                .version(id, version)
                .orElseThrow(() -> Problem.conflict(
                        "AS-CASE-PROCEDURE",
                        "Chưa đọc được quy định thủ tục của hồ sơ (" + id + ", " + version
                                + "). Vui lòng báo người quản trị."));
    }

    /** Reads as the platform what decides about the case, wherever it lies; none of it is shown. */
    <T> T knowing(Callable<T> reading) {
        return as(Caller.SYSTEM, reading);
    }

    /**
     * Does with rights, facts and people what a decision says, in the name of who signed: to sign is to do it, whatever else the
     * account holds. Called after the right to sign was checked.
     *
     * @param unitId whose subtree it reaches; 0 when a person goes elsewhere
     */
    <T> T inForce(Caller signer, long unitId, Callable<T> effect) {
        Set<String> permissions = new HashSet<>(signer.permissions());
        permissions.addAll(Arrays.asList(
                Permissions.PERSON_READ,
                Permissions.PERSON_WRITE,
                Permissions.ENTITLEMENT_READ,
                Permissions.ENTITLEMENT_WRITE,
                Permissions.DOCUMENT_READ,
                Permissions.DOCUMENT_WRITE));
        return as(
                new Caller(
                        signer.account(),
                        signer.fullName(),
                        unitId,
                        permissions,
                        signer.programs(),
                        signer.agencyId(),
                        signer.origin(),
                        signer.tokenId()),
                effect);
    }

    private <T> T as(Caller caller, Callable<T> work) {
        try {
            return access.callAs(caller, work);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
