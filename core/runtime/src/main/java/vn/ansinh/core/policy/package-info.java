/**
 * Policy packs: YAML read and checked as a whole, kept as immutable versions, and valued month by month by a pure function
 * over one person's facts and claims.
 */
package vn.ansinh.core.policy;
