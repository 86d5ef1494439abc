/** What a plugin author needs to test a plugin against a real PostgreSQL. */
package vn.ansinh.testkit;
