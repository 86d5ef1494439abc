package vn.ansinh.ui.kit.field;

import com.vaadin.flow.component.AbstractCompositeField;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.textfield.TextField;

/**
 * What fields have in common that read what is typed into a line of text.
 *
 * @param <F> the field
 * @param <T> what it reads
 */
public abstract class TypedTextField<F extends AbstractCompositeField<TextField, F, T>, T>
        extends AbstractCompositeField<TextField, F, T> implements Focusable<F>, TypedField {

    private static final long serialVersionUID = 1L;

    /** @param label stands above it */
    TypedTextField(String label) {
        super(null);
        getContent().setLabel(label);
        getContent().addValueChangeListener(event -> {
            if (event.isFromClient()) {
                type(event.getValue().strip());
            }
        });
    }

    /** Marks the field with what is wrong; {@code null} takes the mark away. */
    public final void refuse(String why) {
        getContent().setErrorMessage(why);
        getContent().setInvalid(why != null);
    }

    /** Small text below the field. */
    public final void setHelperText(String text) {
        getContent().setHelperText(text);
    }

    @Override
    public final String label() {
        return getContent().getLabel();
    }

    @Override
    public final String typed() {
        return getContent().getValue();
    }
}
