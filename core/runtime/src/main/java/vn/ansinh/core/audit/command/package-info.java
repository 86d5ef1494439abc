/** Shell commands with which IT looks whether the audit was tampered with. */
package vn.ansinh.core.audit.command;
