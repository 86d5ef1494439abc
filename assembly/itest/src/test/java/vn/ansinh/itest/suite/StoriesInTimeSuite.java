package vn.ansinh.itest.suite;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** Officials before and after a reform or a decree, and their money: taken up by whichever half is done first, so that both end together. */
@Suite
@SelectPackages("vn.ansinh.itest.browser")
@IncludeClassNamePatterns(StoriesInTimeSuite.CLASSES)
class StoriesInTimeSuite {

    static final String CLASSES = ".*\\.(TransitionDay|Nd335Day|CasesInTime|LateDeaths|FundingDay)IT";
}
