/** Sample lists of invented people. */
package vn.ansinh.btxh.sample;
