/** Brings a schema up to date with the SQL scripts that its owner carries in {@code db/migration}. */
package vn.ansinh.database.migration;
