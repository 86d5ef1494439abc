package vn.ansinh.core.audit;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.audit.Entry;
import vn.ansinh.api.audit.Subject;
import vn.ansinh.api.identity.Person;
import vn.ansinh.api.identity.PersonRegistry;
import vn.ansinh.api.job.JobContext;
import vn.ansinh.api.job.JobHandler;
import vn.ansinh.api.paper.OfficePaper;
import vn.ansinh.api.paper.OfficePaper.ListPaper;
import vn.ansinh.api.paper.OfficePaper.PaperColumn;
import vn.ansinh.api.paper.OfficePaper.Signatory;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.text.Money;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.api.unit.Units;

/** Does the jobs of type {@link Audit#ACCESS_LOG}: who looked at a person's record and changed it, as the office's paper. */
public final class AccessLogExport implements JobHandler {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("HH:mm:ss dd/MM/yyyy").withZone(ZONE);
    /** More is not one person's life but an incident, which is looked into on the screen. */
    private static final int MOST = 1000;

    private static final List<PaperColumn> COLUMNS = List.of(
            new PaperColumn("TT", true, 5),
            new PaperColumn("Thời điểm", false, 14),
            new PaperColumn("Người thực hiện", false, 22),
            new PaperColumn("Từ đâu", false, 13),
            new PaperColumn("Việc", false, 16),
            new PaperColumn("Nội dung, lý do", false, 30));

    private final Audit audit;
    private final PersonRegistry people;
    private final Units units;
    private final OfficePaper paper;
    private final InstantSource clock;

    public AccessLogExport(Audit audit, PersonRegistry people, Units units, OfficePaper paper, InstantSource clock) {
        this.audit = audit;
        this.people = people;
        this.units = units;
        this.paper = paper;
        this.clock = clock;
    }

    @Override
    public String type() {
        return Audit.ACCESS_LOG;
    }

    @Override
    public void run(JobContext job) throws IOException {
        long id = id(job.parameter("person"));
        Instant from = start(job.parameter("from", ""));
        Person person = people.byId(id)
                .orElseThrow(
                        () -> Problem.notFound("AS-AUDIT-PERSON", "Không có người này, hoặc ngoài địa bàn được giao."));
        List<Entry> entries = audit.of(Subject.person(id), from, null, MOST);
        String file = "nhat-ky-truy-cap_" + id + ".pdf";
        try (OutputStream out = new BufferedOutputStream(job.output(file, "application/pdf"))) {
            paper.list(paper(person, entries, from), out);
        }
        audit.exported(Subject.PERSON, "Nhật ký truy cập hồ sơ", List.of(id), file);
        job.progress(entries.size(), entries.size(), entries.size() + " lượt");
        job.result("entries", Integer.toString(entries.size()));
    }

    private ListPaper paper(Person person, List<Entry> entries, Instant from) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
        List<List<String>> rows = new ArrayList<>();
        for (Entry entry : entries) {
            rows.add(List.of(
                    Integer.toString(rows.size() + 1),
                    MOMENT.format(entry.at()),
                    entry.fullName() + "\n(" + entry.account() + ")",
                    origin(entry),
                    entry.what(),
                    content(entry)));
        }
        List<String> notes = new ArrayList<>();
        notes.add("Danh sách, tệp xuất ra có người này đều được tính là một lượt.");
        if (entries.size() == MOST) {
            notes.add("Chỉ in " + MOST + " lượt gần nhất.");
        }
        String unit = units.byId(person.unitId()).map(AdministrativeUnit::name).orElse("");
        return new ListPaper(
                null,
                unit.isEmpty() ? "" : "Ủy ban nhân dân " + Character.toLowerCase(unit.charAt(0)) + unit.substring(1),
                unit.replaceFirst("^(Xã|Phường|Thị trấn|Đặc khu) (?=\\D)", ""),
                today,
                "Nhật ký truy cập hồ sơ",
                person.fullName() + " – "
                        + (from == null
                                ? "từ khi có hồ sơ"
                                : "từ ngày " + Vietnamese.day(LocalDate.ofInstant(from, ZONE)))
                        + " đến ngày " + Vietnamese.day(today),
                null,
                true,
                COLUMNS,
                rows,
                List.of(),
                null,
                notes,
                List.of(
                        new Signatory("Người lập", "(Ký, ghi rõ họ tên)"),
                        new Signatory("Thủ trưởng đơn vị", "(Ký tên, đóng dấu)")));
    }

    private static String origin(Entry entry) {
        String address = entry.address() == null ? "" : entry.address();
        return (entry.channel() + "\n" + address).strip();
    }

    private static String content(Entry entry) {
        List<String> lines = new ArrayList<>();
        if (entry.query() != null) {
            lines.add(entry.query());
        }
        if (entry.why() != null) {
            lines.add(entry.why());
        }
        if (entry.file() != null) {
            lines.add("Tệp: " + entry.file());
        }
        if (entry.count() > 1) {
            lines.add("cùng " + Money.format(entry.count() - 1) + " người khác");
        }
        entry.differences().forEach(difference -> lines.add(difference.text()));
        return String.join("\n", lines);
    }

    private static long id(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw Problem.invalid("AS-AUDIT-PERSON", "Mã người không đúng.");
        }
    }

    private static Instant start(String day) {
        return day.isEmpty() ? null : LocalDate.parse(day).atStartOfDay(ZONE).toInstant();
    }
}
