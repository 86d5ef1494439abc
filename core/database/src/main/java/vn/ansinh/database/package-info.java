/**
 * The one DataSource, transactions, migrations and persistence units.
 *
 * <p>{@code postgres} runs the embedded server, {@code service} decides between it and an external one and prepares roles and
 * pool, {@code transaction} binds one connection to a thread, {@code migration} brings schemas up to date and {@code
 * persistence} gives each bundle its entity manager.
 */
package vn.ansinh.database;
