/** One connection bound to one thread, one commit. */
package vn.ansinh.database.transaction;
