package vn.ansinh.ui.kit.grid;

import vn.ansinh.ui.kit.component.State;

/**
 * A row on a phone: two lines.
 *
 * @param title upper left, opens the row
 * @param sub lower left
 * @param end upper right, for instance an amount; may be empty
 * @param state lower right, {@code null} for none
 * @param word of the state
 */
public record NarrowRow(String title, String sub, String end, State state, String word) {

    /** With the state's usual word. */
    public NarrowRow(String title, String sub, String end, State state) {
        this(title, sub, end, state, state == null ? "" : state.word());
    }
}
