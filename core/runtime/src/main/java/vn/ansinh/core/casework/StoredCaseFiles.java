package vn.ansinh.core.casework;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.audit.Subject;
import vn.ansinh.api.casework.Application;
import vn.ansinh.api.casework.CaseDetail;
import vn.ansinh.api.casework.CaseDetail.Check;
import vn.ansinh.api.casework.CaseDetail.Draft;
import vn.ansinh.api.casework.CaseFile;
import vn.ansinh.api.casework.CaseFiles;
import vn.ansinh.api.casework.CasePermissions;
import vn.ansinh.api.casework.Step;
import vn.ansinh.core.audit.Asked;
import vn.ansinh.core.casework.Proposals.Proposed;

/** {@link CaseFiles} on the tables of casework. Every act is one transaction with its event, its papers and its audit. */
public final class StoredCaseFiles implements CaseFiles {

    private static final String WHY = "Hồ sơ giải quyết thủ tục";

    private final CaseDesk desk;
    private final Reception reception;
    private final CaseReading reading;

    public StoredCaseFiles(CaseDesk desk) {
        this.desk = desk;
        this.reception = new Reception(desk);
        this.reading = new CaseReading(desk);
    }

    /** What an official does with a case. */
    private interface Act {
        void on(CaseAct act) throws SQLException;
    }

    private CaseDetail act(At at, Act work) {
        desk.access().require(CasePermissions.READ);
        return desk.transactions().call(connection -> {
            CaseAct act = CaseAct.open(desk, connection, at);
            work.on(act);
            return reading.byId(connection, act.caller, at.id()).orElseThrow(CaseAct::unknown);
        });
    }

    /** What changes rights reaches beyond the caller's rows. */
    private CaseDetail actEverywhere(At at, Act work) {
        seen(at.id());
        return desk.everywhere().call(connection -> {
            CaseAct act = CaseAct.open(desk, connection, at);
            work.on(act);
            return reading.byId(connection, act.caller, at.id()).orElseThrow(CaseAct::unknown);
        });
    }

    /** A case as row security shows it to the caller: asked before a transaction everywhere begins, for in one nothing is hidden. */
    private CaseRow seen(long id) {
        Caller caller = desk.access().require(CasePermissions.READ);
        return desk.transactions()
                .call(connection -> CaseRows.byId(connection, id))
                .filter(row -> caller.works(row.program()))
                .orElseThrow(CaseAct::unknown);
    }

    @Override
    public List<Check> check(Application application) {
        return reception.check(application);
    }

    @Override
    public CaseDetail receive(Application application, boolean incomplete) {
        return desk.transactions().call(connection -> look(reception.receive(application, incomplete)));
    }

    @Override
    public CaseDetail refuse(Application application, String reason) {
        return desk.transactions().call(connection -> look(reception.refuse(application, reason)));
    }

    private CaseDetail look(long id) {
        Caller caller = desk.access().require();
        return desk.transactions()
                .call(connection -> reading.byId(connection, caller, id).orElseThrow(CaseAct::unknown));
    }

    @Override
    public Optional<CaseDetail> byId(long id) {
        Caller caller = desk.access().require(CasePermissions.READ);
        return desk.transactions().call(connection -> {
            Optional<CaseDetail> found = reading.byId(connection, caller, id);
            found.ifPresent(
                    detail -> desk.audit().read(Subject.person(detail.file().personId()), WHY));
            return found;
        });
    }

    @Override
    public CaseDetail amend(At at, Application application, String reason) {
        return act(at, act -> new Amending(act).amend(application, reason));
    }

    @Override
    public CaseDetail attach(At at, String paper, long documentId) {
        return act(at, act -> new Walking(act).attach(paper, documentId));
    }

    @Override
    public long keep(long id, String paper, String name, byte[] content) {
        desk.access().require(CasePermissions.READ);
        return desk.transactions().call(connection -> {
            CaseRow row = CaseRows.byId(connection, id).orElseThrow(CaseAct::unknown);
            return PaperTrail.kept(desk, row, paper, name, content);
        });
    }

    @Override
    public CaseDetail bring(At at, String paper, String name, byte[] content) {
        return act(at, act -> new Walking(act).bring(paper, name, content));
    }

    @Override
    public CaseDetail forward(At at, String note) {
        return act(at, act -> new Walking(act).forward(note));
    }

    @Override
    public CaseDetail giveBack(At at, String reason) {
        return act(at, act -> new Walking(act).giveBack(reason));
    }

    @Override
    public CaseDetail askSupplement(At at, String missing, LocalDate until) {
        return act(at, act -> new Waiting(act).askSupplement(missing, until));
    }

    @Override
    public CaseDetail supplemented(At at, String note) {
        return act(at, act -> new Waiting(act).supplemented(note));
    }

    @Override
    public CaseDetail apologise(At at, String reason, LocalDate promisedOn) {
        return act(at, act -> new Waiting(act).apologise(reason, promisedOn));
    }

    @Override
    public CaseDetail complain(At at, String complainant, String text) {
        return act(at, act -> new Objecting(act).complain(complainant, text));
    }

    @Override
    public CaseDetail conclude(At at, String conclusion, boolean upheld) {
        return act(at, act -> new Objecting(act).conclude(conclusion, upheld));
    }

    @Override
    public Draft proposal(long id, LocalDate day) {
        Caller caller = desk.access().require(CasePermissions.READ);
        CaseRow row = seen(id);
        return desk.everywhere().call(connection -> {
            Step step = desk.procedure(row.procedure(), row.version())
                    .step(row.step())
                    .orElseThrow(CaseAct::unknown);
            Map<String, List<String>> answers = CaseRows.answers(connection, id);
            Proposed proposed =
                    new Proposals(desk, caller, row, step, answers, day == null ? desk.today() : day).grant(null);
            return new CaseSight(desk, caller).draft(row, Deciding.look(proposed));
        });
    }

    @Override
    public CaseDetail draft(At at, Draft.Outcome outcome, YearMonth from, String reason, boolean conflictsSeen) {
        return act(at, act -> new Deciding(act).draft(outcome, from, reason, conflictsSeen));
    }

    @Override
    public CaseDetail sign(At at, Signing signing) {
        return actEverywhere(at, act -> new Deciding(act).sign(signing));
    }

    @Override
    public CaseDetail sendBack(At at, String reason) {
        return act(at, act -> new Deciding(act).sendBack(reason));
    }

    @Override
    public CaseDetail withdraw(At at, String reason) {
        return act(at, act -> new Walking(act).withdraw(reason));
    }

    @Override
    public CaseDetail changeVersion(At at, String version, String reason) {
        return act(at, act -> new Walking(act).changeVersion(version, reason));
    }

    @Override
    public CaseDetail giveResult(At at, String recipient) {
        return act(at, act -> new Walking(act).giveResult(recipient));
    }

    @Override
    public CasePage page(CaseQuery query) {
        CasePage page = new CaseList(desk).page(query);
        listed(query, page.rows());
        return page;
    }

    private void listed(CaseQuery query, List<CaseFile> rows) {
        desk.audit()
                .listed(
                        Subject.PERSON,
                        Asked.of(words(query.view()))
                                .and("program", query.program())
                                .and("case-step", query.step())
                                .unit(query.unitId())
                                .text(query.text())
                                .toString(),
                        rows.stream().map(CaseFile::personId).distinct().toList());
    }

    private static String words(View view) {
        return switch (view) {
            case MINE -> "Hồ sơ: việc của tôi";
            case RUNNING -> "Hồ sơ đang giải quyết";
            case WAITING -> "Hồ sơ chờ bổ sung";
            case DECIDED -> "Hồ sơ chờ trả kết quả";
            case ENDED -> "Hồ sơ đã kết thúc";
            case ALL -> "Tất cả hồ sơ";
        };
    }

    @Override
    public Counts counts(CaseQuery query) {
        return new CaseList(desk).counts(query);
    }

    @Override
    public List<Punctuality> punctuality(String program, long unitId, LocalDate from, LocalDate to) {
        return new CaseFigures(desk).punctuality(program, unitId, from, to);
    }

    @Override
    public List<Posted> postings(long unitId, LocalDate day) {
        return new CaseFigures(desk).postings(unitId, day);
    }

    @Override
    public List<CaseFile> ofPerson(long personId) {
        CaseList list = new CaseList(desk);
        List<CaseFile> files = list.ofPerson(personId);
        if (!files.isEmpty()) {
            desk.audit().read(Subject.person(personId), WHY);
        }
        return files;
    }
}
