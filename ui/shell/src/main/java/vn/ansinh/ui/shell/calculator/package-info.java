/** What somebody would receive, and why. */
package vn.ansinh.ui.shell.calculator;
