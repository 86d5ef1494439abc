package vn.ansinh.api.report;

import java.util.List;
import java.util.Optional;
import vn.ansinh.api.paper.OfficePaper.Signatory;

/**
 * What a report is, without its rows.
 *
 * @param id stable, for instance {@code btxh.so-tro-cap}
 * @param version of the definition, for instance {@code 1.0}
 * @param title Vietnamese, as papers say it
 * @param description one sentence: what it answers and for whom
 * @param program id of the program whose people and money it is about; {@code null} for the core's
 * @param section heading in the catalogue, for instance {@code Sổ và danh sách}
 * @param basis clause or form of law it follows; {@code null} for none
 * @param unread whether its layout was not compared with the law's own text: pages and papers say so
 * @param permission without which nobody runs it
 * @param sensitive whether it shows what reveals health, HIV or abuse: for holders of {@code report.sensitive} only, audited, and
 *     never posted, closed or given to who pays
 * @param parameters in the order in which to ask
 * @param groups columns by which rows are put together, outermost first; the query orders by them
 * @param landscape whether paper lies
 * @param form number of the form, top right on paper ({@code Mẫu số 10a}); {@code null} for none
 * @param notes below the table on paper
 * @param signatories from left to right; empty for lists that nobody signs
 * @param recipients {@code Nơi nhận}; empty for none
 * @param submission how units send it up; empty for one that is only looked at
 */
public record ReportDefinition(
        String id,
        String version,
        String title,
        String description,
        String program,
        String section,
        String basis,
        boolean unread,
        String permission,
        boolean sensitive,
        List<ReportParameter> parameters,
        List<ReportColumn> columns,
        List<String> groups,
        List<ReportChart> charts,
        boolean landscape,
        String form,
        List<String> notes,
        List<Signatory> signatories,
        List<String> recipients,
        Optional<ReportSubmission> submission) {

    public ReportDefinition {
        parameters = List.copyOf(parameters);
        columns = List.copyOf(columns);
        groups = List.copyOf(groups);
        charts = List.copyOf(charts);
        notes = List.copyOf(notes);
        signatories = List.copyOf(signatories);
        recipients = List.copyOf(recipients);
    }

    /** The same report with other notes below its table. */
    public ReportDefinition withNotes(List<String> others) {
        return new ReportDefinition(
                id,
                version,
                title,
                description,
                program,
                section,
                basis,
                unread,
                permission,
                sensitive,
                parameters,
                columns,
                groups,
                charts,
                landscape,
                form,
                others,
                signatories,
                recipients,
                submission);
    }

    /** The parameter of a kind, where there is just one of it that matters: unit, period. */
    public Optional<ReportParameter> parameter(ReportParameter.Kind kind) {
        return parameters.stream().filter(each -> each.kind() == kind).findFirst();
    }
}
