/** Long work on a screen. */
package vn.ansinh.ui.kit.job;
