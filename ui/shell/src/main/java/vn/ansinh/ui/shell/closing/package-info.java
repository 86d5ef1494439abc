/** Reports that are sent up: looked at, corrected, sent, taken up. */
package vn.ansinh.ui.shell.closing;
