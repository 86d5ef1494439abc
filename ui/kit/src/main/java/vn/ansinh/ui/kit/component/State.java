package vn.ansinh.ui.kit.component;

import com.vaadin.flow.component.icon.VaadinIcon;
import vn.ansinh.api.benefit.PayrollState;
import vn.ansinh.api.job.JobState;
import vn.ansinh.ui.kit.text.Texts;

/** The states of things. Each has one colour and one icon everywhere, and always a word beside them. */
public enum State {
    DRAFT("nhap", VaadinIcon.PENCIL),
    WAITING("cho-duyet", VaadinIcon.HOURGLASS),
    APPROVED("da-duyet", VaadinIcon.CHECK),
    IN_FORCE("da-duyet", VaadinIcon.CHECK),
    RETURNED("tra-lai", VaadinIcon.REPLY),
    REJECTED("tu-choi", VaadinIcon.BAN),
    CLOSED("da-chot", VaadinIcon.LOCK),
    OVERDUE("qua-han", VaadinIcon.CLOCK),
    RECEIVING("dang-huong", VaadinIcon.CHECK),
    SUSPENDED("tam-dung", VaadinIcon.PAUSE),
    ENDED("nhap", VaadinIcon.STOP),
    PROVISIONAL("tam-tinh", VaadinIcon.WARNING),
    QUEUED("nhap", VaadinIcon.HOURGLASS),
    RUNNING("cho-duyet", VaadinIcon.COG),
    DONE("da-duyet", VaadinIcon.CHECK),
    FAILED("loi", VaadinIcon.WARNING),
    CANCELLED("nhap", VaadinIcon.BAN),
    INSTALLED("dang-chay", VaadinIcon.PLAY),
    INSTALLING("cho-duyet", VaadinIcon.HOURGLASS),
    AVAILABLE("nhap", VaadinIcon.DOWNLOAD),
    NOTHING("nhap", VaadinIcon.CIRCLE_THIN);

    private static final Texts TEXTS = Texts.of(State.class);

    private final String cssClass;
    private final VaadinIcon icon;

    State(String cssClass, VaadinIcon icon) {
        this.cssClass = cssClass;
        this.icon = icon;
    }

    /** Class beside {@code as-state} in the stylesheet. */
    public String cssClass() {
        return cssClass;
    }

    public VaadinIcon icon() {
        return icon;
    }

    /** The usual word, for instance {@code Chờ duyệt}. */
    public String word() {
        return TEXTS.get("state." + name());
    }

    /** How a job's state looks. */
    public static State of(JobState state) {
        return switch (state) {
            case QUEUED -> QUEUED;
            case RUNNING -> RUNNING;
            case DONE -> DONE;
            case FAILED -> FAILED;
            case CANCELLED -> CANCELLED;
        };
    }

    /** How a payroll's state looks. */
    public static State of(PayrollState state) {
        return switch (state) {
            case DRAFT -> DRAFT;
            case CLOSED -> CLOSED;
            case ANNULLED -> CANCELLED;
        };
    }
}
