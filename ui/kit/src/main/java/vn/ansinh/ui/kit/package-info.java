/** What a program needs to put its views into the shell. */
package vn.ansinh.ui.kit;
