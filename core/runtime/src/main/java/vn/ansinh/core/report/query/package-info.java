/** Reports are run: one select on the published views, with the rights of who asks, or a bundle's service. */
package vn.ansinh.core.report.query;
