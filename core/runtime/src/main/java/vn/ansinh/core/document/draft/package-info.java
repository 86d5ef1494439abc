/** Papers drafted from templates: described in text, replaced by a province's Word file, filled, set as PDF. */
package vn.ansinh.core.document.draft;
