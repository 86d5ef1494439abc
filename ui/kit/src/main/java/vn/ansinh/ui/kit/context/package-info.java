/** Where one is: unit, month, address, window, keys. */
package vn.ansinh.ui.kit.context;
