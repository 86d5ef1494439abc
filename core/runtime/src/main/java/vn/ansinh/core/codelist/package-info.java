/** Danh mục: lists that bundles bring in {@code ANSINH-INF/codelist/}, the core's own among them. */
package vn.ansinh.core.codelist;
