/** Accounts, agencies, sessions, and one's own page. */
package vn.ansinh.ui.shell.account;
