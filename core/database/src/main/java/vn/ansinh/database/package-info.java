/** The one DataSource, transactions, migrations and persistence units. */
package vn.ansinh.database;
