/** Rules on how the modules fit together, read from what was built. */
package vn.ansinh.itest.structure;
