/** PostgreSQL as a process of our own: its binaries, its operating-system account, its data directory. */
package vn.ansinh.database.postgres;
