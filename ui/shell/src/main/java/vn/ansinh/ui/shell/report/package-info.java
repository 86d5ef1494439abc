/** Báo cáo: the catalogue, a report on the screen, its files and its history. */
package vn.ansinh.ui.shell.report;
