/** Page {@code kinh-phi}: what units have, ask for, are given, send up and account for. */
package vn.ansinh.ui.shell.funding;
