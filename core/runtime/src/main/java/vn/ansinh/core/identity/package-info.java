/** People on PostgreSQL: registered in sets, found by name, year or number. */
package vn.ansinh.core.identity;
