/**
 * Danh mục: bundles bring lists in {@code ANSINH-INF/codelist/}, the core's own among them; they are taken up into tables, where
 * officials change them by two, and read from memory.
 */
package vn.ansinh.core.codelist;
