/** Comma-separated files as the core carries them: UTF-8, a header line, quotes as in RFC 4180. */
package vn.ansinh.core.csv;
