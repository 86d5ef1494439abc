package vn.ansinh.core.paper;

import freemarker.core.TemplateClassResolver;
import freemarker.core.XMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.ansinh.api.paper.OfficePaper.ListPaper;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.api.training.Training;

/** Fills {@code list.ftlx}. Values are escaped by the template's format; it can reach no class. */
final class ListTemplate {

    private final Template template;
    private final Training training;

    ListTemplate(Training training) {
        this.training = training;
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setClassForTemplateLoading(ListTemplate.class, "");
        configuration.setDefaultEncoding("UTF-8");
        configuration.setLocale(Locale.ROOT);
        configuration.setOutputFormat(XMLOutputFormat.INSTANCE);
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        try {
            template = configuration.getTemplate("list.ftlx");
        } catch (IOException e) {
            throw new IllegalStateException("list.ftlx is part of this bundle", e);
        }
    }

    /**
     * One part of the paper.
     *
     * @param rows of this part, one cell per column
     */
    String fill(ListPaper paper, List<List<String>> rows, boolean first, boolean last) throws IOException {
        Map<String, Object> values = new HashMap<>();
        values.put("training", training.active() ? Training.WORDS : null);
        values.put("first", first);
        values.put("last", last);
        values.put("rows", rows);
        values.put("agencyAbove", paper.agencyAbove());
        values.put("agency", paper.agency());
        values.put("place", paper.place());
        values.put("date", Vietnamese.dayInWords(paper.date()));
        values.put("title", paper.title());
        values.put("subtitle", paper.subtitle());
        values.put("mark", paper.mark());
        values.put("landscape", paper.landscape());
        values.put(
                "columns",
                paper.columns().stream()
                        .map(column ->
                                Map.of("title", column.title(), "right", column.right(), "width", column.width()))
                        .toList());
        values.put("totals", paper.totals());
        int label = labelSpan(paper.totals());
        values.put("totalLabel", String.join("", paper.totals().subList(0, label)));
        values.put("totalSpan", label);
        values.put("inWords", paper.inWords());
        values.put("notes", paper.notes());
        values.put(
                "signatories",
                paper.signatories().stream()
                        .map(s -> Map.of("title", s.title(), "instruction", s.instruction()))
                        .toList());
        try (StringWriter html = new StringWriter()) {
            template.process(values, html);
            return html.toString();
        } catch (TemplateException e) {
            throw new IOException(e);
        }
    }

    /** How many cells the label takes: itself, the blank ones before it and those after it. */
    private static int labelSpan(List<String> totals) {
        int span = 0;
        boolean met = false;
        while (span < totals.size() && (totals.get(span).isBlank() || !met)) {
            met |= !totals.get(span).isBlank();
            span++;
        }
        return span;
    }
}
