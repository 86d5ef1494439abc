package vn.ansinh.btxh.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.rest.RestResource;
import vn.ansinh.api.unit.Units;
import vn.ansinh.btxh.BtxhProgram;
import vn.ansinh.btxh.imports.ExcelImports;
import vn.ansinh.btxh.imports.ImportSummary;
import vn.ansinh.btxh.imports.PreviewRow;
import vn.ansinh.btxh.imports.Severity;

/** Imports of lists over REST: hand in, look, choose, write. */
@Path("/programs/btxh/imports")
@Produces(MediaType.APPLICATION_JSON)
@Permitted(BtxhProgram.IMPORT)
public class ImportsResource implements RestResource {

    /** In place of a month: no month was paid before, so arrears follow. */
    static final String NOTHING_PAID = "none";

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final ExcelImports imports;
    private final Units units;
    private final InstantSource time;

    public ImportsResource(ExcelImports imports, Units units, InstantSource time) {
        this.imports = imports;
        this.units = units;
        this.time = time;
    }

    /**
     * Hands a list in.
     *
     * @param unit code of the commune or province the list is for
     * @param paidThrough last month paid where a row says nothing, or {@code none}; has to be said, since arrears hang on it
     * @param name of the file, for people
     * @return 202 with the import and the job that checks it
     */
    @POST
    @Consumes({MediaType.APPLICATION_OCTET_STREAM, ExcelImports.XLSX})
    public Response submit(
            @QueryParam("unit") String unit,
            @QueryParam("paidThrough") String paidThrough,
            @QueryParam("name") String name,
            InputStream content) {
        ExcelImports.Submitted submitted = imports.submit(unitId(unit), name, month(paidThrough), content);
        return Response.accepted(new Accepted(submitted.importId(), submitted.jobId()))
                .build();
    }

    /** The .xlsx to fill in. */
    @GET
    @Path("template")
    @Produces(ExcelImports.XLSX)
    public Response template() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        imports.template(file);
        return file(file, "mau-danh-sach-btxh.xlsx");
    }

    /** An import as it stands. */
    @GET
    @Path("{id}")
    public ImportSummary summary(@PathParam("id") long id) {
        return imports.summary(id);
    }

    /** One page of rows, in the order of the list. */
    @GET
    @Path("{id}/rows")
    public RowPage rows(
            @PathParam("id") long id,
            @QueryParam("severity") Severity severity,
            @QueryParam("after") @DefaultValue("0") int after,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        ImportSummary summary = imports.summary(id);
        List<PreviewRow> rows = imports.rows(id, severity, after, limit);
        Integer next = rows.size() < limit ? null : rows.get(rows.size() - 1).number();
        return new RowPage(rows.stream().map(row -> RowView.of(summary, row)).toList(), next);
    }

    /** The rows that do not get in, as .xlsx with the reasons. */
    @GET
    @Path("{id}/rejected")
    @Produces(ExcelImports.XLSX)
    public Response rejected(@PathParam("id") long id) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        imports.rejected(id, file);
        return file(file, "dong-phai-sua.xlsx");
    }

    /** Split communes for whose people somebody has to choose, or has chosen. */
    @GET
    @Path("{id}/choices")
    public List<SplitView> splits(@PathParam("id") long id) {
        return imports.splits(id).stream().map(SplitView::of).toList();
    }

    /** Keeps choices; the rows are checked anew. */
    @POST
    @Path("{id}/choices")
    @Consumes(MediaType.APPLICATION_JSON)
    public ImportSummary choose(@PathParam("id") long id, List<ChoiceBody> choices) {
        return imports.choose(
                id,
                choices.stream()
                        .map(choice -> new ExcelImports.Choice(choice.code(), choice.row(), unitId(choice.unit())))
                        .toList());
    }

    /** Writes all right rows in the background. @return 202 with the job */
    @POST
    @Path("{id}/commit")
    public Response commit(@PathParam("id") long id) {
        return Response.accepted(new Accepted(id, imports.commit(id))).build();
    }

    private long unitId(String code) {
        if (code == null || code.isBlank()) {
            throw Problem.invalid("AS-BTXH-IMPORT-UNIT", "Thiếu tham số unit: mã xã hoặc mã tỉnh của danh sách.");
        }
        return units.byCode(code, LocalDate.ofInstant(time.instant(), ZONE))
                .orElseThrow(() -> Problem.invalid(
                        "AS-BTXH-IMPORT-UNIT", "Không có đơn vị hành chính mã " + code + " vào hôm nay."))
                .id();
    }

    private static YearMonth month(String text) {
        if (NOTHING_PAID.equals(text)) {
            return null;
        }
        try {
            return YearMonth.parse(text == null ? "" : text);
        } catch (DateTimeParseException e) {
            throw Problem.invalid(
                    "AS-BTXH-IMPORT-PAID",
                    "Thiếu tham số paidThrough: tháng đã chi đến (2026-10), hoặc none khi chưa chi tháng nào.");
        }
    }

    private static Response file(ByteArrayOutputStream file, String name) {
        return Response.ok(file.toByteArray())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }
}
