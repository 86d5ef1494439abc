package vn.ansinh.rest.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.api.job.Jobs;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.report.ReportColumn;
import vn.ansinh.api.report.ReportDefinition;
import vn.ansinh.api.report.ReportFormat;
import vn.ansinh.api.report.ReportParameter;
import vn.ansinh.api.report.ReportRow;
import vn.ansinh.api.report.Reports;
import vn.ansinh.api.report.Reports.Use;
import vn.ansinh.api.rest.RestResource;

/**
 * Reports: which there are for the caller, what they ask, their rows and their files. A report's own parameters are query
 * parameters by their names; what is left out takes the value that the parameters' address gives.
 */
@Path("/reports")
@Produces("application/json")
@Consumes("application/json")
@Permitted(Permissions.REPORT_READ)
public final class ReportResource implements RestResource {

    private static final String LIMIT = "limit";
    private static final String FORMAT = "format";

    private final Reports reports;
    private final Jobs jobs;

    /** @param reports scoped to the caller */
    public ReportResource(Reports reports, Jobs jobs) {
        this.reports = reports;
        this.jobs = jobs;
    }

    /** What the caller may run. */
    @GET
    public List<ReportView> catalogue() {
        return reports.catalogue().stream().map(ReportView::of).toList();
    }

    /** A report: what it asks and what it shows. */
    @GET
    @Path("{id}")
    public ReportView byId(@PathParam("id") String id) {
        return ReportView.of(known(id));
    }

    /** What to fill in first, by name of parameter. */
    @GET
    @Path("{id}/parameters")
    public Map<String, String> parameters(@PathParam("id") String id) {
        return reports.initial(id);
    }

    /** The first rows, with the sums of all. */
    @GET
    @Path("{id}/rows")
    public PreviewView rows(
            @PathParam("id") String id, @QueryParam(LIMIT) @DefaultValue("1000") int limit, @Context UriInfo uri) {
        Reports.Preview preview = reports.preview(id, values(id, uri), limit);
        return new PreviewView(
                preview.values(),
                preview.subtitles(),
                preview.rows(),
                preview.count(),
                preview.complete(),
                preview.asOf());
    }

    /** A small report as a file; a large one goes as a job. @param format xlsx, docx, pdf or csv */
    @GET
    @Path("{id}/file")
    @Produces("*/*")
    public Response file(
            @PathParam("id") String id, @QueryParam(FORMAT) @DefaultValue("xlsx") String format, @Context UriInfo uri) {
        ReportFormat wanted = format(format);
        Map<String, String> values = values(id, uri);
        InputStream content = written(id, values, wanted);
        return Attachment.of(content, wanted.mediaType(), reports.fileName(id, values, wanted));
    }

    /** Written to its end before the answer begins, so that a failure is told as one; not in memory: nobody knows how long it is. */
    private InputStream written(String id, Map<String, String> values, ReportFormat format) {
        try {
            java.nio.file.Path file = Files.createTempFile("ansinh-report", null);
            boolean done = false;
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                reports.write(id, values, format, out);
                done = true;
            } finally {
                if (!done) {
                    Files.delete(file);
                }
            }
            return Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a report in the background. */
    @POST
    @Path("{id}/jobs")
    public Response write(@PathParam("id") String id, WriteRequest request) {
        Required.body(request);
        ReportDefinition report = known(id);
        ReportFormat format = format(Required.parameter(FORMAT, request.format()));
        Map<String, String> values = merged(id, request.values() == null ? Map.of() : request.values());
        // what is wrong is told now, not by a job that fails
        reports.fileName(id, values, format);
        Map<String, String> parameters = new LinkedHashMap<>(values);
        parameters.put(Reports.REPORT, id);
        parameters.put(Reports.FORMAT, format.name());
        return Accepted.job(jobs.submit(Reports.JOB, report.title() + " – " + format.label(), parameters, null));
    }

    /** Uses of a report by the caller; of everybody below for who reads the audit. Newest first. */
    @GET
    @Path("{id}/history")
    public List<Use> history(@PathParam("id") String id, @QueryParam(LIMIT) @DefaultValue("100") int limit) {
        return reports.history(id, limit);
    }

    /** Marks a report. */
    @PUT
    @Path("{id}/favourite")
    public void favour(@PathParam("id") String id) {
        reports.favour(id, true);
    }

    /** Takes the mark away. */
    @DELETE
    @Path("{id}/favourite")
    public void disfavour(@PathParam("id") String id) {
        reports.favour(id, false);
    }

    private ReportDefinition known(String id) {
        return reports.byId(id)
                .orElseThrow(() -> Problem.notFound(
                        "AS-REPORT-GONE", "Không có báo cáo «" + id + "», hoặc tài khoản không được xem báo cáo này."));
    }

    private Map<String, String> values(String id, UriInfo uri) {
        Map<String, String> given = new LinkedHashMap<>();
        uri.getQueryParameters().forEach((name, values) -> {
            if (!name.equals(LIMIT) && !name.equals(FORMAT) && !values.isEmpty()) {
                given.put(name, values.get(0));
            }
        });
        return merged(id, given);
    }

    private Map<String, String> merged(String id, Map<String, String> given) {
        Map<String, String> values = new LinkedHashMap<>(reports.initial(id));
        values.putAll(given);
        return values;
    }

    private static ReportFormat format(String text) {
        return Arrays.stream(ReportFormat.values())
                .filter(format -> format.extension().equals(text.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("AS-REPORT-FORMAT", "Chỉ xuất được tệp xlsx, docx, pdf hoặc csv."));
    }

    /** @param format xlsx, docx, pdf or csv @param values by name of parameter; may be left out */
    public record WriteRequest(String format, Map<String, String> values) {}

    /** A report as the catalogue has it; fields as in {@link ReportDefinition}. */
    public record ReportView(
            String id,
            String version,
            String title,
            String description,
            String program,
            String section,
            String basis,
            boolean unread,
            boolean sensitive,
            List<ReportParameter> parameters,
            List<ReportColumn> columns) {

        static ReportView of(ReportDefinition report) {
            return new ReportView(
                    report.id(),
                    report.version(),
                    report.title(),
                    report.description(),
                    report.program(),
                    report.section(),
                    report.basis(),
                    report.unread(),
                    report.sensitive(),
                    report.parameters(),
                    report.columns());
        }
    }

    /** A report's first rows; fields as in {@link Reports.Preview}. */
    public record PreviewView(
            Map<String, String> values,
            List<String> subtitles,
            List<ReportRow> rows,
            long count,
            boolean complete,
            Instant asOf) {}
}
