/** Pages of the program. */
package vn.ansinh.btxh.ui;
