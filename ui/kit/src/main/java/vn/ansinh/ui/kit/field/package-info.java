/** Input fields of the field. */
package vn.ansinh.ui.kit.field;
