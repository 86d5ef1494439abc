/** Signing in and out. */
package vn.ansinh.ui.shell.signin;
