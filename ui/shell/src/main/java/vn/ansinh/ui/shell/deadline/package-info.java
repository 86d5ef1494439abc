/** The board of deadlines and the reminder on the first page. */
package vn.ansinh.ui.shell.deadline;
