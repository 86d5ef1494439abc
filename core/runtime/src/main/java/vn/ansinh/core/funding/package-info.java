/** {@link vn.ansinh.api.funding} on tables {@code ansinh.funding_…}. */
package vn.ansinh.core.funding;
