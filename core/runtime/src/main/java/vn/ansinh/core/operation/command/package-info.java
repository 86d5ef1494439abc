/** Shell commands for backup and restore; whoever sits at the local console may read everything anyway. */
package vn.ansinh.core.operation.command;
