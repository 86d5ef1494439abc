package vn.ansinh.btxh.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A row after reading.
 *
 * @param number as Excel shows it
 * @param findings in the order of reading
 * @param beneficiary what would be written; {@code null} when nothing is, or not yet
 * @param splitCode code of the split commune for which an official has to choose; {@code null} when there is no choice
 */
record ReadRow(int number, List<Finding> findings, ListedBeneficiary beneficiary, String splitCode) {

    ReadRow {
        findings = List.copyOf(findings);
    }

    /** The same row with more found, and so not to be written. */
    ReadRow refused(List<Finding> more) {
        List<Finding> all = new ArrayList<>(findings);
        all.addAll(more);
        return new ReadRow(number, all, null, splitCode);
    }

    /** The worst finding's severity. */
    Severity severity() {
        return findings.stream()
                .map(Finding::severity)
                .min(Comparator.naturalOrder())
                .orElse(Severity.OK);
    }
}
