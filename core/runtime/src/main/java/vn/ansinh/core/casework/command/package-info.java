/** Commands of the shell about procedures. */
package vn.ansinh.core.casework.command;
