/** What IT does at night: backups, and what a copy comes to. */
package vn.ansinh.core.operation;
