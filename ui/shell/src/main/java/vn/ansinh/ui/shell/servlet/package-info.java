/** The Vaadin servlet at home in OSGi. */
package vn.ansinh.ui.shell.servlet;
