/** Who has to be looked at again in a quarter: what to look for is a program's file, looking is the core's. */
package vn.ansinh.api.review;
