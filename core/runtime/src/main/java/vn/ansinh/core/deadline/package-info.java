/** Deadlines: what programs declare, what units set beside it, and who is late. */
package vn.ansinh.core.deadline;
