/** Background jobs. */
package vn.ansinh.ui.shell.job;
