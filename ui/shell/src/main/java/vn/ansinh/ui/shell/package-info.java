/** The application: servlet, layout, menu and the pages that belong to no program. */
package vn.ansinh.ui.shell;
