/** Reports as files: Excel, Word, PDF, CSV, and their pictures. */
package vn.ansinh.core.report.render;
