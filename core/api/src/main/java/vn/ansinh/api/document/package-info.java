/** Scans and produced papers: kept, checked, scanned, numbered, drafted from templates, signed. */
package vn.ansinh.api.document;
