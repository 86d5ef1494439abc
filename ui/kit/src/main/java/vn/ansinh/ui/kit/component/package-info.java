/** The parts pages are made of: one way for each thing. */
package vn.ansinh.ui.kit.component;
