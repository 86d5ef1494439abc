/**
 * Long work: a queue in {@code ansinh.job}, workers that take from it by {@code for update skip locked}, and the files that
 * go in and come out.
 */
package vn.ansinh.core.job;
