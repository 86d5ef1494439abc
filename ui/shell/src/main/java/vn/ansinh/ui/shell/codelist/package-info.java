/** Danh mục: the lists, their entries, what waits for a second person, files in and out. */
package vn.ansinh.ui.shell.codelist;
