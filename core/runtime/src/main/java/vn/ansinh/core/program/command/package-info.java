/** Shell commands over programs and connectors. */
package vn.ansinh.core.program.command;
