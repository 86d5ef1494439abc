/** Procedures as programs bring them: read from files of bundles, checked, kept as versions for ever. */
package vn.ansinh.core.casework.procedure;
