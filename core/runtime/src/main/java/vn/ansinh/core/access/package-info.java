/** Accounts in {@code ansinh.account}, their passwords, and who acts on the thread. */
package vn.ansinh.core.access;
