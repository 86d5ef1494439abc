/** Installations on which people only learn: said at their birth, never changed. */
package vn.ansinh.core.training;
