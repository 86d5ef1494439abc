package vn.ansinh.core.report.closing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.ansinh.core.SmallCountry.HA_TINH;
import static vn.ansinh.core.SmallCountry.HUONG_SON;
import static vn.ansinh.core.SmallCountry.NGHE_AN;
import static vn.ansinh.core.SmallCountry.THANH_SEN;
import static vn.ansinh.core.report.closing.ClosingDesk.FIRST_HALF;
import static vn.ansinh.core.report.closing.ClosingDesk.FORM;
import static vn.ansinh.core.report.closing.ClosingDesk.leader;
import static vn.ansinh.core.report.closing.ClosingDesk.may;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.deadline.Duty;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.report.ReportClosings;
import vn.ansinh.api.report.ReportClosings.Closing;
import vn.ansinh.api.report.ReportClosings.Standing;
import vn.ansinh.api.report.ReportClosings.State;
import vn.ansinh.api.report.ReportClosings.Synthesis;
import vn.ansinh.api.report.ReportColumn.Privacy;
import vn.ansinh.api.report.ReportFormat;
import vn.ansinh.testkit.TestDatabase;

/** Two communes of Hà Tĩnh send their half-year to the province, which puts them together; row-level security holds as in production. */
class ClosingStoryTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    private static final Caller LAN = leader("lan", THANH_SEN);
    private static final Caller MINH = leader("minh", HUONG_SON);
    private static final Caller THU = leader("thu", HA_TINH);
    private static final int OLD = 1;
    private static final int TOTAL = 6;

    private ClosingDesk desk;
    private ReportClosings closings;

    @BeforeEach
    void emptyTables() throws SQLException {
        asOwner(
                "alter table ansinh.%1$s disable trigger user; delete from ansinh.%1$s; alter table ansinh.%1$s enable trigger user");
        desk = new ClosingDesk(DATABASE);
        closings = desk.closings;
        desk.counts(THANH_SEN, 100, 40);
        desk.counts(HUONG_SON, 50, 7);
    }

    private static void asOwner(String sql) throws SQLException {
        try (Connection owner = DATABASE.owner().getConnection();
                Statement statement = owner.createStatement()) {
            for (String part : List.of("_part", "_file", "_correction", "_row", "_column", "")) {
                statement.execute(sql.formatted("report_closing" + part));
            }
        }
    }

    @Test
    void aCommuneCorrectsAFigureAndSendsWhatDoesNotChangeAnyMore() {
        Closing draft = desk.as(LAN, () -> closings.draft(FORM, THANH_SEN, LocalDate.of(2026, 3, 3)));
        assertEquals(FIRST_HALF, draft.period());
        assertEquals(List.of(State.DRAFT, 1, 1), List.of(draft.state(), draft.revision(), draft.turn()));
        assertEquals("100 140", figure(draft, OLD) + " " + figure(draft, TOTAL));

        Closing corrected =
                desk.as(LAN, () -> closings.correct(draft.id(), OLD, "people", 98L, "Hai người mất, chưa nhập"));
        assertEquals("98 98 138", figure(corrected, OLD) + " " + figure(corrected, 2) + " " + figure(corrected, TOTAL));
        assertEquals(100L, corrected.computed().get(OLD).values().get(2));
        ReportClosings.Correction why = corrected.corrections().get(0);
        assertEquals(
                "100 98 Hai người mất, chưa nhập Bà lan",
                why.computed() + " " + why.corrected() + " " + why.reason() + " "
                        + why.by().fullName());
        refused("AS-CLOSING-REASON", LAN, () -> closings.correct(draft.id(), OLD, "people", 97L, " "));
        refused("AS-CLOSING-ROW", LAN, () -> closings.correct(draft.id(), TOTAL, "people", 97L, "x"));
        refused("AS-CLOSING-COLUMN", LAN, () -> closings.correct(draft.id(), OLD, "kind", 97L, "x"));

        // Computed anew: the correction stays, also beside another computed figure.
        desk.counts(THANH_SEN, 101, 40);
        refused("AS-CLOSING-CHANGED", LAN, () -> closings.send(draft.id(), draft.revision()));
        refused("AS-CLOSING-DATA", LAN, () -> closings.send(draft.id(), corrected.revision()));
        Closing anew = desk.as(LAN, () -> closings.draft(FORM, THANH_SEN, FIRST_HALF));
        assertEquals(draft.id(), anew.id());
        assertEquals("98 138", figure(anew, OLD) + " " + figure(anew, TOTAL));
        assertEquals(101L, anew.corrections().get(0).computed());

        Closing sent = desk.as(LAN, () -> closings.send(anew.id(), anew.revision()));
        assertEquals(State.SENT, sent.state());
        assertEquals("Bà lan", sent.sent().fullName());
        assertEquals(64, sent.sha256().length());
        byte[] file = file(LAN, sent.id());
        String text = new String(file, StandardCharsets.UTF_8);
        assertTrue(text.contains("98") && text.contains("Người cao tuổi"), text);

        // The data go on, the report stays; so does its file, byte for byte.
        desk.counts(THANH_SEN, 120, 44);
        refused("AS-CLOSING-SENT", LAN, () -> closings.draft(FORM, THANH_SEN, FIRST_HALF));
        refused("AS-CLOSING-FROZEN", LAN, () -> closings.correct(sent.id(), OLD, "people", 1L, "x"));
        refused("AS-CLOSING-FROZEN", LAN, () -> closings.send(sent.id(), sent.revision()));
        Closing later = desk.as(THU, () -> closings.byId(sent.id()));
        assertEquals(sent.rows(), later.rows());
        assertEquals(sent.sha256(), later.sha256());
        assertEquals(sent.corrections(), later.corrections());
        assertArrayEquals(file, file(THU, sent.id()));
        assertEquals(
                "mau-thu_2026-6-thang-dau_phuong-thanh-sen.csv",
                desk.as(LAN, () -> closings.fileName(sent.id(), ReportFormat.CSV)));
    }

    @Test
    void whoIsLateIsSeenAndWhatWasGivenBackBeginsAgain() {
        long first = send(LAN, THANH_SEN).id();
        desk.today = LocalDate.of(2026, 6, 17);
        assertEquals("3 late null, 2 SENT", below());
        assertEquals(
                List.of(HUONG_SON + " LATE", THANH_SEN + " DONE"),
                desk.as(THU, () -> desk.deadlines.duties(HA_TINH, YearMonth.of(2026, 6))).stream()
                        .filter(duty -> duty.deadline().equals(FORM + ".xa"))
                        .map(duty -> duty.unitId() + " " + duty.state())
                        .toList());
        Closing second = send(MINH, HUONG_SON);
        assertEquals("3 late SENT, 2 SENT", below());

        refused("AS-CLOSING-REASON", THU, () -> closings.giveBack(second.id(), ""));
        Closing back = desk.as(THU, () -> closings.giveBack(second.id(), "Thiếu thôn 5"));
        assertEquals(
                List.of(State.RETURNED, "Thiếu thôn 5", "Bà thu"),
                List.of(back.state(), back.reason(), back.decided().fullName()));
        Standing own = desk.as(MINH, () -> closings.own(HUONG_SON)).get(0);
        assertEquals(List.of(State.RETURNED, true, FIRST_HALF), List.of(own.state(), own.late(), own.period()));
        refused("AS-CLOSING-STATE", THU, () -> closings.receive(second.id()));

        desk.counts(HUONG_SON, 55, 7);
        Closing again = desk.as(MINH, () -> closings.draft(FORM, HUONG_SON, FIRST_HALF));
        assertEquals(2, again.turn());
        Closing sent = desk.as(MINH, () -> closings.send(again.id(), again.revision()));
        desk.as(THU, () -> closings.receive(sent.id()));
        desk.as(THU, () -> closings.receive(first));
        assertEquals("3 late RECEIVED, 2 RECEIVED", below());
        assertEquals("50", figure(desk.as(THU, () -> closings.byId(second.id())), OLD), "what was given back stays");
        assertEquals(
                2,
                desk.as(MINH, () -> closings.history(FORM, HUONG_SON, FIRST_HALF))
                        .size());
        Duty duty = desk.as(MINH, () -> desk.deadlines.duties(HUONG_SON, YearMonth.of(2026, 6)))
                .get(0);
        assertEquals(Duty.State.DONE_LATE, duty.state());
    }

    @Test
    void nobodyTakesUpTheirOwnAndNobodyReachesAcross() {
        Closing sent = send(LAN, THANH_SEN);
        refused("AS-CLOSING-OWN-UNIT", LAN, () -> closings.receive(sent.id()));
        refused("AS-CLOSING-OWN-UNIT", leader("hoa", THANH_SEN), () -> closings.receive(sent.id()));
        refused("AS-CLOSING-SAME-PERSON", leader("lan", HA_TINH), () -> closings.receive(sent.id()));
        refused("AS-CLOSING-SAME-PERSON", leader("lan", HA_TINH), () -> closings.giveBack(sent.id(), "x"));
        refused("AS-CLOSING", leader("nghe", NGHE_AN), () -> closings.byId(sent.id()));
        refused("AS-CLOSING", MINH, () -> closings.receive(sent.id()));
        refused("AS-ACCESS-UNIT", MINH, () -> closings.draft(FORM, THANH_SEN, FIRST_HALF));
        Caller reader = may("xem", HA_TINH, "report.read", "entitlement.read");
        refused("AS-ACCESS-PERMISSION", reader, () -> closings.receive(sent.id()));
        assertEquals(
                sent.sha256(), desk.as(reader, () -> closings.byId(sent.id())).sha256());
        refused("AS-CLOSING", may("khac", HA_TINH, "report.read"), () -> closings.byId(sent.id()));
        refused("AS-CLOSING-UNIT", leader("bo", 0), () -> closings.draft(FORM, 0, FIRST_HALF));
    }

    @Test
    void theProvincePutsThemTogetherAndSaysWhyItDiffers() {
        Closing thanhSen = sendCorrected();
        Closing huongSon = send(MINH, HUONG_SON);
        Closing whole = desk.as(THU, () -> closings.draft(FORM, HA_TINH, FIRST_HALF));
        assertEquals("150", figure(whole, OLD));
        refused("AS-CLOSING-NOTHING-BELOW", THU, () -> closings.takeTogether(whole.id(), "Theo xã"));
        desk.as(THU, () -> closings.receive(thanhSen.id()));
        desk.as(THU, () -> closings.receive(huongSon.id()));

        Synthesis synthesis = desk.as(THU, () -> closings.synthesis(whole.id()));
        assertEquals(2, synthesis.parts().size());
        assertEquals(3, synthesis.same());
        ReportClosings.Figure differs = synthesis.figures().get(0);
        assertEquals(
                "1 people 150 150 148",
                differs.row() + " " + differs.column() + " " + differs.computed() + " " + differs.counts() + " "
                        + differs.below());

        Closing taken = desk.as(THU, () -> closings.takeTogether(whole.id(), "Theo số xã đã rà soát"));
        assertEquals("148 195", figure(taken, OLD) + " " + figure(taken, TOTAL));
        assertEquals(
                List.of(), desk.as(THU, () -> closings.synthesis(whole.id())).figures());
        Closing own =
                desk.as(THU, () -> closings.correct(whole.id(), OLD, "people", 149L, "Thêm một người chuyển đến"));
        assertEquals("149", figure(own, OLD));
        Closing sent = desk.as(THU, () -> closings.send(whole.id(), own.revision()));
        assertEquals(
                List.of(thanhSen.id(), huongSon.id()),
                desk.as(THU, () -> closings.synthesis(sent.id())).parts().stream()
                        .map(Standing::closing)
                        .toList());
        refused("AS-CLOSING-PART", THU, () -> closings.giveBack(thanhSen.id(), "Sai"));

        Caller ministry = leader("bo", 0);
        desk.as(ministry, () -> closings.giveBack(sent.id(), "Đề nghị rà lại"));
        Closing opened = desk.as(THU, () -> closings.giveBack(thanhSen.id(), "Rà lại theo Bộ"));
        assertEquals(State.RETURNED, opened.state());
    }

    @Test
    void theTablesThemselvesRefuse() throws SQLException {
        Closing sent = sendCorrected();
        String of = " where closing_id = " + sent.id();
        for (String sql : List.of(
                "update ansinh.report_closing_row set computed = '{}'" + of,
                "update ansinh.report_closing_row set corrected = null" + of,
                "delete from ansinh.report_closing_row" + of,
                "delete from ansinh.report_closing_correction" + of,
                "update ansinh.report_closing_file set content = ''" + of,
                "delete from ansinh.report_closing_column" + of,
                "update ansinh.report_closing set sha256 = repeat('0', 64)",
                "update ansinh.report_closing set state = 'DRAFT', sent_by = null, sent_name = null, sent_at = null",
                "delete from ansinh.report_closing",
                received("thu", "SENT"),
                received("lan", "RECEIVED"))) {
            assertEquals("AS001", failure(LAN, sql), sql);
            assertEquals("AS001", failure(THU, sql), sql);
        }
        assertEquals("AS001", failure(THU, received("khac", "RECEIVED")), "nobody decides for somebody else");
        assertEquals("23514", failure(leader("lan", HA_TINH), received("lan", "RECEIVED")));
        assertEquals("0 rows", failure(MINH, received("minh", "RECEIVED")), "another unit sees nothing");
        assertEquals("0 rows", failure(leader("nghe", NGHE_AN), received("nghe", "RECEIVED")));

        // Whoever gets past all that as the owner of the tables is found out.
        asOwnerQuietly("update ansinh.report_closing_row set corrected = computed" + of);
        refused("AS-CLOSING-DAMAGED", THU, () -> closings.byId(sent.id()));
    }

    private static String received(String account, String state) {
        return "update ansinh.report_closing set state = '" + state + "', decided_by = '" + account
                + "', decided_name = 'x', decided_at = now()";
    }

    private static void asOwnerQuietly(String sql) throws SQLException {
        try (Connection owner = DATABASE.owner().getConnection();
                Statement statement = owner.createStatement()) {
            statement.execute("alter table ansinh.report_closing_row disable trigger user");
            statement.execute(sql);
            statement.execute("alter table ansinh.report_closing_row enable trigger user");
        }
    }

    /** State of the database's refusal; {@code 0 rows} when nothing was there to refuse. */
    private String failure(Caller caller, String sql) {
        try {
            int rows = desk.as(
                    caller,
                    () -> DATABASE.scopedBy(desk.access).call(connection -> {
                        try (Statement statement = connection.createStatement()) {
                            return statement.executeUpdate(sql);
                        }
                    }));
            return rows + " rows";
        } catch (RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof SQLException refused) {
                    return refused.getSQLState();
                }
            }
            throw e;
        }
    }

    @Test
    void whatShowsPeopleOrIsSensitiveIsNeverSentUp() {
        desk.knows(ClosingDesk.form(Privacy.PERSONAL, false));
        refused("AS-CLOSING-NOT-SENT", LAN, () -> closings.draft(FORM, THANH_SEN, FIRST_HALF));
        assertEquals(List.of(), desk.as(LAN, () -> closings.own(THANH_SEN)));
        desk.knows(ClosingDesk.form(Privacy.PUBLIC, true));
        refused("AS-CLOSING-NOT-SENT", LAN, () -> closings.draft(FORM, THANH_SEN, FIRST_HALF));
        assertEquals(List.of(), desk.as(THU, () -> desk.deadlines.declared()));
    }

    @Test
    void whatWasSentIsReadWithoutTheReportsFile() {
        Closing sent = sendCorrected();
        desk.knows(new Renamed().form());
        Closing read = desk.as(THU, () -> closings.byId(sent.id()));
        assertEquals("Kết quả trợ giúp thường xuyên", read.definition().title());
        assertEquals(sent.rows(), read.rows());
        assertEquals(List.of(ReportFormat.CSV), desk.as(THU, () -> closings.formats(sent.id())));
        assertNull(desk.as(THU, () -> closings.history(FORM, THANH_SEN, FIRST_HALF))
                .get(0)
                .due());
    }

    private static final class Renamed {
        vn.ansinh.api.report.ReportDefinition form() {
            var of = ClosingDesk.form(Privacy.PUBLIC, false);
            return new vn.ansinh.api.report.ReportDefinition(
                    "btxh.khac",
                    of.version(),
                    "Khác",
                    of.description(),
                    of.program(),
                    of.section(),
                    null,
                    false,
                    of.permission(),
                    false,
                    of.parameters(),
                    of.columns(),
                    List.of(),
                    List.of(),
                    false,
                    null,
                    List.of(),
                    List.of(),
                    List.of(),
                    of.submission());
        }
    }

    private Closing send(Caller caller, long unit) {
        return desk.as(caller, () -> {
            Closing draft = closings.draft(FORM, unit, FIRST_HALF);
            return closings.send(draft.id(), draft.revision());
        });
    }

    private Closing sendCorrected() {
        return desk.as(LAN, () -> {
            Closing draft = closings.draft(FORM, THANH_SEN, FIRST_HALF);
            Closing corrected = closings.correct(draft.id(), OLD, "people", 98L, "Hai người mất");
            return closings.send(draft.id(), corrected.revision());
        });
    }

    private String below() {
        return String.join(
                ", ",
                desk.as(THU, () -> closings.standings(FORM, HA_TINH, FIRST_HALF)).stream()
                        .map(standing -> standing.unitId() + (standing.late() ? " late " : " ") + standing.state())
                        .toList());
    }

    private static String figure(Closing closing, int row) {
        return closing.rows().get(row).values().get(2).toString();
    }

    private byte[] file(Caller caller, long id) {
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        desk.as(caller, () -> {
            closings.write(id, ReportFormat.CSV, to);
            return null;
        });
        return to.toByteArray();
    }

    private void refused(String code, Caller caller, java.util.concurrent.Callable<?> work) {
        Problem problem = assertThrows(Problem.class, () -> desk.as(caller, work));
        assertEquals(code, problem.code(), problem.getMessage());
    }
}
