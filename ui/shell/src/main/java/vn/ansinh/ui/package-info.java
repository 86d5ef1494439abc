/** Login, layout, menu and administration views. */
package vn.ansinh.ui;
