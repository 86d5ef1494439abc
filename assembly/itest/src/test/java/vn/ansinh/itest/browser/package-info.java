/** An official at work, in a real browser. */
package vn.ansinh.itest.browser;
