package vn.ansinh.btxh.imports;

import java.util.ArrayList;
import java.util.List;
import vn.ansinh.api.benefit.EntitlementDraft;
import vn.ansinh.api.benefit.Entitlements;
import vn.ansinh.api.benefit.Entitlements.Opened;
import vn.ansinh.api.fact.Fact;
import vn.ansinh.api.fact.Facts;
import vn.ansinh.api.fact.Subject;
import vn.ansinh.api.identity.PersonDraft;
import vn.ansinh.api.identity.PersonRegistry;
import vn.ansinh.api.identity.PersonRegistry.Registered;
import vn.ansinh.btxh.BtxhProgram;
import vn.ansinh.btxh.imports.ListedBeneficiary.Right;
import vn.ansinh.btxh.imports.ListedBeneficiary.State;

/** Writes rows to the core: people, then their benefits, then facts. Runs inside a transaction, in sets. */
final class BeneficiaryWriter {

    private final PersonRegistry people;
    private final Entitlements entitlements;
    private final Facts facts;

    BeneficiaryWriter(PersonRegistry people, Entitlements entitlements, Facts facts) {
        this.people = people;
        this.entitlements = entitlements;
        this.facts = facts;
    }

    /**
     * What came of a set of rows.
     *
     * @param rows one for each given, in order
     */
    record Result(List<WrittenRow> rows, int factsNew) {}

    /** Writes {@code rows}, each of which has a beneficiary. */
    Result write(List<ReadRow> rows) {
        List<Fact> known = new ArrayList<>();
        List<WrittenRow> written = write(rows, known);
        return new Result(written, facts.recordAll(known));
    }

    /** Writes what can be refused, for a transaction that is taken back; facts never are. */
    List<WrittenRow> rehearse(List<ReadRow> rows) {
        return write(rows, new ArrayList<>());
    }

    private List<WrittenRow> write(List<ReadRow> rows, List<Fact> known) {
        List<PersonDraft> drafts = new ArrayList<>(rows.size());
        for (ReadRow row : rows) {
            drafts.add(row.beneficiary().person());
        }
        List<Registered> registered = people.registerAll(drafts);
        List<Opened> opened = entitlements.openAll(rights(rows, registered));
        List<WrittenRow> written = new ArrayList<>(rows.size());
        int next = 0;
        for (int i = 0; i < rows.size(); i++) {
            ReadRow row = rows.get(i);
            Registered person = registered.get(i);
            List<Finding> refused = refusals(person);
            int news = 0;
            int same = 0;
            if (refused.isEmpty()) {
                for (Right right : row.beneficiary().rights()) {
                    switch (opened.get(next++).outcome()) {
                        case OPENED -> news++;
                        case UNCHANGED -> same++;
                        case CONFLICT -> refused.add(conflict(right));
                    }
                }
                if (news + same > 0) {
                    addFacts(person.personId(), row, known);
                }
            }
            written.add(new WrittenRow(row.number(), person.created(), news, same, refused));
        }
        return written;
    }

    private static List<EntitlementDraft> rights(List<ReadRow> rows, List<Registered> registered) {
        List<EntitlementDraft> rights = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            Registered person = registered.get(i);
            if (!refusals(person).isEmpty()) {
                continue;
            }
            ListedBeneficiary listed = rows.get(i).beneficiary();
            for (Right right : listed.rights()) {
                rights.add(new EntitlementDraft(
                        person.personId(),
                        BtxhProgram.ID,
                        right.benefit(),
                        listed.person().unitId(),
                        right.from(),
                        right.paidThrough(),
                        listed.decisionNumber(),
                        listed.decisionDate(),
                        right.payment()));
            }
        }
        return rights;
    }

    private static List<Finding> refusals(Registered person) {
        List<Finding> refused = new ArrayList<>(1);
        if (person.elsewhere()) {
            refused.add(new Finding(
                    Severity.ERROR,
                    ImportColumn.NUMBER,
                    "O-NOI-KHAC",
                    "Người có số này đang được quản lý ở nơi khác. Nơi đó chuyển đi trước, rồi nhập lại"));
        } else if (person.differs()) {
            refused.add(
                    new Finding(
                            Severity.ERROR,
                            ImportColumn.NUMBER,
                            "SO-CUA-NGUOI-KHAC",
                            "Số này đã có trong hệ thống với họ tên, ngày sinh hoặc giới tính khác. Đối chiếu giấy tờ, sửa bên sai"));
        }
        return refused;
    }

    private static Finding conflict(Right right) {
        return new Finding(
                Severity.ERROR,
                ImportColumn.FROM,
                "DANG-HUONG",
                "Người này đang hưởng " + right.benefit() + " từ tháng khác " + BenefitCells.label(right.from())
                        + ". Xem hồ sơ đối tượng; đổi tháng bằng quyết định điều chỉnh, không bằng nhập lại");
    }

    private static void addFacts(long personId, ReadRow row, List<Fact> known) {
        String source = row.beneficiary().decisionNumber() == null
                ? RowReader.SOURCE
                : row.beneficiary().decisionNumber();
        for (State state : row.beneficiary().facts()) {
            known.add(new Fact(Subject.person(personId), state.key(), state.value(), state.from(), null, source));
        }
    }
}
