/** What runs beside what: two halves of the integration tests, each in a JVM of its own. */
package vn.ansinh.itest.suite;
