package vn.ansinh.ui.shell.board;

import vn.ansinh.ui.kit.view.MenuGroup;
import vn.ansinh.ui.kit.view.View;

/** Makes the board for the menu. */
public final class BoardViews {

    private static final int ORDER = 5;

    private final BoardServices services;

    public BoardViews(BoardServices services) {
        this.services = services;
    }

    /** The page {@code tong-quan}. */
    public View<BoardView> board() {
        return new View<>(
                BoardView.PATH,
                BoardView.TITLE,
                MenuGroup.GENERAL,
                ORDER,
                "dashboard",
                BoardView.class,
                () -> new BoardView(services));
    }
}
