/** The population registry: what it tells, and what officials make of it. */
package vn.ansinh.ui.shell.registry;
