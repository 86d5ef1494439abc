/**
 * Sổ văn bản: the numbers that papers bear. Mẫu văn bản: the papers that are drafted, and the Word files that a unit puts in the place of
 * their templates.
 */
package vn.ansinh.ui.shell.paper;
