/** Files that are kept: what they are, whether they are harmless, whose they are; and the numbers of papers. */
package vn.ansinh.core.document;
