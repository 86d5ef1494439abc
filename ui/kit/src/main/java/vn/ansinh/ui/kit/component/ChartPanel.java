package vn.ansinh.ui.kit.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import vn.ansinh.ui.kit.text.Texts;

/** A plot with its table one click away. */
public class ChartPanel extends Panel {

    private static final Texts TEXTS = Texts.of(ChartPanel.class);

    private final Button toggle = new Button(TEXTS.get("chart.table"));
    private Component plot;
    private Component table;
    private boolean asTable;

    public ChartPanel(String title) {
        super(title);
        toggle.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        toggle.addClassName("as-link");
        toggle.addClickListener(event -> {
            asTable = !asTable;
            render();
        });
    }

    /** Shows figures both ways. */
    public void show(Component newPlot, Component newTable) {
        plot = newPlot;
        table = newTable;
        atEnd(toggle);
        render();
    }

    /** Shows a sentence in place of a plot that would be empty. */
    public void showNothing(Component sentence) {
        if (toggle.getParent().isPresent()) {
            toggle.removeFromParent();
        }
        content(sentence);
    }

    private void render() {
        toggle.setText(TEXTS.get(asTable ? "chart.plot" : "chart.table"));
        content(asTable ? table : plot);
    }
}
