package vn.ansinh.btxh.imports;

import java.util.List;

/**
 * What became of one row at the commit, or would become of it.
 *
 * @param personNew whether the registry had not known the person
 * @param opened benefits opened
 * @param known benefits that ran already, just so
 * @param refused why nothing was written for the row; empty when it was
 */
record WrittenRow(int number, boolean personNew, int opened, int known, List<Finding> refused) {}
