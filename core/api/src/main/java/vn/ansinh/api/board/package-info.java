/** How many, how much, who joined and left, what is late: sums over all programs, by unit and month, and what is ahead. */
package vn.ansinh.api.board;
