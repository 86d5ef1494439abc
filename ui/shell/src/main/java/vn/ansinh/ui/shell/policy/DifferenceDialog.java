package vn.ansinh.ui.shell.policy;

import static vn.ansinh.ui.shell.ShellTexts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import java.util.List;
import vn.ansinh.api.policy.PackDifference;
import vn.ansinh.api.policy.PackDifference.Kind;
import vn.ansinh.api.policy.PackDifference.Line;
import vn.ansinh.ui.kit.component.DataTable;

/** What changed from one version to another: in meaning first, then line by line. */
final class DifferenceDialog extends Dialog {

    /** Unchanged lines shown around a changed one. */
    private static final int AROUND = 3;

    DifferenceDialog(PackDifference difference) {
        setHeaderTitle(
                difference.older() == null
                        ? text("difference.first", difference.newer())
                        : text(
                                "difference.title",
                                difference.newer(),
                                Integer.toString(difference.older().version())));
        setWidth("980px");
        setMaxWidth("96vw");
        Div content = new Div(new H3(text("difference.meaning")), meaning(difference.changes()));
        content.addClassNames("as-lines", "as-difference");
        content.add(new H3(text("difference.lines")), lines(difference.lines()));
        add(content);
        getFooter().add(new Button(text("panel.close"), event -> close()));
    }

    private static Component meaning(List<PackDifference.Change> changes) {
        if (changes.isEmpty()) {
            return new Div(text("difference.none"));
        }
        DataTable table = new DataTable(
                text("difference.meaning"),
                List.of(text("difference.what"), text("difference.before"), text("difference.after")));
        changes.forEach(change -> table.row(
                change.what(),
                change.before() == null ? text("difference.was-not") : change.before(),
                change.after() == null ? text("difference.is-no-more") : change.after()));
        return table;
    }

    private static Component lines(List<Line> lines) {
        StringBuilder html = new StringBuilder(
                        "<pre class=\"as-code as-diff as-mono\" tabindex=\"0\" role=\"region\" aria-label=\"")
                .append(text("difference.lines"))
                .append("\">");
        boolean left = false;
        for (int i = 0; i < lines.size(); i++) {
            if (near(lines, i)) {
                line(html, lines.get(i));
                left = false;
            } else if (!left) {
                html.append("<span class=\"skip\">⋯</span>");
                left = true;
            }
        }
        return new Html(html.append("</pre>").toString());
    }

    private static boolean near(List<Line> lines, int place) {
        int from = Math.max(0, place - AROUND);
        int to = Math.min(lines.size(), place + AROUND + 1);
        return lines.subList(from, to).stream().anyMatch(line -> line.kind() != Kind.SAME);
    }

    private static void line(StringBuilder html, Line line) {
        String sign = line.kind() == Kind.ADDED ? "+" : line.kind() == Kind.REMOVED ? "−" : " ";
        int number = line.kind() == Kind.REMOVED ? line.oldNumber() : line.newNumber();
        html.append("<span class=\"")
                .append(line.kind() == Kind.SAME ? "same" : line.kind() == Kind.ADDED ? "added" : "removed")
                .append("\" data-line=\"")
                .append(number)
                .append("\">")
                .append(sign)
                .append(' ')
                .append(YamlSource.coloured(line.text()))
                .append("</span>");
    }
}
