/** People. */
package vn.ansinh.ui.shell.person;
