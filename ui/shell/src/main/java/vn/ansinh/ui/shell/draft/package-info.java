/** Forms that were left unfinished. */
package vn.ansinh.ui.shell.draft;
