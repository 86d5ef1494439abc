/**
 * Backup and restore of the embedded server with everything beside it. What restores ({@code Restoration}, {@code Manifest},
 * {@code RestoreMain}) stands on the JDK alone: it runs on a machine where nothing else does any more.
 */
package vn.ansinh.database.backup;
