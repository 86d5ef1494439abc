/** The first page. */
package vn.ansinh.ui.shell.home;
