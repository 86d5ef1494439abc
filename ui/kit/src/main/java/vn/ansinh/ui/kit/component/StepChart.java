package vn.ansinh.ui.kit.component;

import com.vaadin.flow.component.Html;
import java.util.List;

/**
 * A value of law in time as steps, made on the server: what it is stands on each step, since when and by which clause below
 * it. All steps are equally wide: what counts is when it changes, not how long it lasts.
 */
public final class StepChart {

    private static final int HIGHEST = 44;
    private static final int LOWEST = 10;

    private StepChart() {}

    /** How a step stands to today. */
    public enum Age {
        PAST("#dce7f5"),
        PRESENT("#6c94cb"),
        /** In force later, or only once the pack is activated. */
        COMING("#b9cde8");

        private final String fill;

        Age(String fill) {
            this.fill = fill;
        }
    }

    /**
     * A step.
     *
     * @param written the value as shown
     * @param value its height
     * @param since first line below it
     * @param clause second line below it
     * @param provisional hatched: nobody has read it in the Công báo
     */
    public record Step(String written, double value, String since, String clause, Age age, boolean provisional) {}

    /** @param label read out in place of the picture */
    public static Html of(String label, List<Step> steps) {
        double most = steps.stream().mapToDouble(Step::value).max().orElse(1);
        String hatch = "as-hatch-" + Integer.toHexString(label.hashCode());
        StringBuilder html = new StringBuilder("<div role=\"img\" class=\"as-steps-chart\" aria-label=\"")
                .append(BarChart.escape(label))
                .append("\">");
        for (Step step : steps) {
            step(html, step, most, hatch);
        }
        return new Html(html.append("</div>").toString());
    }

    private static void step(StringBuilder html, Step step, double most, String hatch) {
        long height = Math.max(LOWEST, Math.round(HIGHEST * step.value() / Math.max(most, 1e-9)));
        html.append("<div><div class=\"as-b\">")
                .append(BarChart.escape(step.written()))
                .append("</div><svg aria-hidden=\"true\" width=\"100%\" height=\"")
                .append(height)
                .append("\">");
        if (step.provisional()) {
            html.append("<defs><pattern id=\"")
                    .append(hatch)
                    .append(
                            "\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">")
                    .append("<rect width=\"6\" height=\"6\" fill=\"#fff\"/>")
                    .append("<rect width=\"2\" height=\"6\" fill=\"#124791\"/></pattern></defs>");
        }
        html.append("<rect width=\"100%\" height=\"100%\" fill=\"")
                .append(step.provisional() ? "url(#" + hatch + ")\" stroke=\"#124791" : step.age().fill)
                .append("\"/></svg><div>")
                .append(BarChart.escape(step.since()))
                .append("</div><div class=\"as-ell\" title=\"")
                .append(BarChart.escape(step.clause()))
                .append("\">")
                .append(BarChart.escape(step.clause()))
                .append("</div></div>");
    }
}
