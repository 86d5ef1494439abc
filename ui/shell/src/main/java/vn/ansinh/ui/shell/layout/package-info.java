/** What stands around every page. */
package vn.ansinh.ui.shell.layout;
