/** Administrative units. */
package vn.ansinh.ui.shell.unit;
