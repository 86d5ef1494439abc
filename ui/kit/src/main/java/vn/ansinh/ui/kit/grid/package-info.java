/** The dense, lazily read list. */
package vn.ansinh.ui.kit.grid;
