/** The month's payment list of a program, the same for every program. */
package vn.ansinh.ui.kit.payroll;
