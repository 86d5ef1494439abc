/** Households: a list, one opened up, what officials do to it. */
package vn.ansinh.ui.shell.household;
