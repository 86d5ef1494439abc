package vn.ansinh.itest.suite;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** Officials before and after a reform: the longest of them, taken up by whichever half is done first. */
@Suite
@SelectPackages("vn.ansinh.itest.browser")
@IncludeClassNamePatterns(StoriesInTimeSuite.CLASSES)
class StoriesInTimeSuite {

    static final String CLASSES = ".*\\.(TransitionDay|CasesInTime|LateDeaths)IT";
}
