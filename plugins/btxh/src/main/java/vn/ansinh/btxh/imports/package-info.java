/**
 * Lists from Excel. A file is staged, read row by row ({@link vn.ansinh.btxh.imports.RowReader}), looked at, and written in one
 * transaction; staged rows are read anew each time, so nothing is kept twice.
 */
package vn.ansinh.btxh.imports;
