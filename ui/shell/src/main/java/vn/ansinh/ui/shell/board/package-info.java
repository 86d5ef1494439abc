/** The board of a commune, a province or the country, and what is ahead. */
package vn.ansinh.ui.shell.board;
