package vn.ansinh.ui.shell.operation;

import java.time.Clock;
import vn.ansinh.api.operation.Operation;
import vn.ansinh.ui.kit.view.MenuGroup;
import vn.ansinh.ui.kit.view.View;

/** Makes the page of operation for the menu. */
public final class OperationViews {

    private static final int ORDER = 38;

    private final Operation operation;
    private final Clock clock;

    public OperationViews(Operation operation, Clock clock) {
        this.operation = operation;
        this.clock = clock;
    }

    /** The page {@code van-hanh}. */
    public View<OperationView> operation() {
        return new View<>(
                OperationView.PATH,
                OperationView.TITLE,
                MenuGroup.SYSTEM,
                ORDER,
                "stethoscope",
                OperationView.class,
                () -> new OperationView(operation, clock));
    }
}
