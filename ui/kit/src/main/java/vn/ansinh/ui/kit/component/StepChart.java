package vn.ansinh.ui.kit.component;

import com.vaadin.flow.component.Html;
import java.util.List;
import java.util.Locale;

/**
 * A value of law in time as steps, made on the server: what it is stands on each step, since when and by which clause below
 * it. All steps are equally wide: what counts is when it changes, not how long it lasts.
 */
public final class StepChart {

    private static final int HIGHEST = 44;
    private static final int LOWEST = 10;
    private static final int TOP = 20;
    private static final int BOTTOM = 38;

    /** Characters of a clause that fit below a step, for the share of the width it has. */
    private static final int WIDTH_IN_CHARACTERS = 108;

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
        double width = 100.0 / Math.max(1, steps.size());
        String hatch = "as-hatch-" + Integer.toHexString(label.hashCode());
        StringBuilder html = new StringBuilder("<div role=\"img\" class=\"as-columns as-steps-chart\" aria-label=\"")
                .append(BarChart.escape(label))
                .append("\"><svg aria-hidden=\"true\" width=\"100%\" height=\"")
                .append(TOP + HIGHEST + BOTTOM)
                .append("\"><defs><pattern id=\"")
                .append(hatch)
                .append("\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">")
                .append(
                        "<rect width=\"6\" height=\"6\" fill=\"#fff\"/><rect width=\"2\" height=\"6\" fill=\"#124791\"/>")
                .append("</pattern></defs>");
        for (int i = 0; i < steps.size(); i++) {
            step(html, steps.get(i), i * width, width, most, hatch);
        }
        return new Html(html.append("</svg></div>").toString());
    }

    private static void step(StringBuilder html, Step step, double left, double width, double most, String hatch) {
        long height = Math.max(LOWEST, Math.round(HIGHEST * step.value() / Math.max(most, 1e-9)));
        long top = (long) TOP + HIGHEST - height;
        String fill = step.provisional() ? "url(#" + hatch + ")" : step.age().fill;
        html.append("<rect x=\"")
                .append(share(left))
                .append("\" width=\"")
                .append(share(width - 0.3))
                .append("\" y=\"")
                .append(top)
                .append("\" height=\"")
                .append(height)
                .append("\" fill=\"")
                .append(fill)
                .append(step.provisional() ? "\" stroke=\"#124791\"/>" : "\"/>");
        text(html, left, top - 5, step.written(), true);
        text(html, left, TOP + HIGHEST + 15, step.since(), false);
        text(html, left, TOP + HIGHEST + 30, shortened(step.clause(), width), false);
    }

    private static void text(StringBuilder html, double left, long y, String text, boolean strong) {
        html.append("<text dx=\"2\" x=\"")
                .append(share(left))
                .append("\" y=\"")
                .append(y)
                .append(strong ? "\" class=\"as-value\">" : "\">")
                .append(BarChart.escape(text))
                .append("</text>");
    }

    private static String shortened(String clause, double width) {
        int fits = (int) (WIDTH_IN_CHARACTERS * width / 100);
        return clause.length() <= fits
                ? clause
                : clause.substring(0, Math.max(1, fits - 1)).strip() + "…";
    }

    private static String share(double percent) {
        return String.format(Locale.ROOT, "%.2f%%", percent);
    }
}
