/**
 * An Sinh from outside: the built distribution runs as a process of its own and is used over REST and in a browser, killed
 * and measured.
 */
package vn.ansinh.itest;
