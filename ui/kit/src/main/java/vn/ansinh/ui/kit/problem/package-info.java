/** Telling what went wrong. */
package vn.ansinh.ui.kit.problem;
