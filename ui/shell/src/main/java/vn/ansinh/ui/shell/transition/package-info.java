/** Pages on what changes when units change: who waits for a new unit, and resolutions. */
package vn.ansinh.ui.shell.transition;
