/** Commands of the shell for reports. */
package vn.ansinh.core.report.command;
