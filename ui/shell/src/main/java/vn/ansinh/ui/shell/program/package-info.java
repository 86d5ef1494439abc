/** Programs that come and go. */
package vn.ansinh.ui.shell.program;
