/** What runs beside what: two halves of the integration tests, each in a JVM of its own, and a third part for the half that is done first. */
package vn.ansinh.itest.suite;
