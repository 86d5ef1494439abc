/** User texts and how values are written. */
package vn.ansinh.ui.kit.text;
