/** The page for whoever keeps the server running. */
package vn.ansinh.ui.shell.operation;
