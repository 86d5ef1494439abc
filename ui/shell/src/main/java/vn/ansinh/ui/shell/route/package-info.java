/** Which pages there are and who may enter. */
package vn.ansinh.ui.shell.route;
