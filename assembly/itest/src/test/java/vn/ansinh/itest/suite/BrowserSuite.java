package vn.ansinh.itest.suite;

import org.junit.platform.suite.api.ExcludeClassNamePatterns;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** Everything that plays an official, on one running distribution and one browser, but the stories in time. */
@Suite
@SelectPackages("vn.ansinh.itest.browser")
@IncludeClassNamePatterns(".*IT")
@ExcludeClassNamePatterns(StoriesInTimeSuite.CLASSES)
class BrowserSuite {}
