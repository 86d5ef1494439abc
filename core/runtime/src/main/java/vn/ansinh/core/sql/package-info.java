/** What several rooms need to bring sets of rows to PostgreSQL and back. */
package vn.ansinh.core.sql;
