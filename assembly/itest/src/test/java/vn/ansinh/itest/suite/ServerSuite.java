package vn.ansinh.itest.suite;

import org.junit.platform.suite.api.ExcludePackages;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** Everything that needs no browser: the container's doors, distributions that are started, killed, copied and upgraded. */
@Suite
@SelectPackages("vn.ansinh.itest")
@ExcludePackages("vn.ansinh.itest.browser")
@IncludeClassNamePatterns(".*IT")
class ServerSuite {}
