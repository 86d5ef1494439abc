/**
 * Payment orders: closed lines that go out through a channel or as a file, and what came of them. A closed line is in one
 * order at a time; what the database refuses (V8) is the last guard, not the first.
 */
package vn.ansinh.core.payment;
