/**
 * What all extenders share: files of bundles, and files dropped or brought one by one, read with every mistake told at once, by file,
 * line and reason.
 */
package vn.ansinh.core.extender;
