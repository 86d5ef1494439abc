package vn.ansinh.api.report;

/** In which form a report leaves the system. */
public enum ReportFormat {
    XLSX("Excel", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    DOCX("Word", "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    PDF("PDF", "pdf", "application/pdf"),
    /** UTF-8 with byte order mark, so that Excel reads it. */
    CSV("CSV", "csv", "text/csv; charset=UTF-8");

    private final String label;
    private final String extension;
    private final String mediaType;

    ReportFormat(String label, String extension, String mediaType) {
        this.label = label;
        this.extension = extension;
        this.mediaType = mediaType;
    }

    /** As officials say it. */
    public String label() {
        return label;
    }

    /** Of file names, without the dot. */
    public String extension() {
        return extension;
    }

    /** For HTTP. */
    public String mediaType() {
        return mediaType;
    }
}
