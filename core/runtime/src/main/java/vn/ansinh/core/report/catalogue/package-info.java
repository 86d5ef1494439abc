/** Reports for who asks: listed by rights, run, written, remembered and told to the audit. */
package vn.ansinh.core.report.catalogue;
