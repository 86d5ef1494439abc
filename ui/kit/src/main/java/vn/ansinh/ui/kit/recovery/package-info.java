/** What was paid and is owed back. */
package vn.ansinh.ui.kit.recovery;
