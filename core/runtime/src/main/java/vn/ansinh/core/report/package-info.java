/** Reports on published views: what there is, run, remembered, sent up. */
package vn.ansinh.core.report;
