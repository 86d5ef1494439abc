/** Boards: what closed lists come to, by unit, month and kind, and how it goes on. Knows programs by their ids only. */
package vn.ansinh.core.board;
