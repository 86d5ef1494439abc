/** Reports that are sent up: computed, corrected with reasons, frozen, taken up or given back, and by when. */
package vn.ansinh.core.report.closing;
