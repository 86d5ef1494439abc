/** The API implemented on PostgreSQL: one package for each API package, nothing exported. */
package vn.ansinh.core;
