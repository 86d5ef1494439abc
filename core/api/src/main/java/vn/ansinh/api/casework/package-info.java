/**
 * Case files (hồ sơ): procedures as data, in versions; applications from reception to the paper that the citizen takes home, and what
 * the decision changes of rights and facts.
 */
package vn.ansinh.api.casework;
