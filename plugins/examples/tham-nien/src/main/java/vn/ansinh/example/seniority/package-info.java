/** The smallest policy in Java: a fact counted from other facts. What it is worth stands in the pack beside it. */
package vn.ansinh.example.seniority;
