/** Facts on PostgreSQL, and the keys that bundles declare. */
package vn.ansinh.core.fact;
