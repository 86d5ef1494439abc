/** The one-stop desk: applications taken one after the other, by keyboard alone. */
package vn.ansinh.ui.shell.casework.desk;
