/** What several rooms need to bring sets of rows to PostgreSQL. */
package vn.ansinh.core.sql;
