/** Who saw and changed what: rows that are only ever added, sealed in a chain whose heads are kept outside the database. */
package vn.ansinh.core.audit;
