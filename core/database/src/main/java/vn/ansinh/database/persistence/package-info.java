/** Persistence units of other bundles, joined to the transaction of the thread. */
package vn.ansinh.database.persistence;
