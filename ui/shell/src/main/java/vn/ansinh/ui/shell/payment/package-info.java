/** Payment orders: the list, one order with its payments, what came of them. */
package vn.ansinh.ui.shell.payment;
