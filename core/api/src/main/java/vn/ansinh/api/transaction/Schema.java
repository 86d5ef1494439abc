package vn.ansinh.api.transaction;

/**
 * Published (with the service property {@code schema}) once the migrations of a bundle's schema have been applied. Wait
 * for it before touching the schema's tables.
 */
public interface Schema {

    /** The PostgreSQL schema, for instance {@code ansinh} or {@code btxh}. */
    String name();

    /** The version its tables have reached, as the migration scripts number it. */
    String version();
}
