/** What reports there are: read from files of bundles, from dropped and uploaded packages, and offered by services. */
package vn.ansinh.core.report.definition;
