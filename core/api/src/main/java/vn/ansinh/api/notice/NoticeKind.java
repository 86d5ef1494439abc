package vn.ansinh.api.notice;

/** What is told. */
public enum NoticeKind {
    NEWS("Tin tức"),
    GUIDE("Hướng dẫn"),
    /** A question that is often asked, with its answer. */
    FAQ("Hỏi đáp thường gặp"),
    LAW("Văn bản pháp luật");

    private final String label;

    NoticeKind(String label) {
        this.label = label;
    }

    /** Vietnamese name. */
    public String label() {
        return label;
    }
}
