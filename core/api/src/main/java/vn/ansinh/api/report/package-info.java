/**
 * Reports: defined by files of bundles or by services, run on published views with the rights of who asks, written as Excel, Word,
 * PDF or CSV, sent up and closed.
 */
package vn.ansinh.api.report;
