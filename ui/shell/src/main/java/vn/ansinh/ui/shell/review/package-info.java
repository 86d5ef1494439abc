/** Who has to be looked at again, and decisions about many. */
package vn.ansinh.ui.shell.review;
