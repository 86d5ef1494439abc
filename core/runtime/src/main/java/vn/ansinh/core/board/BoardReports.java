package vn.ansinh.core.board;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.board.Boards;
import vn.ansinh.api.board.Boards.Board;
import vn.ansinh.api.board.Boards.Kind;
import vn.ansinh.api.board.Boards.Month;
import vn.ansinh.api.board.Boards.Moves;
import vn.ansinh.api.board.Boards.Part;
import vn.ansinh.api.board.Projection;
import vn.ansinh.api.board.Projection.Cell;
import vn.ansinh.api.job.JobState;
import vn.ansinh.api.job.Jobs;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.program.Program;
import vn.ansinh.api.report.Report;
import vn.ansinh.api.report.ReportChart;
import vn.ansinh.api.report.ReportColumn;
import vn.ansinh.api.report.ReportColumn.Opens;
import vn.ansinh.api.report.ReportColumn.Privacy;
import vn.ansinh.api.report.ReportColumn.Type;
import vn.ansinh.api.report.ReportDefinition;
import vn.ansinh.api.report.ReportParameter;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.api.unit.Units;

/** The tables of the board as reports, so that they leave the system in every format and on the office's own paper. */
public final class BoardReports {

    private static final String SECTION = "Tổng quan";
    private static final String UNIT = "don_vi";
    private static final String MONTH = "ky";
    private static final String PROGRAMS = "chuong_trinh";
    private static final int MONTHS_OF_YEAR = 12;

    /** Among how many of the account's latest jobs a projection is looked for. */
    private static final int LATEST = 50;

    private static final ReportColumn AMOUNT = money("amount", "Tổng chi (đồng)", true);

    private final Boards boards;
    private final Units units;
    private final Jobs jobs;
    private final List<Program> running;

    /** @param running the programs that run now; changes as they come and go */
    public BoardReports(Boards boards, Units units, Jobs jobs, List<Program> running) {
        this.boards = boards;
        this.units = units;
        this.jobs = jobs;
        this.running = running;
    }

    /** Money, joiners and leavers of twelve months. */
    public Report months() {
        ReportDefinition definition = definition(
                "core.chi-tra-theo-thang",
                "Chi trả, tăng, giảm theo tháng",
                "Mười hai tháng của một đơn vị: bao nhiêu người, bao nhiêu tiền, ai tăng, ai giảm.",
                List.of(
                        column("month", "Kỳ", Type.MONTH, 10, false),
                        column("people", "Số người", Type.NUMBER, 12, false),
                        AMOUNT,
                        money("arrears", "Trong đó truy lĩnh", true),
                        column("joined", "Tăng (lượt)", Type.NUMBER, 10, true),
                        column("gone", "Giảm (lượt)", Type.NUMBER, 10, true),
                        column("adjusted", "Điều chỉnh (lượt)", Type.NUMBER, 12, true)),
                List.of(),
                new ReportChart("Chi trả theo tháng", ReportChart.Kind.BAR, "month", List.of("amount")),
                List.of("Tăng, giảm so danh sách đã chốt với kỳ trước; một người hưởng hai chế độ là hai lượt."));
        return report(definition, (values, rows) -> {
            for (Month month : board(values).months()) {
                Moves moves = month.moves();
                rows.row(
                        List.of(
                                month.month().atDay(1),
                                month.people(),
                                month.amount(),
                                month.arrears(),
                                moves.joined(),
                                moves.left(),
                                moves.adjusted()),
                        Map.of());
            }
        });
    }

    /** People and money by kind, of the latest month with closed lists. */
    public Report kinds() {
        ReportDefinition definition = definition(
                "core.nguoi-huong-theo-loai",
                "Người hưởng theo loại chế độ",
                "Bao nhiêu người hưởng từng loại, theo danh sách đã chốt gần nhất đến kỳ được chọn.",
                List.of(
                        column("month", "Kỳ", Type.MONTH, 10, false),
                        column("kind", "Loại chế độ", Type.TEXT, 48, false),
                        column("people", "Số người", Type.NUMBER, 12, true),
                        AMOUNT),
                List.of(),
                new ReportChart("Người hưởng theo loại", ReportChart.Kind.BAR, "kind", List.of("people")),
                List.of("Một người hưởng hai loại được tính ở cả hai."));
        return report(definition, (values, rows) -> {
            Board board = board(values);
            for (Kind kind : board.kinds()) {
                rows.row(List.of(board.kindsOf().atDay(1), kind.name(), kind.people(), kind.amount()), Map.of());
            }
        });
    }

    /** The units directly below. */
    public Report parts() {
        ReportDefinition definition = definition(
                "core.chi-tra-theo-don-vi",
                "Chi trả theo đơn vị",
                "Từng đơn vị trực thuộc trong một kỳ: số người, số tiền, tăng, giảm, danh sách đã chốt hay chưa.",
                List.of(
                        column("stt", "STT", Type.ORDINAL, 6, false),
                        new ReportColumn(
                                "unit", "Đơn vị", null, Type.TEXT, 32, Privacy.PUBLIC, false, Opens.UNIT, "unit_id"),
                        column("people", "Số người", Type.NUMBER, 12, true),
                        AMOUNT,
                        column("joined", "Tăng (lượt)", Type.NUMBER, 10, true),
                        column("gone", "Giảm (lượt)", Type.NUMBER, 10, true),
                        column("missing", "Danh sách chưa lập", Type.NUMBER, 12, true),
                        column("drafted", "Đã lập, chưa chốt", Type.NUMBER, 12, true),
                        column("closed", "Đã chốt", Type.NUMBER, 10, true)),
                List.of(),
                new ReportChart("Tổng chi theo đơn vị", ReportChart.Kind.BAR, "unit", List.of("amount")),
                List.of());
        return report(definition, (values, rows) -> {
            for (Part part : board(values).parts()) {
                rows.row(
                        List.of(
                                units.byId(part.unitId())
                                        .map(AdministrativeUnit::name)
                                        .orElse(""),
                                part.people(),
                                part.amount(),
                                part.moves().joined(),
                                part.moves().left(),
                                (long) part.lists().missing(),
                                (long) part.lists().drafted(),
                                (long) part.lists().closed()),
                        Map.of("unit_id", part.unitId()));
            }
        });
    }

    /** The caller's latest projection of a unit: it takes too long to be made while somebody waits for a report. */
    public Report ahead() {
        ReportDefinition definition = definition(
                "core.du-bao",
                "Dự báo số người hưởng, số tiền theo độ tuổi",
                "Dự báo lập gần nhất ở trang Tổng quan: từng năm tới, theo độ tuổi và loại chế độ.",
                List.of(
                        column("month", "Kỳ", Type.MONTH, 10, false),
                        column("age", "Độ tuổi", Type.TEXT, 26, false),
                        column("kind", "Loại chế độ", Type.TEXT, 48, false),
                        column("people", "Số người", Type.NUMBER, 12, false),
                        money("amount", "Số tiền một tháng (đồng)", false)),
                List.of("month"),
                new ReportChart("Số người theo độ tuổi", ReportChart.Kind.BAR, "age", List.of("people")),
                List.of(
                        "Theo người đang hưởng, ngày sinh, chính sách và mức của ngày lập. Không đoán người mất, người mới"
                                + " được duyệt, người đổi hoàn cảnh."));
        return report(definition, (values, rows) -> {
            Projection projection = projection(values);
            for (Cell cell : projection.cells()) {
                rows.row(
                        List.of(
                                projection.from().plusYears(cell.ahead()).atDay(1),
                                ages(cell),
                                cell.kind(),
                                cell.people(),
                                cell.amount()),
                        Map.of());
            }
        });
    }

    private Projection projection(Map<String, Object> values) {
        Map<String, String> asked = Map.of(
                "programs",
                String.join(",", new TreeSet<>(programs((String) values.get(PROGRAMS)))),
                "unit",
                values.get(UNIT).toString(),
                "from",
                month(values).toString());
        return jobs.latest(LATEST).stream()
                .filter(job -> job.type().equals(Boards.PROJECT)
                        && job.state() == JobState.DONE
                        && job.parameters().equals(asked))
                .findFirst()
                .map(job -> Projection.of(job.result()))
                .orElseThrow(() -> Problem.notFound(
                        "AS-BOARD-PROJECTION",
                        "Chưa có dự báo nào do bạn lập cho đơn vị và kỳ này. Hãy mở Tổng quan, thẻ Dự báo, bấm Lập dự báo"
                                + " rồi xuất lại."));
    }

    private static String ages(Cell cell) {
        if (cell.from() == 0 && cell.below() == 0) {
            return "Không chia theo tuổi";
        }
        if (cell.from() == 0) {
            return "Dưới " + age(cell.below());
        }
        return "Từ " + age(cell.from()) + (cell.below() == 0 ? "" : " đến dưới " + age(cell.below()));
    }

    private static String age(int months) {
        return months % MONTHS_OF_YEAR == 0 ? months / MONTHS_OF_YEAR + " tuổi" : months + " tháng tuổi";
    }

    /** Makes rows for what was asked. */
    @FunctionalInterface
    private interface Rows {
        void of(Map<String, Object> values, Report.Sink rows) throws Exception;
    }

    private Report report(ReportDefinition definition, Rows rows) {
        return new Report() {

            @Override
            public ReportDefinition definition() {
                return definition;
            }

            @Override
            public void rows(Map<String, Object> values, Sink to) throws Exception {
                rows.of(values, to);
            }
        };
    }

    private Board board(Map<String, Object> values) {
        return boards.board(programs((String) values.get(PROGRAMS)), (Long) values.get(UNIT), month(values));
    }

    private static YearMonth month(Map<String, Object> values) {
        return YearMonth.from((LocalDate) values.get(MONTH));
    }

    /** @param chosen ids with commas between; {@code null} or blank for all that run */
    private Set<String> programs(String chosen) {
        return chosen == null || chosen.isBlank()
                ? List.copyOf(running).stream().map(Program::id).collect(Collectors.toSet())
                : Arrays.stream(chosen.split(",")).map(String::strip).collect(Collectors.toSet());
    }

    private static ReportColumn column(String name, String title, Type type, int width, boolean total) {
        return new ReportColumn(name, title, null, type, width, Privacy.PUBLIC, total, Opens.NOTHING, null);
    }

    private static ReportColumn money(String name, String title, boolean total) {
        return column(name, title, Type.MONEY, 20, total);
    }

    private static ReportDefinition definition(
            String id,
            String title,
            String description,
            List<ReportColumn> columns,
            List<String> groups,
            ReportChart chart,
            List<String> notes) {
        return new ReportDefinition(
                id,
                "1.0",
                title,
                description,
                null,
                SECTION,
                null,
                false,
                Permissions.PAYROLL_READ,
                false,
                List.of(
                        new ReportParameter(UNIT, "Đơn vị", ReportParameter.Kind.UNIT, "cua-toi", true, null),
                        new ReportParameter(MONTH, "Kỳ", ReportParameter.Kind.MONTH, "ky-nay", true, null),
                        new ReportParameter(
                                PROGRAMS, "Chương trình (mã)", ReportParameter.Kind.TEXT, null, false, null)),
                columns,
                groups,
                List.of(chart),
                true,
                null,
                notes,
                List.of(),
                List.of(),
                Optional.empty());
    }
}
