package vn.ansinh.core.unit.resolution;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.audit.Subject;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.api.unit.ResolutionState;
import vn.ansinh.api.unit.ResolutionState.Beginning;
import vn.ansinh.api.unit.ResolutionState.Stage;
import vn.ansinh.api.unit.Resolutions;
import vn.ansinh.core.unit.UnitTables;
import vn.ansinh.core.unit.UnitsInMemory;

/** {@link Resolutions} on table {@code ansinh.unit_resolution}. */
public final class StoredResolutions implements Resolutions {

    private final Transactions transactions;
    private final Access access;
    private final UnitsInMemory units;
    private final Audit audit;

    /** @param units read again when a resolution comes into force */
    public StoredResolutions(Transactions transactions, Access access, UnitsInMemory units, Audit audit) {
        this.transactions = transactions;
        this.access = access;
        this.units = units;
        this.audit = audit;
    }

    private void told(AdministrativeUnit province, String action, ResolutionState resolution, String why) {
        audit.changed(
                new Subject(Subject.UNIT, province.id()),
                action,
                Map.of(),
                Map.of("number", resolution.number(), "file", resolution.file()),
                why);
    }

    @Override
    public ResolutionState check(String file, String source) {
        access.require(Permissions.UNIT_PROPOSE);
        ResolutionFile read = read(file, source);
        List<String> faults = new ResolutionCheck(read, units).faults();
        return new ResolutionState(
                0,
                file,
                read.number(),
                read.name(),
                read.promulgated(),
                read.inForce(),
                faults.isEmpty() ? Stage.CHECKED : Stage.FAULTY,
                read.units(),
                faults,
                null,
                null,
                null,
                null,
                null);
    }

    private static ResolutionFile read(String file, String source) {
        if (file == null || file.isBlank() || source == null) {
            throw Problem.invalid("AS-UNIT-RESOLUTION-FILE", "Chưa có tệp nghị quyết.");
        }
        if (source.length() > LARGEST) {
            throw new Problem(
                    Problem.Kind.TOO_LARGE,
                    "AS-UNIT-RESOLUTION-LARGE",
                    "Tệp nghị quyết lớn hơn " + LARGEST / 1000 + " nghìn ký tự nên không nhận.");
        }
        return ResolutionFile.read(file.strip(), source);
    }

    @Override
    public ResolutionState propose(String file, String source) {
        ResolutionState checked = check(file, source);
        if (checked.stage() == Stage.FAULTY) {
            return checked;
        }
        AdministrativeUnit province = province(read(file, source));
        Caller caller = access.require(Permissions.UNIT_PROPOSE, province.id());
        String digest = digest(source);
        return transactions.call(connection -> {
            ResolutionRows.insert(connection, checked, source, digest, caller.account());
            told(province, "unit.propose", checked, null);
            return ResolutionRows.byDigest(connection, digest).state();
        });
    }

    @Override
    public List<ResolutionState> list() {
        access.require(Permissions.UNIT_READ);
        return transactions.call(ResolutionRows::all).stream()
                .map(ResolutionRows.Kept::state)
                .toList();
    }

    @Override
    public ResolutionState byId(long id) {
        access.require(Permissions.UNIT_READ);
        return kept(id).state();
    }

    private ResolutionRows.Kept kept(long id) {
        return transactions.call(connection -> ResolutionRows.byId(connection, id));
    }

    @Override
    public List<Touched> preview(long id) {
        Caller caller = access.require(Permissions.UNIT_READ);
        ResolutionRows.Kept kept = kept(id);
        if (!caller.may(Permissions.UNIT_PROPOSE)) {
            access.require(Permissions.UNIT_ACTIVATE);
        }
        ResolutionFile file = ResolutionFile.read(kept.state().file(), kept.source());
        List<Touched> touched = new ArrayList<>();
        transactions.run(connection -> {
            for (Ending ending : endings(file)) {
                touched.add(ResolutionRows.touched(connection, ending.unit(), ending.into(), ending.whole()));
            }
        });
        return touched;
    }

    /** @param into names of the new units */
    private record Ending(AdministrativeUnit unit, List<String> into, boolean whole) {}

    private List<Ending> endings(ResolutionFile file) {
        ResolutionCheck check = new ResolutionCheck(file, units);
        check.faults();
        List<Ending> endings = new ArrayList<>();
        for (String code : check.ending()) {
            units.byCode(code, file.inForce().minusDays(1)).ifPresent(unit -> {
                List<String> into = file.units().stream()
                        .filter(next ->
                                next.whole().contains(code) || next.partly().contains(code))
                        .map(Beginning::name)
                        .toList();
                boolean whole =
                        file.units().stream().anyMatch(next -> next.whole().contains(code));
                endings.add(new Ending(unit, into, whole));
            });
        }
        return endings;
    }

    @Override
    public void activate(long id) {
        access.require(Permissions.UNIT_ACTIVATE);
        units.refresh();
        transactions.run(connection -> {
            UnitTables.lock(connection);
            ResolutionRows.Kept kept = undecided(connection, id);
            ResolutionFile file = ResolutionFile.read(kept.state().file(), kept.source());
            Caller caller =
                    access.require(Permissions.UNIT_ACTIVATE, province(file).id());
            if (caller.account().equals(kept.state().proposedBy())) {
                throw Problem.conflict(
                        "AS-UNIT-RESOLUTION-SAME-PERSON",
                        "Nghị quyết này do chính bạn đề xuất. Vui lòng nhờ người khác xem lại và cho áp dụng.");
            }
            List<String> faults = new ResolutionCheck(file, units).faults();
            if (!faults.isEmpty()) {
                throw Problem.conflict(
                        "AS-UNIT-RESOLUTION-CHANGED",
                        "Đơn vị hành chính đã thay đổi từ khi đề xuất nên chưa áp dụng được: "
                                + String.join(" ", faults));
            }
            write(connection, file, province(file));
            ResolutionRows.decide(connection, id, Stage.ACTIVE, caller.account(), null);
            told(province(file), "unit.activate", kept.state(), null);
            UnitTables.derive(connection);
            UnitTables.remember(connection, "resolution-" + id);
        });
        units.reload();
    }

    private void write(Connection connection, ResolutionFile file, AdministrativeUnit province) throws SQLException {
        for (Ending ending : endings(file)) {
            ResolutionRows.end(connection, ending.unit().id(), file.inForce());
        }
        for (Beginning unit : file.units()) {
            long begun = ResolutionRows.begin(connection, unit, province.id(), file.inForce());
            for (String code : unit.whole()) {
                ResolutionRows.succeed(connection, old(code, file), begun, file.inForce(), false);
            }
            for (String code : unit.partly()) {
                ResolutionRows.succeed(connection, old(code, file), begun, file.inForce(), true);
            }
        }
    }

    private long old(String code, ResolutionFile file) {
        return units.byCode(code, file.inForce().minusDays(1)).orElseThrow().id();
    }

    @Override
    public void reject(long id, String reason) {
        access.require(Permissions.UNIT_ACTIVATE);
        String said = Vietnamese.normalize(reason);
        if (said == null || said.isEmpty()) {
            throw Problem.invalid("AS-UNIT-RESOLUTION-REASON", "Chưa ghi lý do từ chối.");
        }
        transactions.run(connection -> {
            ResolutionRows.Kept kept = undecided(connection, id);
            ResolutionFile file = ResolutionFile.read(kept.state().file(), kept.source());
            Caller caller =
                    access.require(Permissions.UNIT_ACTIVATE, province(file).id());
            ResolutionRows.decide(connection, id, Stage.REJECTED, caller.account(), said);
            told(province(file), "unit.reject", kept.state(), said);
        });
    }

    private static ResolutionRows.Kept undecided(Connection connection, long id) throws SQLException {
        ResolutionRows.Kept kept = ResolutionRows.lock(connection, id);
        if (kept.state().stage() != Stage.PROPOSED) {
            throw Problem.conflict(
                    "AS-UNIT-RESOLUTION-DECIDED",
                    "Nghị quyết này đã được " + kept.state().decidedBy() + " quyết định. Hãy mở lại trang.");
        }
        return kept;
    }

    private AdministrativeUnit province(ResolutionFile file) {
        return new ResolutionCheck(file, units)
                .province()
                .orElseThrow(() -> Problem.conflict(
                        "AS-UNIT-RESOLUTION-PROVINCE", "Không còn tỉnh, thành phố mang mã " + file.province() + "."));
    }

    private static String digest(String source) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(source.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
