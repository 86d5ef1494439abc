package vn.ansinh.api.identity;

/** Sex as on the papers. */
public enum Sex {
    MALE("Nam"),
    FEMALE("Nữ");

    private final String label;

    Sex(String label) {
        this.label = label;
    }

    /** Vietnamese word. */
    public String label() {
        return label;
    }
}
