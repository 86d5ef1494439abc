/** Case files: the worklist, the lists, the desk that takes applications, one case, and what hangs out. */
package vn.ansinh.ui.shell.casework;
