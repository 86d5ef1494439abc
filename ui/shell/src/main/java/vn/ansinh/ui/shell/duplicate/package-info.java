/** Records that may speak of one person, and merges. */
package vn.ansinh.ui.shell.duplicate;
