package vn.ansinh.core.report.closing;

import vn.ansinh.api.access.Caller;
import vn.ansinh.core.report.render.ReportContent.Heading;

/** Whose paper a report is. */
@FunctionalInterface
public interface Heads {

    /** The head of a paper of today. @param unitId whose report it is */
    Heading of(Caller caller, long unitId);
}
