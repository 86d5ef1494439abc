/** Payment orders: what goes out, and what came of it. */
package vn.ansinh.ui.kit.payment;
