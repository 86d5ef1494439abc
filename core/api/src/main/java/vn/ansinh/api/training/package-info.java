/** Installations on which people only learn. */
package vn.ansinh.api.training;
