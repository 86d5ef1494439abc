/** Papers in the office's own form, as PDF. */
package vn.ansinh.core.paper;
