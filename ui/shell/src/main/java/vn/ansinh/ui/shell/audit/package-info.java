/** The page on which the audit is read. */
package vn.ansinh.ui.shell.audit;
