/**
 * Shell commands about policy packs. To look, the local console is enough; a decision names the official who takes it, who
 * types their password.
 */
package vn.ansinh.core.policy.command;
