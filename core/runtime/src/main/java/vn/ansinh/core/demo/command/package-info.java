/** Shell command for invented people. */
package vn.ansinh.core.demo.command;
